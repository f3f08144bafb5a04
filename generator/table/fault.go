package table

import (
	"fmt"

	"elinde/generator/finding"
)

// ragged reports a row that has not as many cells as the header; out is its code
// where the policy leaves the row out.
func (e *export) ragged(count, line int) (out finding.Code) {
	code := finding.RowTooShort
	if count > len(e.header) {
		code = finding.RowTooLong
	}
	severity, policy := e.settle(code, PolicySkip, PolicyBlank)
	e.report(code, severity, line, "", "", "cells", fmt.Sprint(count), "columns", fmt.Sprint(len(e.header)),
		finding.Done, done(severity, policy))
	if policy == PolicySkip {
		return code
	}
	return ""
}

// fault reports what the scanner saw; out is its code where the policy leaves
// the row out, which must be possible: a header cannot be left out.
func (e *export) fault(f fault, line int, possible ...string) (out finding.Code) {
	opened := fmt.Sprint(f.line)
	switch f.kind {
	case quoteInside:
		e.report(finding.QuoteInside, finding.Warning, line, "", "")
	case quoteOpen:
		e.report(finding.QuoteOpen, finding.Error, line, "", "", "opened", opened)
	case quoteAfter:
		severity, policy := e.settle(finding.QuoteAfter, possible...)
		ended := ""
		if f.until > f.line {
			ended = fmt.Sprint(f.until)
		}
		e.report(finding.QuoteAfter, severity, line, "", "", "opened", opened, "ended", ended, finding.Done, done(severity, policy))
		if policy == PolicySkip {
			return finding.QuoteAfter
		}
	}
	return ""
}

// settle asks the mapping what to do about a code, of what can be done.
func (e *export) settle(code finding.Code, possible ...string) (finding.Severity, string) {
	policy := policyOf(e.faulty, code)
	for _, p := range possible {
		if p == policy {
			return finding.Warning, policy
		}
	}
	return finding.Error, PolicyStop
}

// done gives the argument that says what a policy did, "" where it did nothing.
func done(severity finding.Severity, policy string) string {
	if severity == finding.Error {
		return ""
	}
	return policy
}
