package downloads

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"elinde/generator/series"
)

// heading is what every JSON file says of itself. What the codes of its figures
// mean stands in it too.
type heading struct {
	Release     *released                    `json:"release,omitempty"`
	Licence     *licence                     `json:"licence,omitempty"`
	Publisher   map[string]string            `json:"publisher"`
	Address     string                       `json:"address,omitempty"` // of the site
	SymbolCodes map[string]map[string]string `json:"symbol_codes"`
	ObsStatus   map[string]map[string]string `json:"obs_status_codes"`
	ConfStatus  map[string]map[string]string `json:"conf_status_codes"`
}

// released is the release that a file shows, or up to which it is current.
type released struct {
	ID        string            `json:"id"`
	Title     map[string]string `json:"title"`
	PublishAt time.Time         `json:"publish_at"`
	Current   bool              `json:"current"` // the figures that count as of it; false: as it published them
}

type licence struct {
	ID  string `json:"id"`
	URL string `json:"url"`
}

func (h *shelf) heading(e edition) *heading {
	g := &heading{Publisher: map[string]string{}, Address: h.settings.BaseURL, SymbolCodes: map[string]map[string]string{},
		ObsStatus: map[string]map[string]string{}, ConfStatus: map[string]map[string]string{}}
	if r := e.release; r != nil {
		g.Release = &released{string(r.ID), h.byLanguage(r.Title), r.PublishAt.Time, !e.whole}
	}
	if h.settings.Licence != "" {
		g.Licence = &licence{h.settings.Licence, h.settings.LicenceURL}
	}
	for _, code := range h.codes {
		g.Publisher[code] = h.publisher(code)
	}
	marks, statuses, confs := h.codesOf(e)
	for _, list := range []struct {
		to    map[string]map[string]string
		codes []string
		say   Say
	}{
		{g.SymbolCodes, marks, func(l, c string) string { return h.say(l, "symbol_"+c) }},
		{g.ObsStatus, statuses, func(l, c string) string { return h.say(l, "obs_status_"+c) }},
		{g.ConfStatus, confs, func(l, c string) string { return h.say(l, "conf_status_"+c) }},
	} {
		for _, c := range list.codes {
			list.to[c] = map[string]string{}
			for _, language := range h.codes {
				list.to[c][language] = list.say(language, strings.ToLower(c))
			}
		}
	}
	return g
}

// codesOf lists the symbols and status codes that the figures of an edition have.
func (h *shelf) codesOf(e edition) (marks, statuses, confs []string) {
	seen := map[string]bool{}
	add := func(kind, code string, to *[]string) {
		if !seen[kind+code] {
			seen[kind+code] = true
			*to = append(*to, code)
		}
	}
	for _, n := range e.order {
		for _, f := range e.figures(n.ID) {
			for _, s := range f.Status {
				add("o", s, &statuses)
			}
			for _, s := range f.Symbols {
				add("s", string(s), &marks)
			}
			add("c", f.ConfStatus, &confs)
		}
	}
	slices.Sort(statuses)
	slices.Sort(confs)
	slices.SortFunc(marks, func(a, b string) int {
		return slices.Index(series.Symbols, series.Symbol(a)) - slices.Index(series.Symbols, series.Symbol(b))
	})
	return marks, statuses, confs
}

// collection writes the indicators of an edition as one JSON object, a figure a
// line.
func (h *shelf) collection(e edition) []byte {
	var out bytes.Buffer
	write := func(v any) {
		data, err := json.Marshal(v)
		if err != nil {
			panic(err) // every field has a form in JSON
		}
		out.Write(data)
	}
	head, err := json.Marshal(h.heading(e))
	if err != nil {
		panic(err)
	}
	out.Write(head[:len(head)-1])
	out.WriteString(",\"indicators\":[")
	for i, n := range e.order {
		if i > 0 {
			out.WriteByte(',')
		}
		d := h.described(n, edition{whole: e.whole})
		part, err := json.Marshal(d)
		if err != nil {
			panic(err)
		}
		out.WriteByte('\n')
		out.Write(bytes.TrimSuffix(part, []byte("[]}"))) // the field of the figures is the last
		out.WriteByte('[')
		for j, f := range e.figures(n.ID) {
			if j > 0 {
				out.WriteByte(',')
			}
			out.WriteByte('\n')
			write(h.figure(f))
		}
		out.WriteString("]}")
	}
	out.WriteString("]}\n")
	return out.Bytes()
}
