package downloads

import (
	"strings"

	"elinde/generator/programme"
	"elinde/generator/series"
)

// observations makes the tidy table of an edition: one figure a row, every code
// with its words in each language. A figure that is missing has a blank value, and
// its status and symbol say why. Each row says its release, the day on which that
// came out, and the licence, so that a part of the file still tells them.
func (h *shelf) observations(e edition) []byte {
	t := newSheet(h.codes)
	names := append([]string{"release_id", "released", "freq"}, h.subjectNames()...)
	t.head(append(names, "time_period", "obs_value", "unit", "symbol", "symbol_name[L]", "obs_status", "conf_status", "comment[L]", "origin", "licence")...)
	w := h.rowWriter(t)
	for _, n := range e.order {
		for _, f := range e.figures(n.ID) {
			w.figure(f, n)
		}
	}
	return t.bytes()
}

// rowWriter writes figures as rows; what many rows share is worked out once.
type rowWriter struct {
	*sheet
	h          *shelf
	dimensions []dimension
	days       map[programme.ReleaseID]string
	words      map[string][]string // of a list of symbols, by language
}

func (h *shelf) rowWriter(t *sheet) *rowWriter {
	return &rowWriter{t, h, h.dimensions(), map[programme.ReleaseID]string{}, map[string][]string{}}
}

func (w *rowWriter) figure(f *series.Figure, n *programme.Indicator) {
	day, ok := w.days[f.ReleaseID]
	if !ok {
		day = w.h.day(w.h.Release[f.ReleaseID])
		w.days[f.ReleaseID] = day
	}
	w.word(string(f.ReleaseID))
	w.word(day)
	w.word(f.Freq)
	w.subject(n, f.Key)
	w.amountOf(n, f.TimePeriod, f.Value, f.Symbols)
	w.list(f.Status)
	w.word(f.ConfStatus)
	w.text(f.Comment)
	w.origin(f.Origin)
	w.end()
}

// subjectNames are the columns of subject.
func (h *shelf) subjectNames() []string {
	names := []string{"ref_area", "ref_area_name[L]", "indicator", "indicator_name[L]"}
	for _, d := range h.dimensions() {
		names = append(names, d.column, d.column+"_name[L]")
	}
	return names
}

// subject writes of what and whom a figure tells, in codes and in words.
func (w *rowWriter) subject(n *programme.Indicator, k series.Key) {
	w.word(string(k.Area))
	var name programme.Text
	if p := w.h.Place[k.Area]; p != nil {
		name = p.Name
	}
	w.text(name)
	w.word(string(n.ID))
	w.text(n.Name)
	for _, d := range w.dimensions {
		member := k.Member(d.id, w.h.extra)
		w.word(string(member))
		w.text(w.h.member(d.scheme, member))
	}
}

// amountOf writes time, value, unit and symbols.
func (w *rowWriter) amountOf(n *programme.Indicator, time string, value programme.Decimal, list []series.Symbol) {
	w.word(time)
	w.amount(value)
	w.word(string(n.Unit))
	mark := symbols(list)
	w.word(mark)
	w.text(w.symbolWords(mark, list))
}

func (w *rowWriter) origin(origin string) {
	w.word(origin)
	w.word(w.h.licenceOf(origin))
}

// licenceOf gives the licence under which a figure may be used: that of its source,
// blank where it states none, and the site's for the site's own figures.
func (h *shelf) licenceOf(origin string) string {
	if s := h.Source[origin]; s != nil {
		return s.Licence
	}
	return h.settings.Licence
}

// symbolWords says what symbols mean, in each language.
func (w *rowWriter) symbolWords(mark string, list []series.Symbol) programme.Text {
	words, ok := w.words[mark]
	if !ok {
		for _, code := range w.h.codes {
			said := make([]string, len(list))
			for i, s := range list {
				said[i] = w.h.say(code, "symbol_"+string(s))
			}
			words = append(words, strings.Join(said, "; "))
		}
		w.words[mark] = words
	}
	return words
}

// member gives the words for a member of a dimension; the vocabulary need not
// have the codes that stand for no single member.
func (h *shelf) member(scheme string, id programme.TermID) programme.Text {
	if t := h.name(scheme, id); t != nil {
		return t
	}
	key := map[programme.TermID]string{programme.Total: "stats_total", programme.Unknown: "stats_not_stated", programme.NotApplicable: "symbol_z"}[id]
	if key == "" {
		return nil
	}
	return h.textOf(key)
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
