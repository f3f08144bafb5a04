package cli

import (
	"cmp"
	"strconv"
	"strings"

	"elinde/generator/finding"
)

// perKind is how many findings of a kind in a file are listed without --all.
const perKind = 10

// findingJSON is a finding with its words, as --json writes it.
type findingJSON struct {
	finding.Finding
	Sentence string `json:"sentence"`
	Hint     string `json:"hint,omitempty"`
}

func (a *app) withWords(list []finding.Finding) []findingJSON {
	words := finding.Texts(a.texts.language)
	out := make([]findingJSON, len(list))
	for i, f := range list {
		out[i] = findingJSON{f, words.Sentence(f), words.Hint(f)}
	}
	return out
}

// refuse writes findings that end a command, and the line that says so; as JSON
// where that is wanted. It gives errFindings.
func (a *app) refuse(found []finding.Finding, key string, args ...any) error {
	finding.Sort(found)
	if a.json {
		return cmp.Or(a.printJSON(struct {
			OK       bool          `json:"ok"`
			Findings []findingJSON `json:"findings"`
		}{false, a.withWords(found)}), errFindings)
	}
	a.printFindings(found, false, a.all)
	a.tell(key, args...)
	return errFindings
}

// printFindings writes findings, errors first, grouped by file and kind, each kind
// with its hint once. What only follows from another finding is counted behind
// that one; --all lists it too.
func (a *app) printFindings(list []finding.Finding, notes, all bool) {
	t := a.thread(list)
	for _, severity := range []finding.Severity{finding.Error, finding.Warning, finding.Note} {
		if a.quiet && severity != finding.Error || severity == finding.Note && !notes {
			continue
		}
		for _, group := range t.files(severity, all) {
			name := group[0].File
			if name == "" {
				name = a.texts.get("other-files")
			}
			a.line("\n%s", a.colour("1", name))
			a.printKinds(t, group, all)
		}
	}
}

// printKinds lists findings of a file kind by kind, in the order in which each
// kind first occurs. What is said of many rows in the same words is said once; --all
// says it of each.
func (a *app) printKinds(t thread, group []finding.Finding, all bool) {
	for _, kind := range a.kinds(t, group, all) {
		hint := ""
		for i, rows := range kind {
			if i == perKind && !all {
				n := 0
				for _, rest := range kind[i:] {
					n += len(rest)
				}
				a.line("    %s", a.texts.format("more", n))
				break
			}
			f := rows[0]
			// The hint stands once behind all findings that share it.
			if next := t.words.Hint(f); next != hint {
				a.printHint(hint)
				hint = next
			}
			a.line("  %s: %s%s [%s]", a.severity(f.Severity), a.place(rows), t.words.Sentence(f), f.Code)
			if n := t.followers[f.Name()]; n > 0 && f.Follows == "" {
				a.line("    %s", a.texts.format("followers", n, strings.Join(t.where[f.Name()], ", ")))
			}
		}
		a.printHint(hint)
	}
}

func (a *app) printHint(hint string) {
	if hint != "" {
		// Lines to paste stand below it, deeper.
		a.line("    %s: %s", a.texts.get("hint"), strings.ReplaceAll(strings.ReplaceAll(hint, " \n", "\n"), "\n", "\n        "))
	}
}

// place says rows, column and value of findings that are told together, as far as
// they have them.
func (a *app) place(rows []finding.Finding) string {
	var parts []string
	f := rows[0]
	switch {
	case len(rows) > 1:
		parts = append(parts, a.rows(rows))
	case f.Row > 0 && f.Row != f.Line:
		parts = append(parts, a.texts.format("row-line", f.Row, f.Line))
	case f.Line > 0:
		parts = append(parts, a.texts.format("row", f.Line))
	}
	if f.Column != "" && f.Letter != "" {
		parts = append(parts, f.Column+" ("+f.Letter+")")
	} else if f.Column != "" {
		parts = append(parts, f.Column)
	}
	low, high := f.Value, f.Value
	for _, f := range rows {
		low, high = min(low, f.Value), max(high, f.Value)
	}
	if low != high { // days only, see kinds
		parts = append(parts, low+" – "+high)
	} else if f.Value != "" {
		parts = append(parts, strconv.QuoteToGraphic(f.Value))
	}
	if len(parts) == 0 {
		return ""
	}
	return strings.Join(parts, ", ") + ": "
}

// rows lists the first rows of findings, as the spreadsheet numbers them.
func (a *app) rows(list []finding.Finding) string {
	var rows []string
	for _, f := range list[:min(len(list), perKind)] {
		rows = append(rows, strconv.Itoa(cmp.Or(f.Row, f.Line)))
	}
	if rest := len(list) - perKind; rest > 0 {
		return a.texts.format("rows-more", strings.Join(rows, ", "), rest)
	}
	return a.texts.format("rows", strings.Join(rows, ", "))
}
