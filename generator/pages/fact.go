package pages

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"elinde/generator/programme"
	"elinde/site"
)

// fact is a single published figure with its source.
type fact struct {
	ID           string `json:"id"` // anchor
	Value        []text `json:"value"`
	AsOf         string `json:"as_of,omitempty"`
	Text         text   `json:"text"`
	Source       text   `json:"source"`
	URL          string `json:"url,omitempty"`
	SourceDate   string `json:"source_date,omitempty"`
	Publisher    string `json:"publisher,omitempty"`
	Illustration bool   `json:"illustration,omitempty"`
	Indicator    *link  `json:"indicator,omitempty"`
}

// factsPage is the page of all of them.
type factsPage struct {
	frame
	// Milestones are facts that are dates: laws, plans, programmes; the oldest first.
	Milestones []fact `json:"milestones,omitempty"`
	// Sections hold the other facts by component, in the order of the terms; those of
	// none come last, under no heading of their own where no fact has a component.
	Sections []factSection `json:"sections,omitempty"`
}

// factSection is what is known of one component of the programme or plan.
type factSection struct {
	ID          string   `json:"id"` // anchor
	Heading     text     `json:"heading"`
	Description *text    `json:"description,omitempty"`
	Conflicts   [][]fact `json:"conflicts,omitempty"` // sources that disagree, side by side
	Facts       []fact   `json:"facts,omitempty"`
}

func (w *planner) factsPage() site.Page {
	var p factsPage
	of := map[programme.TermID][]*programme.Fact{}
	for _, f := range w.factsByTime() {
		if f.Unit == "year" && f.ConflictGroup == "" {
			p.Milestones = slices.Insert(p.Milestones, 0, w.linkedFact(f))
		} else {
			of[f.Component] = append(of[f.Component], f)
		}
	}
	for _, t := range w.components() {
		s := factSection{ID: "c-" + string(t.ID), Heading: w.text(t.Name)}
		if !t.Description.Empty() {
			d := w.text(t.Description)
			s.Description = &d
		}
		p.Sections = w.appendSection(p.Sections, s, of[t.ID])
	}
	p.Sections = w.appendSection(p.Sections, factSection{ID: "others", Heading: text{T: w.say("figures_others")}}, of[""])
	p.frame = frame{Heading: text{T: w.say("nav_figures")}, Description: w.say("figures_description"), Section: "statistics",
		Crumbs: w.crumbs(w.room("nav_statistics", roomStatistic))}
	return w.page("figures", roomFigures, p.Heading.T, p)
}

// components lists the components of the programme and of plans, by position.
func (w *planner) components() []*programme.Term {
	list := slices.Collect(maps.Values(w.Term["component"]))
	slices.SortFunc(list, func(a, b *programme.Term) int {
		return cmp.Or(byPosition(a.Position, b.Position), cmp.Compare(a.ID, b.ID))
	})
	return list
}

// appendSection adds a section with facts, those that contradict each other apart,
// and none where there are no facts.
func (w *planner) appendSection(list []factSection, s factSection, facts []*programme.Fact) []factSection {
	if len(facts) == 0 {
		return list
	}
	group := map[string]int{} // place in Conflicts
	for _, f := range facts {
		shown := w.linkedFact(f)
		if f.ConflictGroup == "" {
			s.Facts = append(s.Facts, shown)
			continue
		}
		at, ok := group[f.ConflictGroup]
		if !ok {
			at = len(s.Conflicts)
			group[f.ConflictGroup] = at
			s.Conflicts = append(s.Conflicts, nil)
		}
		s.Conflicts[at] = append(s.Conflicts[at], shown)
	}
	return append(list, s)
}

// linkedFact is a fact with the indicator it speaks of.
func (w *planner) linkedFact(f *programme.Fact) fact {
	shown := w.fact(f)
	shown.Indicator = w.indicatorLink(f.IndicatorID)
	return shown
}

// factsByTime lists the facts by the time they speak of, newest first.
func (w *planner) factsByTime() []*programme.Fact {
	list := make([]*programme.Fact, len(w.Facts))
	for i := range w.Facts {
		list[i] = &w.Facts[i]
	}
	slices.SortStableFunc(list, func(a, b *programme.Fact) int { return cmp.Compare(b.AsOf, a.AsOf) })
	return list
}

func (w *planner) fact(f *programme.Fact) fact {
	shown := fact{ID: "f-" + f.ID, Value: w.factValue(f), AsOf: w.partialDate(f.AsOf), Text: tied(w.text(f.Text)), Source: tied(w.text(f.SourceTitle)),
		URL: f.SourceURL, Illustration: f.Origin == programme.Illustration}
	if isDate(f) {
		shown.AsOf = "" // the value says it
	}
	if f.SourceDate != "" {
		shown.SourceDate = w.partialDate(f.SourceDate)
	}
	if s := w.Source[f.Origin]; s != nil {
		shown.Publisher = s.Publisher
	}
	return shown
}

// isDate says that as_of gives the value, a year, more exactly.
func isDate(f *programme.Fact) bool {
	return f.Unit == "year" && strings.HasPrefix(f.AsOf, f.Value.Text)
}

// factValue writes the value as exactly as its source knows it. A value in years
// is a date: it is shown as exactly as as_of gives it, and never grouped.
func (w *planner) factValue(f *programme.Fact) []text {
	var value []text
	switch {
	case isDate(f):
		return said(w.partialDate(f.AsOf))
	case f.Unit == "year":
		value = said(w.partialDate(f.Value.Text))
	default:
		value = w.measured(f.Value, programme.Whole{}, f.Unit, w.unitName(f.Unit))
	}
	if f.Qualifier == "" {
		return value
	}
	return w.sentence("qualifier_"+strings.ReplaceAll(f.Qualifier, "-", "_"), map[string][]text{"value": value})
}

// atGlance is how many published figures the overview shows.
const atGlance = 3

// glance picks what the overview shows of the published figures: the first ones of
// the table that nobody contradicts and that are no dates, and the first that
// contradict each other.
func (w *planner) glance() (facts, versus []fact) {
	group := ""
	for i := range w.Facts {
		f := &w.Facts[i]
		switch {
		case f.ConflictGroup != "" && f.Unit != "year" && (group == "" || group == f.ConflictGroup):
			group = f.ConflictGroup
			versus = append(versus, w.fact(f))
		case f.ConflictGroup == "" && f.Unit != "year" && len(facts) < atGlance:
			facts = append(facts, w.fact(f))
		}
	}
	return facts, versus
}
