package readback

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// json reads a document or a list of documents, if it tells of an indicator.
func (r *reading) json(path string, data []byte) {
	if _, ok := r.mentions(data); !ok && !bytes.Contains(bytes.ToLower(data), []byte("obs_value")) {
		return
	}
	about := []string(nil)
	if id := r.subjectOf(path); id != "" {
		about = []string{id}
	}
	r.jsonOf(path, data, nil, about)
}

func (r *reading) jsonOf(place string, data []byte, l *Language, about []string) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	for {
		var v any
		err := d.Decode(&v)
		if err == io.EOF {
			return
		}
		if err != nil {
			r.fault(Unread, place, strings.Join(about, " "))
			return
		}
		r.value(place, v, "", l, about)
	}
}

// neutral are names of numbers that tell of the file, not of figures.
var neutral = []string{"decimals", "unit_mult", "bytes", "size", "bytesize", "dcat:bytesize", "contentsize", "version", "position", "provisional_for", "maxlength", "minlength", "minimum", "maximum"}

func (r *reading) value(place string, v any, name string, l *Language, about []string) {
	switch v := v.(type) {
	case map[string]any:
		r.object(place, v, l, about)
	case []any:
		for i, x := range v {
			r.value(fmt.Sprintf("%s[%d]", place, i), x, name, l, about)
		}
	case string:
		if !strings.ContainsAny(v, "0123456789") {
			return
		}
		for id := range r.names.in([]byte(v)) {
			about = append(slices.Clip(about), id)
		}
		if len(about) == 0 {
			return
		}
		list := []*Language{l}
		if l == nil {
			list = r.languageOf(v, place)
		}
		for _, l := range list {
			r.judge(block{place: place, language: l, about: about, text: v})
		}
	case json.Number:
		if len(about) > 0 && !slices.Contains(neutral, strings.ToLower(name)) && !r.isTold(number{text: string(v)}, about) {
			r.fault(Foreign, place, about[0])
		}
	}
}

func (r *reading) object(place string, o map[string]any, l *Language, about []string) {
	small := make(map[string]any, len(o))
	for name, v := range o {
		small[strings.ToLower(name)] = v
	}
	for _, name := range []string{"id", "indicator", "indicator_id"} {
		if id, _ := small[name].(string); r.indicators[id] != nil {
			about = []string{id}
		}
	}
	if _, ok := small["time_period"]; ok && small["ref_area"] != nil {
		r.objectObservation(place, small, about)
		return
	}
	for _, name := range slices.Sorted(maps.Keys(o)) {
		inner := l
		if own := r.languages[name]; own != nil {
			inner = own
		}
		r.value(place+"."+name, o[name], name, inner, about)
	}
}

// objectObservation reads an observation, whose further dimensions may stand in an
// object of their own.
func (r *reading) objectObservation(place string, o map[string]any, about []string) {
	parts := maps.Clone(o)
	if inner, ok := o["dimensions"].(map[string]any); ok {
		for name, v := range inner {
			parts[strings.ToLower(name)] = v
		}
	}
	text := func(name string) string { s, _ := parts[name].(string); return s }
	k := key{}
	for _, name := range append(append(slices.Clone(dimensionColumns[:7]), r.extra...), "time_period") {
		k = append(k, text(name))
	}
	if k[2] == "" && len(about) > 0 {
		k[2] = about[0]
	}
	k, _ = parseKey(k.String())
	if list, ok := o["quarters"].([]any); ok {
		if !k.isSumOf(strings.ReplaceAll(strings.Trim(fmt.Sprint(list), "[]"), " ", ";")) {
			r.fault(Foreign, place, k.String())
			return
		}
		o = maps.Clone(o)
		delete(o, "quarters")
	}
	release, value := "", ""
	for _, name := range releaseColumns {
		if s := text(name); s != "" && release == "" {
			release = s
		}
	}
	for _, name := range valueColumns {
		if v, ok := o[name]; ok && v != nil {
			value = fmt.Sprint(v)
		}
	}
	r.compareExactly(place+" "+k.String(), k, release, value)
	for _, name := range slices.Sorted(maps.Keys(o)) {
		switch {
		case slices.Contains(dimensionColumns, name), slices.Contains(valueColumns, name), slices.Contains(releaseColumns, name), name == "dimensions", slices.Contains(r.extra, name):
		case slices.Contains(earlierColumns, name):
			if o[name] != nil && !r.wasPublished(k, fmt.Sprint(o[name])) {
				r.fault(Differs, place+"."+name, k.String())
			}
		default:
			r.loose(place+"."+name, o[name], name)
		}
	}
}

// loose judges what stands beside a figure in an observation: words that people
// wrote, no numbers.
func (r *reading) loose(place string, v any, name string) {
	switch v := v.(type) {
	case map[string]any:
		for _, inner := range slices.Sorted(maps.Keys(v)) {
			r.loose(place+"."+inner, v[inner], inner)
		}
	case []any:
		for _, x := range v {
			r.loose(place, x, name)
		}
	case string:
		r.judge(block{place: place, language: r.languages[name], about: nil, text: v})
	case json.Number:
		if !slices.Contains(neutral, name) {
			r.fault(Foreign, place, "")
		}
	}
}
