package downloads

import (
	"strings"

	"elinde/generator/programme"
	"elinde/generator/series"
)

// observations makes the tidy table of an indicator: one current figure a row,
// every dimension as a code and in words of each language. A figure that is
// missing has a blank value, and its status and symbol say why.
func (h *shelf) observations(id programme.IndicatorID) []byte {
	t := newSheet(h.codes)
	names := []string{"release_id", "freq", "ref_area", "ref_area_name[L]", "indicator"}
	for _, d := range h.dimensions() {
		names = append(names, d.column, d.column+"_name[L]")
	}
	t.head(append(names, "time_period", "obs_value", "unit", "symbol", "obs_status", "conf_status", "comment[L]", "origin")...)
	unit := h.Indicator[id].Unit
	if table := h.tables[id]; table != nil {
		for _, f := range table.Figures {
			h.observation(t, f, unit)
		}
	}
	return t.bytes()
}

func (h *shelf) observation(t *sheet, f *series.Figure, unit programme.TermID) {
	t.word(string(f.ReleaseID))
	t.word(f.Freq)
	t.word(string(f.RefArea))
	var name programme.Text
	if p := h.Place[f.RefArea]; p != nil {
		name = p.Name
	}
	t.text(name)
	t.word(string(f.Indicator))
	for _, d := range h.dimensions() {
		member := f.Key.Member(d.id, h.extra)
		t.word(string(member))
		t.text(h.name(d.scheme, member))
	}
	t.word(f.TimePeriod)
	t.amount(f.Value)
	t.word(string(unit))
	t.word(symbols(f.Symbols))
	t.list(f.Status)
	t.word(f.ConfStatus)
	t.text(f.Comment)
	t.word(f.Origin)
	t.end()
}

// dimension is a column of codes and the scheme that names them.
type dimension struct {
	id             series.Dimension
	column, scheme string
}

// dimensions lists the fixed dimensions and those that config.toml declares.
func (h *shelf) dimensions() []dimension {
	list := make([]dimension, 0, len(series.Fixed)+len(h.extra))
	for _, d := range series.Fixed {
		list = append(list, dimension{d, string(d), string(d)})
	}
	for _, d := range h.settings.Dimensions {
		list = append(list, dimension{series.Dimension(d.ID), d.ID, d.Scheme})
	}
	return list
}

// name gives the words for a code, none where the vocabulary has no such term
// (it need not name the total).
func (h *shelf) name(scheme string, id programme.TermID) programme.Text {
	if t := h.Term[scheme][id]; t != nil {
		return t.Name
	}
	return nil
}

func symbols(list []series.Symbol) string {
	s := make([]string, len(list))
	for i, x := range list {
		s[i] = string(x)
	}
	return strings.Join(s, ";")
}
