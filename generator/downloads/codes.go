package downloads

import (
	"strings"

	"elinde/generator/programme"
	"elinde/generator/revision"
	"elinde/generator/series"
)

// ownCode is a code that no vocabulary of the data has, with its words.
type ownCode struct {
	scheme, id string
	name       programme.Text
}

// enumerations are columns whose codes the program itself brings: what scheme they are
// in terms.csv, and the key of their words, behind which the code stands.
var enumerations = []struct{ table, column, scheme, key string }{
	{"observations", "freq", "freq", "frequency_"},
	{"observations", "obs_status", "obs_status", "obs_status_"},
	{"observations", "conf_status", "conf_status", "conf_status_"},
	{"places", "level", "level", "code_level_"},
	{"providers", "kind", "provider_kind", "kind_one_"},
	{"services", "status", "status", "code_status_"},
	{"services", "funding", "funding", "funding_"},
	{"indicators", "kind", "indicator_kind", "kind_"},
	{"indicators", "direction", "direction", "direction_"},
	{"facts", "qualifier", "qualifier", "code_qualifier_"},
}

// ownCodes lists the codes that files use beside those of the vocabularies: what
// stands for no member of a dimension, units that have no term, symbols, and the codes
// of enumerations.
func (h *shelf) ownCodes() []ownCode {
	var list []ownCode
	add := func(scheme, id string, name programme.Text) {
		if h.Term[scheme][programme.TermID(id)] == nil {
			list = append(list, ownCode{scheme, id, name})
		}
	}
	for _, d := range h.dimensions() {
		for _, id := range []programme.TermID{programme.Total, programme.NotApplicable, programme.Unknown} {
			add(d.scheme, string(id), h.member(d.scheme, id))
		}
	}
	units := map[programme.TermID]bool{}
	unit := func(id programme.TermID) {
		if id != "" && !units[id] {
			units[id] = true
			add("unit", string(id), nil)
		}
	}
	for i := range h.Indicators {
		unit(h.Indicators[i].Unit)
	}
	for i := range h.Facts {
		unit(h.Facts[i].Unit)
	}
	for _, s := range series.Symbols {
		add("symbol", string(s), h.textOf("symbol_"+string(s)))
	}
	for _, k := range revision.Kinds {
		add("change", string(k), h.textOf(changeKey(k)))
	}
	add("derivation", bySum, h.textOf("code_derivation_"+bySum))
	for _, status := range programme.PlaceStatuses {
		add("place_status", status, h.textOf("code_place_"+status))
	}
	for _, e := range enumerations {
		codes, _ := tableOf(e.table).Column(e.column).Rules.Value("enum")
		if e.column == "conf_status" {
			codes = "F|C" // nothing else is published
		}
		for code := range strings.SplitSeq(codes, "|") {
			key := code
			if strings.HasSuffix(e.column, "_status") { // of SDMX
				key = strings.ToLower(code)
			}
			add(e.scheme, code, h.textOf(e.key+key))
		}
	}
	return list
}

// textOf gives a text of the interface in each language.
func (h *shelf) textOf(key string) programme.Text {
	text := make(programme.Text, len(h.codes))
	for i, code := range h.codes {
		text[i] = h.say(code, key)
	}
	return text
}
