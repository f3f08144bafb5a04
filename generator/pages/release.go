package pages

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"elinde/generator/programme"
	"elinde/generator/series"
	"elinde/site"
)

// release is a release in the list. Of a planned one only title and time are
// known.
type release struct {
	ID        string   `json:"id"` // anchor
	Title     text     `json:"title"`
	At        *moment  `json:"at"`
	Summary   *passage `json:"summary,omitempty"`
	Periods   string   `json:"periods,omitempty"`
	Revisions *text    `json:"revisions,omitempty"`
	Href      string   `json:"href,omitempty"`
}

// moment is a date with its time of day.
type moment struct {
	ISO string `json:"iso"`
	T   string `json:"t"`
}

// next is when the next figures come.
type next struct {
	At    moment `json:"at"`
	Title *text  `json:"title,omitempty"`
}

type releaseList struct {
	frame
	Out     []release `json:"out,omitempty"`
	Planned []release `json:"planned,omitempty"` // those of twelve months
	Zone    string    `json:"zone"`              // of all times
	Files   []file    `json:"files"`             // open data
}

func (w *planner) releaseList() site.Page {
	var p releaseList
	for _, r := range slices.Backward(w.stats.releases) {
		p.Out = append(p.Out, w.release(r))
	}
	year := w.today.Time().AddDate(1, 0, 0)
	for _, r := range w.stats.planned {
		if r.PublishAt.After(year) {
			break
		}
		p.Planned = append(p.Planned, release{ID: anchor(r.ID), Title: tied(w.text(r.Title)), At: w.moment(r.PublishAt)})
	}
	p.Zone, p.Files = w.say("releases_zone", "offset", w.settings.UTCOffset), w.openData()
	p.frame = frame{Heading: text{T: w.say("nav_releases")}, Description: w.say("releases_description"), Section: "statistics",
		Crumbs: w.crumbs(w.room("nav_statistics", roomStatistic))}
	return w.page("releases", roomReleases, p.Heading.T, p)
}

func (w *planner) release(r *programme.Release) release {
	return release{ID: anchor(r.ID), Title: tied(w.text(r.Title)), At: w.moment(r.PublishAt), Summary: w.passage(r.Summary),
		Periods: w.periodList(r.Periods), Revisions: w.optional(r.NoteOnRevisions), Href: w.href(releasePath(r.ID))}
}

// anchor is the id of the element of a release on its page.
func anchor(id programme.ReleaseID) string { return "r-" + string(id) }

// releaseOf gives the release that a figure is from, and its day.
func (w *planner) releaseOf(f *series.Figure) (*link, *day) {
	r := w.Release[f.ReleaseID]
	if r == nil {
		return nil, nil
	}
	return &link{Href: w.href(releasePath(r.ID)), text: tied(w.text(r.Title))}, w.day(programme.DateOf(r.PublishAt.In(w.settings.Zone())))
}

// nextRelease says when the next figures come: the nearest planned release, else
// what the newest one announced, if that is still to come.
func (w *planner) nextRelease() *next {
	if len(w.stats.planned) > 0 {
		r := w.stats.planned[0]
		title := tied(w.text(r.Title))
		return &next{At: *w.moment(r.PublishAt), Title: &title}
	}
	if n := len(w.stats.releases); n > 0 {
		r := w.stats.releases[n-1]
		if programme.DateOf(r.NextRelease.In(w.settings.Zone())) > w.today {
			return &next{At: *w.moment(r.NextRelease)}
		}
	}
	return nil
}

func (w *planner) moment(i programme.Instant) *moment {
	if i.IsZero() {
		return nil
	}
	t := i.In(w.settings.Zone())
	return &moment{ISO: t.Format(time.RFC3339), T: w.instant(t)}
}

// periodList writes the periods of a release, runs of neighbours put
// together.
func (w *words) periodList(list programme.List) string {
	var parts []string
	for _, r := range runs(list) {
		if r[0] == r[1] {
			parts = append(parts, w.shortPeriod(r[0]))
			continue
		}
		parts = append(parts, w.say("period_range", "from", w.shortPeriod(r[0]), "to", w.shortPeriod(r[1])))
	}
	return strings.Join(parts, "; ")
}

// runs finds the first and last of each run of periods that follow each other.
func runs(list programme.List) [][2]string {
	sorted := slices.Clone(list)
	slices.SortFunc(sorted, func(a, b string) int {
		return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b)) // quarters before years
	})
	var out [][2]string
	for _, s := range sorted {
		p, ok := programme.ParsePeriod(s)
		if n := len(out); ok && n > 0 && out[n-1][1] == p.Back(1).String() {
			out[n-1][1] = s
			continue
		}
		out = append(out, [2]string{s, s})
	}
	return out
}
