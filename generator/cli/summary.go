package cli

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
	"time"

	"elinde/generator/config"
	"elinde/generator/finding"
	"elinde/generator/pipeline"
	"elinde/generator/programme"
	"elinde/generator/table"
)

// printCounts writes what was read, file by file: every row is accounted for.
func (a *app) printCounts(counts []table.Count) {
	if a.quiet || len(counts) == 0 {
		return
	}
	a.line("")
	rows := []string{a.texts.get("table-head")}
	for _, c := range counts {
		rows = append(rows, fmt.Sprintf("%s\t%s\t%d\t%d\t%d\t%s", path.Clean(c.File), c.Table, c.Read, c.Kept, c.Read-c.Kept, c.Encoding+" "+c.Delimiter))
	}
	a.columns(rows)
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
	a.line("")
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
		a.line("%s", line)
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
