package pages

import (
	"cmp"
	"iter"
	"path"
	"slices"

	"elinde/generator/programme"
	"elinde/generator/revision"
	"elinde/generator/series"
	"elinde/site"
)

// releasePage is the page of a release at its permanent address: what it told, as
// it told it, whatever later releases say.
type releasePage struct {
	frame
	Release release       `json:"release"`
	Later   *link         `json:"later,omitempty"` // the newest release, where this is not it
	Next    *next         `json:"next,omitempty"`
	First   string        `json:"first,omitempty"` // periods that no release told before
	Begun   []link        `json:"begun,omitempty"` // indicators that no release told before
	Ended   []ended       `json:"ended,omitempty"` // and those that it tells no more
	Revised *revisedList  `json:"revised,omitempty"`
	Tables  []figureTable `json:"tables,omitempty"`
	Symbols []symbolNote  `json:"symbols,omitempty"`
	Files   []sumFile     `json:"files,omitempty"`
	Cite    string        `json:"cite"`
}

// ended is an indicator that a release tells no more, and what came in its place.
type ended struct {
	link
	Successor *link `json:"successor,omitempty"`
}

// sumFile is a file of a release with its size and its SHA-256 checksum.
type sumFile struct {
	Href   string `json:"href"`
	Name   string `json:"name"`
	Format string `json:"format"`
	Bytes  string `json:"bytes"`
	Sum    string `json:"sum"`
}

// toldFigures are the totals of an indicator in one release.
type toldFigures map[toldAt]*series.Figure

type toldAt struct {
	area   programme.PlaceID
	period string
}

// toldBy gathers what each release that is out told, by indicator, with the symbols
// that its files have: it is made once.
func toldBy(releases iter.Seq2[*programme.Release, map[programme.IndicatorID]*series.Table]) map[programme.ReleaseID]map[programme.IndicatorID]toldFigures {
	all := map[programme.ReleaseID]map[programme.IndicatorID]toldFigures{}
	for r, tables := range releases {
		all[r.ID] = map[programme.IndicatorID]toldFigures{}
		for id, t := range tables {
			of := toldFigures{}
			for _, f := range t.Figures {
				if n, _ := f.Key.Split(nil); n > 0 || f.Key.Extra != "" && !isWhole(f.Key.Extra) {
					continue // pages of releases show totals
				}
				if at := (toldAt{f.RefArea, f.TimePeriod}); of[at] == nil {
					of[at] = f
				}
			}
			if len(of) > 0 {
				all[r.ID][id] = of
			}
		}
	}
	return all
}

func isWhole(extra string) bool {
	for _, c := range extra {
		if c != '_' && c != 'T' && c != 'Z' && c != '.' {
			return false
		}
	}
	return true
}

func (w *planner) releasePage(r *programme.Release) site.Page {
	shown := symbolSet{}
	p := releasePage{Release: w.release(r), Revised: w.revisions(w.stats.revised.OfRelease(r.ID), shown, true)}
	begun := w.stats.revised.BegunIn(r.ID)
	p.First = w.firstPeriods(w.stats.revised.FirstIn(r.ID), begun)
	for _, id := range begun {
		p.Begun = append(p.Begun, *w.indicatorLink(id))
	}
	for _, id := range w.stats.revised.EndedIn(r.ID) {
		p.Ended = append(p.Ended, ended{*w.indicatorLink(id), w.indicatorLink(w.Indicator[id].SuccessorID)})
	}
	p.Tables = w.releaseTables(r, shown)
	p.Symbols = w.symbolNotes(shown)
	if newest := w.stats.releases[len(w.stats.releases)-1]; newest != r {
		p.Later = &link{Href: w.href(releasePath(newest.ID)), text: w.text(newest.Title)}
	} else {
		p.Next = w.nextRelease()
	}
	if w.downloads != nil {
		for _, f := range w.downloads.Release(r.ID) {
			if f.Language == "" || f.Language == w.language.Code {
				p.Files = append(p.Files, sumFile{Href: f.Path, Name: path.Base(f.Path), Format: f.Format, Bytes: w.whole(f.Size), Sum: f.SHA256})
			}
		}
	}
	p.Cite = w.cite(p.Release.Title, nil, nil, releasePath(r.ID))
	p.frame = frame{Heading: p.Release.Title, Description: p.Release.Title.T, Section: "statistics",
		Crumbs: w.crumbs(w.room("nav_statistics", roomStatistic), w.room("nav_releases", roomReleases))}
	return w.page("release", releasePath(r.ID), p.Heading.T, p)
}

// firstPeriods says which periods a release told first, those of indicators that
// begin with it left out.
func (w *planner) firstPeriods(list []revision.First, begun []programme.IndicatorID) string {
	var periods programme.List
	for _, f := range list {
		if slices.Contains(begun, f.Indicator) {
			continue
		}
		for _, p := range f.Periods {
			if !periods.Has(p) {
				periods = append(periods, p)
			}
		}
	}
	return w.periodList(periods)
}

// releaseTables sets the indicators of each theme under each other, the country and
// its regions beside, in the newest period that the release has of each.
func (w *planner) releaseTables(r *programme.Release, shown symbolSet) []figureTable {
	of := w.stats.told[r.ID]
	byTheme := map[programme.TermID][]indicatorEntry{}
	list := map[programme.TermID][]*programme.Indicator{}
	for i := range w.Indicators {
		n := &w.Indicators[i]
		if w.Indicator[n.ID] == n && len(of[n.ID]) > 0 {
			byTheme[n.Theme] = nil
			list[n.Theme] = append(list[n.Theme], n)
		}
	}
	areas := []programme.PlaceID{programme.PlaceID(w.settings.Country)}
	for _, p := range w.regions() {
		areas = append(areas, p.ID)
	}
	var tables []figureTable
	for _, id := range w.themesInOrder(byTheme) {
		t := figureTable{ID: "t-" + string(id), Name: w.themeName(id).T, Caption: []text{w.themeName(id)}, Corner: w.say("stats_indicator"), Release: string(r.ID)}
		for _, a := range areas {
			t.Heads = append(t.Heads, capital(w.placeName(a)))
		}
		for _, n := range list[id] {
			period := newestOf(of[n.ID])
			row := figureRow{Name: w.text(n.Name), Href: w.href(w.indicatorPath(n)), Note: w.shortPeriod(period) + ", " + w.unit(n).T}
			for _, a := range areas {
				row.Cells = append(row.Cells, w.releaseCell(n, of[n.ID], a, period, shown))
			}
			t.Rows = append(t.Rows, row)
		}
		tables = append(tables, t)
	}
	return tables
}

func newestOf(of toldFigures) (newest string) {
	for at := range of { // a quarter is newer than any year
		if cmp.Or(cmp.Compare(len(at.period), len(newest)), cmp.Compare(at.period, newest)) > 0 {
			newest = at.period
		}
	}
	return newest
}

func (w *planner) releaseCell(n *programme.Indicator, of toldFigures, area programme.PlaceID, period string, shown symbolSet) figureCell {
	if f := of[toldAt{area, period}]; f != nil {
		c := figureCell{V: w.number(f.Value, n.Decimals), S: f.Symbols, Key: f.Key.Name(n.ID)}
		shown.add(c.S)
		return c
	}
	s := series.NotAvailable
	if p, ok := programme.ParsePeriod(period); ok && !w.InForce(area, p.Span()) {
		s = series.Inapplicable
	}
	shown[s] = true
	return figureCell{S: []series.Symbol{s}}
}

func (w *planner) themeName(id programme.TermID) text {
	if t := w.Term["theme"][id]; t != nil {
		return w.text(t.Name)
	}
	return text{T: string(id)}
}
