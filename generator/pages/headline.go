package pages

import (
	"elinde/generator/programme"
	"elinde/generator/series"
)

// headFigure is the latest figure of an indicator for the whole country.
type headFigure struct {
	Value   []text          `json:"value"` // with its unit, or the word for what is missing
	Missing bool            `json:"missing,omitempty"`
	Period  string          `json:"period"`
	Short   string          `json:"short"` // the period, for lists
	Symbols []series.Symbol `json:"symbols,omitempty"`
	// Sentence says the figure, Change how it moved, Status how final it is.
	// Finding says what the figure means in one sentence, Ago what it was a year
	// earlier.
	Finding  []text `json:"finding,omitempty"`
	Ago      []text `json:"ago,omitempty"`
	Sentence []text `json:"sentence"`
	Change   []text `json:"change,omitempty"`
	Status   string `json:"status"`
}

// head gives the latest figure; nil where nothing was published for the country.
func (w *planner) head(n *programme.Indicator) *headFigure {
	f := w.latest(n)
	if f == nil {
		return nil
	}
	h := &headFigure{Period: w.period(f.TimePeriod), Short: w.shortPeriod(f.TimePeriod), Symbols: f.Symbols, Missing: !f.Value.Set(), Status: w.figureStatus(f)}
	if h.Missing {
		h.Value = said(w.symbolName(f.Symbols[0]))
	} else {
		h.Value = w.value(n, f.Value)
		h.Change = w.change(n, f)
		h.Ago = w.yearAgo(n, f)
	}
	h.Finding = w.finding(n, f)
	h.Sentence = w.sentence("statistics_headline", map[string][]text{"place": {w.placeName(f.RefArea)}, "period": said(h.Period), "value": h.Value})
	return h
}

// value writes a value of the indicator with its unit.
func (w *planner) value(n *programme.Indicator, d programme.Decimal) []text {
	return w.measured(d, n.Decimals, n.Unit, w.unit(n))
}

// unit gives the words for the unit: its own label, or the term's name.
func (w *planner) unit(n *programme.Indicator) text {
	if !n.UnitLabel.Empty() {
		return w.text(n.UnitLabel)
	}
	return w.unitName(n.Unit)
}

func (w *planner) unitName(id programme.TermID) text {
	if t := w.Term["unit"][id]; t != nil {
		return w.text(t.Name)
	}
	return text{T: string(id)}
}

// newest gives the figure of any cell in the newest period, in the indicator's
// frequency if there is one; nil where nothing was published.
func (w *planner) newest(n *programme.Indicator) *series.Figure {
	var newest *series.Figure
	t := w.stats.tables[n.ID]
	if t == nil {
		return nil
	}
	for _, f := range t.Figures {
		usual := f.Freq == n.Frequency
		if newest == nil || usual && newest.Freq != n.Frequency || usual == (newest.Freq == n.Frequency) && f.TimePeriod > newest.TimePeriod {
			newest = f
		}
	}
	return newest
}

// latest gives the newest figure of the country's total in the indicator's
// frequency.
func (w *planner) latest(n *programme.Indicator) *series.Figure {
	var newest *series.Figure
	if t := w.stats.tables[n.ID]; t != nil {
		for _, f := range t.Figures {
			if f.Freq == n.Frequency && w.isCountry(f.RefArea) && w.isTotal(f) && (newest == nil || f.TimePeriod > newest.TimePeriod) {
				newest = f
			}
		}
	}
	return newest
}

func (w *planner) isCountry(id programme.PlaceID) bool {
	p := w.Place[id]
	return p != nil && p.ParentID == ""
}

func (w *planner) isTotal(f *series.Figure) bool {
	split, _ := f.Key.Split(w.stats.extra)
	return split == 0
}

// change says how the figure moved against the period before, where both may be
// compared: both are known and no break lies between them.
func (w *planner) change(n *programme.Indicator, f *series.Figure) []text {
	p, ok := programme.ParsePeriod(f.TimePeriod)
	if !ok || f.Has(series.Break) {
		return nil
	}
	k := f.Key
	k.Period = p.Back(1).String()
	before := w.stats.tables[n.ID].At(k)
	if before == nil || !before.Value.Set() {
		return nil
	}
	step := "year"
	if p.Quarter != 0 {
		step = "quarter"
	}
	by, sign := w.difference(f.Value, before.Value, n.Decimals)
	var difference []text
	if unitKey(n.Unit) == "unit_percent" {
		difference = said(w.countOf("percentage_points", by, n.Decimals))
	} else {
		difference = w.value(n, by)
	}
	switch {
	case sign > 0:
		return w.sentence("change_up_"+step, map[string][]text{"difference": difference})
	case sign < 0:
		return w.sentence("change_down_"+step, map[string][]text{"difference": difference})
	}
	return said(w.say("change_none_" + step))
}

// figureStatus says in words how final a figure is.
func (w *planner) figureStatus(f *series.Figure) string {
	switch {
	case !f.Value.Set():
		return ""
	case f.Has(series.Provisional):
		return w.say("status_provisional")
	case f.Has(series.Estimated):
		return w.say("status_estimated")
	}
	return w.say("status_final")
}

func (w *planner) placeName(id programme.PlaceID) text {
	if p := w.Place[id]; p != nil {
		return w.text(p.Name)
	}
	return text{T: string(id)}
}
