package cli

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"elinde/generator/checklist"
	"elinde/generator/config"
	"elinde/generator/disclosure"
	"elinde/generator/finding"
	"elinde/generator/hsds/intake"
	"elinde/generator/pipeline"
	"elinde/generator/programme"
	"elinde/generator/signature"
	"elinde/generator/table"
	"elinde/site/publish"
)

// This file alone prints. Its rules: results go to Out (the report of check is
// one), everything about the run to Err. A problem is "error:" or "warning:" and
// a sentence, then "hint:" and what to do. Colour marks the first word only and
// never carries a meaning of its own. Cells of the data are quoted, so that none can act on a terminal.

// perKind is how many findings of a kind in a file are listed without --all.
const perKind = 10

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

func (a *app) printError(err error) {
	fmt.Fprintf(a.env.Err, "%s: %s\n", a.severity(finding.Error), a.sentence(err))
}

// refuse writes findings that end a command, and the line that says so; as JSON
// where that is wanted. It gives errFindings.
func (a *app) refuse(found []finding.Finding, key string, args ...any) error {
	finding.Sort(found)
	if a.json {
		return cmp.Or(printJSON(a.env.Out, struct {
			OK       bool          `json:"ok"`
			Findings []findingJSON `json:"findings"`
		}{false, a.withWords(found)}), errFindings)
	}
	a.printFindings(found, false, false)
	a.tell(key, args...)
	return errFindings
}

// printImported says what import wrote, and what it could not take.
func (a *app) printImported(folder string, tables []intake.Table, found []finding.Finding, notes, all bool) error {
	if a.json {
		counts := map[string]int{}
		for _, t := range tables {
			counts[t.Name] = len(t.Rows)
		}
		return printJSON(a.env.Out, struct {
			OK       bool           `json:"ok"`
			Folder   string         `json:"folder"`
			Rows     map[string]int `json:"rows"`
			Findings []findingJSON  `json:"findings"`
		}{true, folder, counts, a.withWords(found)})
	}
	a.printFindings(found, notes, all)
	for _, t := range tables {
		a.say("import-table", t.Name, len(t.Rows))
	}
	a.say("imported", folder)
	return nil
}

// printPurged says what purge removed, and what it may not: files of the
// published site, by name.
func (a *app) printPurged(p *pipeline.Purged) error {
	var removed publish.Removed
	if p.Removed != nil {
		removed = *p.Removed
	}
	if a.json {
		list := func(files []string) []string { return append([]string{}, files...) } // [], never null
		return printJSON(a.env.Out, struct {
			OK        bool              `json:"ok"`
			Removed   map[string]string `json:"removed"` // what the removed site said of itself; null where it stays
			Because   string            `json:"because,omitempty"`
			File      string            `json:"file,omitempty"` // what makes it confidential
			Row       int               `json:"row,omitempty"`
			Published []string          `json:"published"`
		}{len(p.Published) == 0, removed.Stamp, removed.File, p.Row.File, p.Row.Row, list(p.Published)})
	}
	switch {
	case p.Removed == nil:
		a.say("purged-nothing")
	case p.Early != "":
		a.say("purged-early", a.stamped(removed.Stamp), p.Early, p.Until)
	case removed.File == "":
		a.say("purged", a.stamped(removed.Stamp))
	case p.Row.File == "":
		a.say("purged-file", a.stamped(removed.Stamp), removed.File)
	default:
		a.say("purged-row", a.stamped(removed.Stamp), removed.File, p.Row.File, p.Row.Row)
	}
	if len(p.Published) > 0 {
		a.say("purge-published", len(p.Published))
	}
	for _, name := range p.Published {
		if _, err := fmt.Fprintln(a.env.Out, name); err != nil {
			return err
		}
	}
	return nil
}

// printVerified says whether a site is what was signed, and which files are not;
// a site that is not gives errFindings.
func (a *app) printVerified(folder string, r signature.Result) error {
	if a.json {
		if err := printJSON(a.env.Out, struct {
			OK bool `json:"ok"`
			signature.Result
		}{r.Sound(), r}); err != nil {
			return err
		}
	} else {
		var lines []string
		for _, name := range r.Changed {
			lines = append(lines, a.texts.format("verify-changed", name))
		}
		for _, name := range r.Missing {
			lines = append(lines, a.texts.format("verify-missing", name))
		}
		for _, name := range r.Added {
			lines = append(lines, a.texts.format("verify-added", name))
		}
		for _, what := range r.Unread {
			lines = append(lines, a.texts.format("verify-unread", what))
		}
		for _, line := range lines {
			if _, err := fmt.Fprintln(a.env.Out, line); err != nil {
				return err
			}
		}
		switch {
		case !r.Signed:
			a.tell("verify-forged", folder)
		case r.Sound() && onTheWeb(folder):
			a.say("verify-sound-web", folder, r.Comment)
		case r.Sound():
			a.say("verify-sound", folder, r.Comment)
		default:
			a.tell("verify-differs", folder, len(r.Changed)+len(r.Missing)+len(r.Added)+len(r.Unread))
		}
	}
	if !r.Sound() {
		return errFindings
	}
	return nil
}

// printVersion writes the versions in one line.
func (a *app) printVersion(v versionJSON) error {
	_, err := fmt.Fprintf(a.env.Out, "elinde %s (%s, hugo %s, bleve %s, goldmark %s)\n", v.Elinde, v.Go, v.Hugo, v.Bleve, v.Goldmark)
	return err
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
		fmt.Fprintln(a.report, a.texts.format(key, args...))
	}
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
			fmt.Fprintf(a.report, "\n%s\n", a.colour("1", name))
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
				fmt.Fprintf(a.report, "    %s\n", a.texts.format("more", n))
				break
			}
			f := rows[0]
			// The hint stands once behind all findings that share it.
			if next := t.words.Hint(f); next != hint {
				a.printHint(hint)
				hint = next
			}
			fmt.Fprintf(a.report, "  %s: %s%s [%s]\n", a.severity(f.Severity), a.place(rows), t.words.Sentence(f), f.Code)
			if n := t.followers[f.Name()]; n > 0 && f.Follows == "" {
				fmt.Fprintf(a.report, "    %s\n", a.texts.format("followers", n, strings.Join(t.where[f.Name()], ", ")))
			}
		}
		a.printHint(hint)
	}
}

func (a *app) printHint(hint string) {
	if hint != "" {
		// Lines to paste stand below it, deeper.
		fmt.Fprintf(a.report, "    %s: %s\n", a.texts.get("hint"), strings.ReplaceAll(strings.ReplaceAll(hint, " \n", "\n"), "\n", "\n        "))
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

// printCounts writes what was read, file by file: every row is accounted for.
func (a *app) printCounts(counts []table.Count) {
	if a.quiet || len(counts) == 0 {
		return
	}
	fmt.Fprintln(a.report)
	w := tabwriter.NewWriter(a.report, 0, 4, 2, ' ', 0)
	fmt.Fprintln(w, a.texts.get("table-head"))
	for _, c := range counts {
		fmt.Fprintf(w, "%s\t%s\t%d\t%d\t%d\t%s\n", path.Clean(c.File), c.Table, c.Read, c.Kept, c.Read-c.Kept, c.Encoding+" "+c.Delimiter)
	}
	w.Flush()
}

// printSummary writes the closing line of a check.
func (a *app) printSummary(list []finding.Finding, counts []table.Count) {
	rows, left, headless := map[string]int{}, 0, 0
	for _, c := range counts {
		// A file may feed several tables; it was read once.
		rows[c.File] = max(rows[c.File], c.Read)
		for code, n := range c.LeftOut {
			switch finding.Code(code) {
			case finding.RowsRepeated, finding.RowsFiltered:
			case finding.ColumnMissing:
				headless += n
			default:
				left += n
			}
		}
	}
	total := 0
	for _, n := range rows {
		total += n
	}
	by, followers := map[finding.Severity]int{}, 0
	for _, f := range list {
		if f.Follows != "" {
			followers++
		} else {
			by[f.Severity]++
		}
	}
	if a.quiet {
		return
	}
	fmt.Fprintln(a.report)
	a.tell("summary", total, len(rows), a.plural("errors", by[finding.Error]), a.plural("warnings", by[finding.Warning]), a.plural("notes", by[finding.Note]))
	if followers > 0 {
		a.tell("followers-all", followers)
	}
	if left > 0 {
		a.tell("left-out", left)
	}
	if headless > 0 {
		a.tell("left-headless", headless)
	}
}

// printTime says as of when the data were looked at, and which release is held
// back until when: one line, and another where the clock is past that.
func (a *app) printTime(c *pipeline.Checked, s config.Settings) {
	local := func(t time.Time) string { return t.In(s.Zone()).Format("2006-01-02 15:04 -07:00") }
	names := func(list []*programme.Release) string {
		var ids []string
		for _, r := range list {
			ids = append(ids, string(r.ID))
		}
		return strings.Join(ids, ", ")
	}
	from := a.texts.get("time-clock")
	if a.asOf != "" {
		from = a.texts.get("time-flag")
	} else if a.pinned {
		from = a.texts.get("time-pinned")
	}
	line := a.texts.format("time", local(s.AsOf), from)
	if next := c.Next(s); len(next) > 0 {
		line += " " + a.texts.format("time-held", local(next[0].PublishAt.Time), names(next))
	}
	if !a.quiet {
		fmt.Fprintln(a.report, line)
	}
	if due := c.Due(s, a.env.Now()); len(due) > 0 {
		if a.pinned {
			a.tell("time-due-pinned", local(a.env.Now()), names(due))
		} else {
			a.tell("time-due", local(a.env.Now()), names(due))
		}
	}
}

// printLater says which releases could not come out as they are, though what keeps
// them back stops nothing before their time.
func (a *app) printLater(list []finding.Finding) {
	count := map[string]int{}
	for _, f := range list {
		if f.Args["from"] != "" {
			count[f.Args["release"]]++
		}
	}
	for _, release := range slices.Sorted(maps.Keys(count)) {
		a.tell("check-later", release, count[release], release)
	}
}

// printHidden says how to see the values that the report leaves out because their
// release is not out yet.
func (a *app) printHidden(list []finding.Finding, next []*programme.Release, s config.Settings) {
	hides := func(f finding.Finding) bool {
		return f.Value == hidden || f.Value == "-"+hidden || f.Value == hidden+"."+hidden || f.Args["sums"] != "" && strings.Contains(f.Args["sums"], hidden)
	}
	if len(next) > 0 && slices.ContainsFunc(list, hides) {
		a.tell("check-hidden", next[0].ID, next[0].PublishAt.In(s.Zone()).Format(time.RFC3339))
	}
}

// hidden stands in findings for a value that the report must not give away.
const hidden = "…"

func (a *app) plural(key string, n int) string {
	if n == 1 {
		return a.texts.format(key+"-one", n)
	}
	return a.texts.format(key+"-other", n)
}

// printJSON writes v to Out, indented, for machines.
func printJSON(w io.Writer, v any) error {
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(v)
}

// printWithheld lists the withheld figures of an indicator with the reason of each.
func (a *app) printWithheld(indicator string, cells []disclosure.WithheldCell) {
	fmt.Fprintln(a.env.Out, a.texts.format("explain-list", indicator, len(cells)))
	for _, c := range cells {
		fmt.Fprintf(a.env.Out, "  %s: %s\n", c.Key, a.texts.get("because-"+string(c.Reason)))
	}
}

// printOpen answers that there is nothing to explain.
func (a *app) printOpen(key string, state disclosure.State) {
	if state == disclosure.Missing {
		fmt.Fprintln(a.env.Out, a.texts.format("explain-missing", key))
		return
	}
	fmt.Fprintln(a.env.Out, a.texts.format("explain-published", key))
}

// printExplained says why a figure is withheld, how far it can be guessed, and
// what would give it away.
func (a *app) printExplained(c *disclosure.WithheldCell) {
	answer := func(line string) { fmt.Fprintln(a.env.Out, line) }
	if c.Exposed {
		answer(a.texts.format("explain-exposed", c.Key))
	}
	switch c.Reason {
	case disclosure.Small:
		answer(a.texts.format("explain-small", c.Key))
	case disclosure.FromSource:
		answer(a.texts.format("explain-from-source", c.Key))
	case disclosure.Hides:
		answer(a.texts.format("explain-hides", c.Key, c.For))
	case disclosure.Derived:
		answer(a.texts.format("explain-derived", c.Key, c.For))
	case disclosure.Earlier:
		answer(a.texts.format("explain-earlier", c.Key))
	}
	if c.Low != nil {
		if c.High == nil {
			answer(a.texts.format("explain-open", *c.Low, c.Threshold))
		} else {
			answer(a.texts.format("explain-interval", *c.Low, *c.High, c.Threshold))
		}
		if !c.Exact {
			answer(a.texts.format("explain-wider"))
		}
	}
	for _, sum := range c.Sums {
		if len(sum) > 0 {
			answer(a.texts.format("explain-sum", strings.Join(sum, "\n    ")))
		}
	}
	if c.Cost > 0 {
		answer(a.texts.format("explain-cost", c.Cost))
	}
}

// printChecklist writes the publishing checklist so that it can be printed and
// ticked off: a line a point, with a mark in words, and below it what is to be
// cleared.
func (a *app) printChecklist(list *checklist.List, s config.Settings, all bool) {
	for _, line := range a.about(list, s) {
		fmt.Fprintln(a.report, line)
	}
	fmt.Fprintln(a.report)
	for _, item := range list.Items {
		mark := a.colour("1;32", a.texts.get("clear"))
		if item.State != checklist.Clear {
			mark = a.severity(finding.Severity(item.State))
		}
		fmt.Fprintf(a.report, "[%s] %s\n", mark, a.texts.get("point-"+string(item.Point)))
		t := a.thread(item.Findings)
		for _, severity := range []finding.Severity{finding.Error, finding.Warning, finding.Note} {
			for _, group := range t.files(severity, all) {
				fmt.Fprintf(a.report, "  %s\n", cmp.Or(group[0].File, a.texts.get("other-files")))
				a.printKinds(t, group, all)
			}
		}
	}
	fmt.Fprintln(a.report)
	if list.Stops() {
		a.tell("list-stopped", list.Release.ID)
	} else {
		a.tell("list-clean", list.Release.ID)
	}
}

// printLines writes the lines of a result.
func (a *app) printLines(lines []string) {
	for _, line := range lines {
		fmt.Fprintln(a.env.Out, line)
	}
}
