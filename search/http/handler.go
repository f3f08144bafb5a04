// Package http answers searches over HTTP from a bleve index. README.md of
// package search documents the interface.
package http

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"slices"
	"time"

	"elinde/search"
)

// timeout bounds the work on one search.
const timeout = 5 * time.Second

// answer is the JSON of a search.
type answer struct {
	Query     string                    `json:"query"`
	Language  string                    `json:"language"`
	Total     int                       `json:"total"`
	Match     search.Match              `json:"match"`
	Words     []string                  `json:"words"`
	Corrected []correction              `json:"corrected"`
	Offers    []offer                   `json:"offers"`
	Instead   string                    `json:"instead"`
	Alarm     bool                      `json:"alarm"`
	Dangers   []string                  `json:"dangers"`
	Hits      []hit                     `json:"hits"`
	Facets    map[string]map[string]int `json:"facets"`
}

type correction struct {
	Word    string   `json:"word"`
	Instead []string `json:"instead"`
}

type offer struct {
	Word    string   `json:"word"`
	Instead []string `json:"instead"`
}

type hit struct {
	ID      string            `json:"id"`
	Title   string            `json:"title"`
	Path    string            `json:"path"`
	Score   float64           `json:"score"`
	Display map[string]string `json:"display"`
	// Marks holds the title and the texts of Display that have words of the query,
	// in parts; only where it is asked for.
	Marks map[string][]search.Part `json:"marks,omitempty"`
}

// Handler answers GET with q, lang and further parameters. A bad parameter is
// answered by 400 with a code, the parameter and its value; other methods by 405;
// a search that takes too long by 503. Codes are for programs: no text for people
// comes from here.
func Handler(index *search.Index) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			reply(w, http.StatusMethodNotAllowed, &fault{Code: "method-not-allowed"})
			return
		}
		q, marked, bad := parse(r.URL.RawQuery, index)
		if bad != nil {
			reply(w, http.StatusBadRequest, bad)
			return
		}
		ctx, cancel := context.WithTimeout(r.Context(), timeout)
		defer cancel()
		result, err := index.Search(ctx, q)
		switch {
		case errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled):
			reply(w, http.StatusServiceUnavailable, &fault{Code: "timeout"})
		case err != nil:
			reply(w, http.StatusInternalServerError, &fault{Code: "search-failed"})
		default:
			reply(w, http.StatusOK, answerOf(q, result, marked))
		}
	})
}

func answerOf(q search.Query, r search.Result, marked bool) answer {
	a := answer{Query: q.Text, Language: q.Language, Total: r.Total, Match: r.Match, Facets: r.Facets,
		Instead: r.Plan.Instead, Alarm: len(r.Plan.Dangers) > 0, Dangers: append([]string{}, r.Plan.Dangers...), Words: []string{}, Corrected: []correction{}, Offers: []offer{}, Hits: []hit{}}
	for _, word := range r.Plan.Words {
		a.Words = append(a.Words, word.Surface)
		if len(word.Corrected) > 0 {
			a.Corrected = append(a.Corrected, correction{word.Surface, word.Corrected})
		}
	}
	for _, o := range r.Plan.Offers {
		a.Offers = append(a.Offers, offer(o))
	}
	for _, h := range r.Hits {
		display := h.Display
		if display == nil {
			display = map[string]string{}
		}
		shown := hit{ID: h.ID, Title: h.Title, Path: h.Path, Score: h.Score, Display: display}
		if marked {
			shown.Marks = marks(h.Document, a.Words)
		}
		a.Hits = append(a.Hits, shown)
	}
	return a
}

// marks gives the texts of a document in which words of the query stand.
func marks(d *search.Document, words []string) map[string][]search.Part {
	out := map[string][]search.Part{}
	add := func(key, text string) {
		parts := search.Mark(text, words, cmp.Or(d.Display[key+"_lang"], d.Language))
		if slices.ContainsFunc(parts, func(p search.Part) bool { return p.Hit }) {
			out[key] = parts
		}
	}
	add("title", d.Title)
	for key, text := range d.Display {
		if key != "title" {
			add(key, text)
		}
	}
	return out
}

func reply(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.WriteHeader(status)
	// Whoever asked may be gone; there is nobody to tell.
	_ = json.NewEncoder(w).Encode(body)
}
