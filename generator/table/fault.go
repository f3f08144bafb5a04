package table

import (
	"fmt"

	"elinde/generator/finding"
)

// ragged reports a row that has not as many cells as the header, and whether
// the row stays.
func (e *export) ragged(count, line int) (keep bool) {
	code := finding.RowTooShort
	if count > len(e.header) {
		code = finding.RowTooLong
	}
	severity, policy := e.settle(code, PolicySkip, PolicyBlank)
	e.report(code, severity, line, "", "", "cells", fmt.Sprint(count), "columns", fmt.Sprint(len(e.header)),
		finding.Done, done(severity, policy))
	if policy == PolicySkip {
		e.skipped[code]++
	}
	return policy != PolicySkip
}

// fault reports what the scanner saw, and whether the row stays.
func (e *export) fault(f fault, line int) (keep bool) {
	opened := fmt.Sprint(f.line)
	switch f.kind {
	case quoteInside:
		e.report(finding.QuoteInside, finding.Warning, line, "", "")
	case quoteOpen:
		e.report(finding.QuoteOpen, finding.Error, line, "", "", "opened", opened)
	case quoteAfter:
		severity, policy := e.settle(finding.QuoteAfter, PolicySkip)
		e.report(finding.QuoteAfter, severity, line, "", "", "opened", opened, finding.Done, done(severity, policy))
		if policy == PolicySkip {
			e.skipped[finding.QuoteAfter]++
			return false
		}
	}
	return true
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
