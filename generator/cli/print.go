package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"text/tabwriter"

	"elinde/generator/finding"
)

// This file alone writes to Out and Err, and progress.go its bar. Results go to Out (the report of
// check is one), everything about the run to Err. A problem is "error:" or
// "warning:" and a sentence, then "hint:" and what to do. Colour marks the first word
// only and never carries a meaning of its own. Cells of the data are quoted, so that
// none can act on a terminal.

func (a *app) colour(code, s string) string {
	if !a.colours {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

func (a *app) severity(s finding.Severity) string {
	switch s {
	case finding.Error:
		return a.colour("1;31", a.texts.get("error"))
	case finding.Warning:
		return a.colour("1;33", a.texts.get("warning"))
	}
	return a.colour("1;36", a.texts.get("note"))
}

func (a *app) plural(key string, n int) string {
	if n == 1 {
		return a.texts.format(key+"-one", n)
	}
	return a.texts.format(key+"-other", n)
}

func (a *app) printError(err error) {
	fmt.Fprintf(a.env.Err, "%s: %s\n", a.severity(finding.Error), a.sentence(err))
}

// printStage writes a line when a stage begins.
func (a *app) printStage(words string) { fmt.Fprintln(a.env.Err, words) }

// say writes a line about the run, unless --quiet.
func (a *app) say(key string, args ...any) {
	if !a.quiet {
		fmt.Fprintln(a.env.Err, a.texts.format(key, args...))
	}
}

// tell writes a line of the report, unless --quiet.
func (a *app) tell(key string, args ...any) {
	if !a.quiet {
		a.line("%s", a.texts.format(key, args...))
	}
}

// line writes a line of the report.
func (a *app) line(format string, args ...any) { fmt.Fprintf(a.report, format+"\n", args...) }

// columns writes lines of the report, their cells, parted by tabs, one below the other.
func (a *app) columns(lines []string) {
	w := tabwriter.NewWriter(a.report, 0, 4, 2, ' ', 0)
	for _, line := range lines {
		fmt.Fprintln(w, line)
	}
	w.Flush()
}

// answer writes the lines of a result.
func (a *app) answer(lines ...string) error {
	for _, line := range lines {
		if _, err := fmt.Fprintln(a.env.Out, line); err != nil {
			return err
		}
	}
	return nil
}

// printJSON writes a result for machines.
func (a *app) printJSON(v any) error { return encodeJSON(a.env.Out, v) }

// encodeJSON writes v indented.
func encodeJSON(w io.Writer, v any) error {
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(v)
}
