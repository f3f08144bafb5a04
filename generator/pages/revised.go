package pages

import (
	"slices"

	"elinde/generator/programme"
	"elinde/generator/revision"
	"elinde/generator/series"
)

// mostRevised is how many revisions a page lists; the download has them all.
const mostRevised = 12

// revisedList says what releases told otherwise than those before them.
type revisedList struct {
	Groups []revisedGroup `json:"groups,omitempty"`
	More   string         `json:"more,omitempty"` // says that there are others
	Same   string         `json:"same,omitempty"` // says that provisional figures were confirmed
}

// revisedGroup is what one release changed, or what was changed in one indicator.
type revisedGroup struct {
	By   *link     `json:"by,omitempty"`
	Rows []revised `json:"rows"`
}

// revised is a figure that changed.
type revised struct {
	What   []text     `json:"what"` // place, members, period
	Old    figureCell `json:"old"`
	New    figureCell `json:"new"`
	Kind   string     `json:"kind"` // in words
	Reason *text      `json:"reason,omitempty"`
	// Key is that of the observation; Was and Is are the releases that told it.
	Key string `json:"key"`
	Was string `json:"was"`
	Is  string `json:"is"`
}

// revisions lists what changed: all that was final before or has a reason, and of
// provisional figures the country's totals; nil where nothing changed. On the page
// of a release they stand by indicator, on that of an indicator by release.
func (w *planner) revisions(list []revision.Revision, shown symbolSet, ofRelease bool) *revisedList {
	kinds := revision.Count(list)
	v := &revisedList{}
	told, left := 0, 0
	var rows []*revision.Revision
	for i := range list {
		r := &list[i]
		if r.Kind == revision.Confirmed || r.Kind == revision.Remarked || w.Indicator[r.Indicator] == nil {
			continue
		}
		if rankOf(r) > 0 && !(w.isCountry(r.Cell.Area) && isSum(r.Cell, w.stats.extra)) {
			left++
			continue
		}
		rows = append(rows, r)
	}
	slices.SortStableFunc(rows, func(a, b *revision.Revision) int { return rankOf(a) - rankOf(b) })
	group := map[string]int{}
	for _, r := range rows {
		if told++; told > mostRevised {
			left++
			continue
		}
		by := string(r.Release)
		if ofRelease {
			by = string(r.Indicator)
		}
		at, known := group[by]
		if !known {
			at = len(v.Groups)
			group[by] = at
			v.Groups = append(v.Groups, revisedGroup{By: w.revisedBy(r, ofRelease)})
		}
		v.Groups[at].Rows = append(v.Groups[at].Rows, w.revisedRow(r, shown))
	}
	if left > 0 {
		v.More = w.say("revised_more")
	}
	if kinds[revision.Confirmed] > 0 {
		v.Same = w.say("revised_confirmed")
	}
	if len(v.Groups) == 0 && left == 0 && v.Same == "" {
		return nil
	}
	return v
}

func (w *planner) revisedBy(r *revision.Revision, ofRelease bool) *link {
	if ofRelease {
		return w.indicatorLink(r.Indicator)
	}
	release := w.Release[r.Release]
	return &link{Href: w.href(releasePath(release.ID)), text: w.text(release.Title)}
}

func isSum(k series.Key, extra []string) bool {
	n, _ := k.Split(extra)
	return n == 0
}

// rankOf puts what readers relied on first.
func rankOf(r *revision.Revision) int {
	switch {
	case !r.Reason.Empty(), r.WasFinal(), r.Kind == revision.Hidden, r.Kind == revision.Disclosed, r.Kind == revision.Withdrawn:
		return 0
	}
	return 1
}

func (w *planner) revisedRow(r *revision.Revision, shown symbolSet) revised {
	n := w.Indicator[r.Indicator]
	v := revised{What: w.cellName(r.Cell), Old: w.toldCell(n, r.Old), New: w.toldCell(n, r.New), Kind: w.say("revised_" + string(r.Kind)),
		Reason: w.optional(r.Reason), Key: r.Key, Was: string(r.Before), Is: string(r.Release)}
	if r.Kind == revision.Changed {
		v.Kind = ""
	}
	shown.add(v.Old.S)
	shown.add(v.New.S)
	return v
}

// toldCell shows what a release told of a cell.
func (w *planner) toldCell(n *programme.Indicator, t revision.Told) figureCell {
	if !t.There {
		return figureCell{V: "–"}
	}
	return figureCell{V: w.number(t.Value, n.Decimals), S: t.Symbols}
}

// cellName names a cell: its place, the members that it is split by, its period.
func (w *planner) cellName(k series.Key) []text {
	name := []text{capital(w.placeName(k.Area))}
	add := func(t text) { name = append(name, text{T: ", "}, t) }
	for _, d := range series.Fixed {
		if id := k.Member(d, w.stats.extra); !series.Whole(id) {
			add(w.member(string(d), id))
		}
	}
	for _, d := range w.settings.Dimensions {
		if id := k.Member(series.Dimension(d.ID), w.stats.extra); !series.Whole(id) {
			add(w.member(d.Scheme, id))
		}
	}
	add(text{T: w.shortPeriod(k.Period)})
	return name
}

// reasonOf gives the reason why a figure differs from the one told before it.
func (m *tableMaker) reasonOf(f *series.Figure) *text {
	if !f.Has(series.RevisedFigure) {
		return nil
	}
	for _, r := range m.stats.revised.OfIndicator(m.indicator.ID) {
		if r.Cell == f.Key && r.Release == f.ReleaseID {
			return m.optional(r.Reason)
		}
	}
	return nil
}
