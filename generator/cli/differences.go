package cli

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"elinde/generator/difference"
	"elinde/generator/pipeline"
)

// differences gives the lines that say in words what publishing now would change.
func (a *app) differences(d *pipeline.Diff, all bool) []string {
	var lines []string
	if d.Published == nil {
		lines = append(lines, a.texts.get("diff-new"))
	} else {
		lines = append(lines, a.texts.format("diff-since", d.Published["as_of"]))
	}
	if len(d.Rows)+len(d.Figures)+len(d.Pages.Added)+len(d.Pages.Changed)+len(d.Pages.Gone)+len(d.Pages.Dated) == 0 {
		return append(lines, a.texts.get("diff-none"))
	}
	lines = append(lines, a.texts.get("diff-would"))
	// What readers have seen and would find otherwise comes first.
	var revised []difference.Figure
	marked := 0
	for _, f := range d.Figures {
		switch loudness(&f) {
		case 0:
			marked++
		case 2:
			revised = append(revised, f)
		}
	}
	if len(revised) > 0 {
		lines = append(lines, "", a.texts.format("diff-revised", len(revised)))
		lines = append(lines, a.listed(len(revised), all, func(i int) string { return a.figure(&revised[i]) })...)
	}
	if marked > 0 {
		lines = append(lines, "", a.texts.format("diff-marked", marked))
	}
	for start := 0; start < len(d.Rows); {
		end := start
		for end < len(d.Rows) && d.Rows[end].Table == d.Rows[start].Table {
			end++
		}
		rows := d.Rows[start:end]
		lines = append(lines, "", a.texts.format("diff-table", rows[0].Table, a.tally(difference.Count(rows, func(r *difference.Row) difference.Kind { return r.Kind }))))
		lines = append(lines, a.listed(len(rows), all, func(i int) string { return a.row(&rows[i]) })...)
		start = end
	}
	if len(d.Figures) > 0 {
		lines = append(lines, a.figures(d.Figures, all)...)
		lines = append(lines, a.texts.get("diff-symbols"))
	}
	lines = append(lines, "", a.texts.format("diff-pages", a.tally(map[difference.Kind]int{difference.Added: len(d.Pages.Added),
		difference.Changed: len(d.Pages.Changed), difference.Gone: len(d.Pages.Gone)})))
	for i, list := range [][]string{d.Pages.Added, d.Pages.Changed, d.Pages.Gone} {
		list = ownFirst(list, d)
		lines = append(lines, a.listed(len(list), all, func(j int) string { return marks[difference.Kinds[i]] + " " + list[j] })...)
	}
	if n := len(d.Pages.Dated); n > 0 {
		lines = append(lines, a.texts.format("diff-dated", n))
	}
	if !d.Pages.Compared && d.Published != nil {
		lines = append(lines, a.texts.get("diff-unknown"))
	}
	return lines
}

// ownFirst puts the pages of the rows and indicators that change before those that
// only name them.
func ownFirst(list []string, d *pipeline.Diff) []string {
	own := map[string]bool{}
	for i := range d.Rows {
		own[d.Rows[i].ID] = true
	}
	for i := range d.Figures {
		own[string(d.Figures[i].Indicator)] = true
	}
	after := func(page string) int {
		if own[path.Base(page)] {
			return 0
		}
		return 1
	}
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b string) int { return after(a) - after(b) })
	return list
}

// marks stand before what is listed, beside the words of its head line.
var marks = map[difference.Kind]string{difference.Added: "+", difference.Changed: "~", difference.Gone: "-"}

// figures tells the figures indicator by indicator.
func (a *app) figures(list []difference.Figure, all bool) []string {
	var lines []string
	for start := 0; start < len(list); {
		end := start
		for end < len(list) && list[end].Indicator == list[start].Indicator {
			end++
		}
		part := slices.Clone(list[start:end]) // what says another value comes first
		slices.SortStableFunc(part, func(a, b difference.Figure) int { return loudness(&b) - loudness(&a) })
		lines = append(lines, "", a.texts.format("diff-figures", part[0].Indicator, a.tally(difference.Count(part, func(f *difference.Figure) difference.Kind { return f.Kind }))))
		lines = append(lines, a.listed(len(part), all, func(i int) string { return a.figure(&part[i]) })...)
		start = end
	}
	return lines
}

// loudness orders what a difference says: another value than before, a new figure,
// another mark only.
func loudness(f *difference.Figure) int {
	switch {
	case f.Old == nil:
		return 1
	case f.New != nil && f.Old.Value == f.New.Value:
		return 0
	}
	return 2
}

// figure tells what a figure said and would say.
func (a *app) figure(f *difference.Figure) string {
	return marks[f.Kind] + " " + f.Key + ": " + a.change(a.value(f.Old), a.value(f.New))
}

// value writes what a figure says; "" where there is none.
func (a *app) value(t *difference.Told) string {
	if t == nil {
		return ""
	}
	text := t.Value
	if text == "" {
		text = a.texts.get("diff-no-value")
	}
	if t.Symbols != "" {
		text += " [" + strings.ReplaceAll(t.Symbols, ";", "] [") + "]"
	}
	return text
}

func (a *app) change(before, after string) string {
	switch {
	case before == "":
		return after
	case after == "":
		return before
	}
	return before + " → " + after
}

// row tells a row: its name, and which cells would say something else.
func (a *app) row(r *difference.Row) string {
	line := marks[r.Kind] + " " + r.ID
	name := r.Name[a.texts.language]
	for _, l := range languages {
		name = cmp.Or(name, r.Name[l])
	}
	if name != "" {
		line += ", " + name
	}
	var cells []string
	for _, c := range r.Cells {
		cells = append(cells, c.Column)
	}
	if len(cells) > 0 {
		line += ": " + strings.Join(cells, ", ")
	}
	return line
}

// tally says how many of each kind there are.
func (a *app) tally(n map[difference.Kind]int) string {
	var parts []string
	for _, k := range difference.Kinds {
		if n[k] > 0 {
			parts = append(parts, a.texts.format("diff-"+string(k), n[k]))
		}
	}
	if parts == nil {
		return a.texts.get("diff-nothing")
	}
	return strings.Join(parts, ", ")
}

// listed gives the first lines of a list, all of them if wanted.
func (a *app) listed(n int, all bool, line func(int) string) []string {
	var lines []string
	for i := range n {
		if i == perKind && !all {
			return append(lines, "  "+a.texts.format("more", n-i))
		}
		lines = append(lines, "  "+line(i))
	}
	return lines
}
