package http

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"elinde/search"
)

// Bounds of parameters.
const (
	defaultLimit = 10
	maxLimit     = 50
	maxOffset    = 10000
	maxRaw       = 8 << 10 // bytes of the whole query string
	maxFilters   = 32      // filters and facets
)

// fault says what is wrong with a request.
type fault struct {
	Code      string `json:"error"`
	Parameter string `json:"parameter,omitempty"`
	Value     string `json:"value,omitempty"`
}

// parse reads the parameters of a search, and whether its answer marks the words. One that is not known is a fault too: a
// mistyped "ofset" must not silently give the first page.
func parse(raw string, index *search.Index) (q search.Query, marked bool, bad *fault) {
	if len(raw) > maxRaw {
		return q, false, &fault{Code: "too-long"}
	}
	values, err := url.ParseQuery(raw)
	if err != nil {
		return q, false, &fault{Code: "malformed"}
	}
	for name := range values {
		if !slices.Contains([]string{"q", "lang", "limit", "offset", "prefix", "filter", "facet", "mark"}, name) {
			return q, false, &fault{"unknown-parameter", name, ""}
		}
	}
	q = search.Query{Text: values.Get("q"), Language: values.Get("lang"), Facets: values["facet"]}
	switch {
	case !values.Has("q"):
		return q, false, &fault{Code: "missing", Parameter: "q"}
	case utf8.RuneCountInString(q.Text) > search.MaxQuery:
		return q, false, &fault{"too-long", "q", strconv.Itoa(search.MaxQuery)}
	case q.Language == "":
		return q, false, &fault{Code: "missing", Parameter: "lang"}
	case index.Section(q.Language) == nil:
		return q, false, &fault{"unknown-language", "lang", q.Language}
	case len(values["filter"])+len(q.Facets) > maxFilters:
		return q, false, &fault{"out-of-range", "filter", strconv.Itoa(maxFilters)}
	}
	if q.Limit, bad = number(values, "limit", defaultLimit, 1, maxLimit); bad != nil {
		return q, false, bad
	}
	if q.Offset, bad = number(values, "offset", 0, 0, maxOffset); bad != nil {
		return q, false, bad
	}
	switch prefix := values.Get("prefix"); prefix {
	case "", "yes":
	case "no":
		q.WholeWords = true
	default:
		return q, false, &fault{"unknown-value", "prefix", prefix}
	}
	switch mark := values.Get("mark"); mark {
	case "", "no":
	case "yes":
		marked = true
	default:
		return q, false, &fault{"unknown-value", "mark", mark}
	}
	for _, f := range values["filter"] {
		name, value, ok := strings.Cut(f, ":")
		if !ok || name == "" || value == "" {
			return q, false, &fault{"unknown-value", "filter", f}
		}
		if q.Filters == nil {
			q.Filters = map[string][]string{}
		}
		q.Filters[name] = append(q.Filters[name], value)
	}
	return q, marked, nil
}

func number(values url.Values, name string, otherwise, lowest, highest int) (int, *fault) {
	s := values.Get(name)
	if s == "" {
		return otherwise, nil
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0, &fault{"not-a-number", name, s}
	}
	if n < lowest || n > highest {
		return 0, &fault{"out-of-range", name, s}
	}
	return n, nil
}
