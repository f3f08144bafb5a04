package downloads

import "elinde/generator/programme"

// indicators lists what is measured and how.
func (h *shelf) indicators() []byte {
	t := newSheet(h.codes)
	t.head("id", "theme", "theme_name[L]", "kind", "name[L]", "definition[L]", "unit", "unit_label[L]", "frequency", "baseline",
		"baseline_period", "target", "target_period", "direction", "sdg_target", "source[L]", "method[L]", "successor_id", "page[L]", "origin")
	for i := range h.Indicators {
		n := &h.Indicators[i]
		t.word(string(n.ID))
		t.word(string(n.Theme))
		t.text(h.name("theme", n.Theme))
		t.word(n.Kind)
		t.text(n.Name)
		t.text(n.Definition)
		t.word(string(n.Unit))
		t.text(n.UnitLabel)
		t.word(n.Frequency)
		t.amount(n.Baseline)
		t.word(n.BaselinePeriod)
		t.amount(n.Target)
		t.word(n.TargetPeriod)
		t.word(n.Direction)
		t.word(n.SDGTarget)
		t.text(n.Source)
		t.text(n.Method)
		t.word(string(n.SuccessorID))
		t.page(h.settings.BaseURL, h.page(n))
		t.word(n.Origin)
		t.end()
	}
	return t.bytes()
}

// page gives the address of an indicator's page in the folder of a language.
func (h *shelf) page(n *programme.Indicator) string {
	theme := h.Term["theme"][n.Theme]
	return h.pages.Indicator(n, theme != nil && theme.Sensitive == programme.Yes)
}

// facts lists the single published figures with their sources.
func (h *shelf) facts() []byte {
	t := newSheet(h.codes)
	t.head("id", "indicator_id", "value", "qualifier", "unit", "as_of", "text[L]", "source_title[L]", "source_date", "source_url",
		"conflict_group", "origin")
	for i := range h.Facts {
		f := &h.Facts[i]
		t.word(f.ID)
		t.word(string(f.IndicatorID))
		t.amount(f.Value)
		t.word(f.Qualifier)
		t.word(string(f.Unit))
		t.word(f.AsOf)
		t.text(f.Text)
		t.text(f.SourceTitle)
		t.word(f.SourceDate)
		t.word(f.SourceURL)
		t.word(f.ConflictGroup)
		t.word(f.Origin)
		t.end()
	}
	return t.bytes()
}

// terms lists the codes that the other files use: those of the vocabularies, then
// those that the program brings, which have no origin.
func (h *shelf) terms() []byte {
	t := newSheet(h.codes)
	t.head("scheme", "id", "parent_id", "name[L]", "description[L]", "page[L]", "origin")
	for i := range h.Terms {
		m := &h.Terms[i]
		t.word(m.Scheme)
		t.word(string(m.ID))
		t.word(string(m.ParentID))
		t.text(m.Name)
		t.text(m.Description)
		t.page(h.settings.BaseURL, h.pages.Term(m))
		t.word(m.Origin)
		t.end()
	}
	for _, c := range h.ownCodes() {
		t.word(c.scheme)
		t.word(c.id)
		t.word("")
		t.text(c.name)
		t.text(nil)
		t.page("", "")
		t.word("")
		t.end()
	}
	return t.bytes()
}

// sources lists where rows were taken from; the column "origin" of the other
// files holds its ids.
func (h *shelf) sources() []byte {
	t := newSheet(h.codes)
	t.head("id", "title[L]", "publisher", "date", "url", "licence")
	for i := range h.Sources {
		s := &h.Sources[i]
		t.word(s.ID)
		t.text(s.Title)
		t.word(s.Publisher)
		t.word(s.Date)
		t.word(s.URL)
		t.word(s.Licence)
		t.end()
	}
	return t.bytes()
}
