package http

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"elinde/search"
)

// FuzzQueryString sends query strings of any bytes: an answer or a 400, nothing
// else.
func FuzzQueryString(f *testing.F) {
	x, err := search.Build([]search.Document{{ID: "a", Language: "en", Path: "a/", Fields: []search.Field{{Text: "day care centre"}}}})
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { x.Close() })
	h := Handler(x)
	for _, seed := range []string{"q=care&lang=en", "q=%F0%9F%98%80+caer&lang=en&facet=kind", "q=a&lang=en&filter=a:b&limit=1", "q=%00%1f%1e&lang=en"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, query string) {
		r := httptest.NewRequest(http.MethodGet, "/api/search", nil)
		r.URL.RawQuery = query
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != http.StatusOK && w.Code != http.StatusBadRequest {
			t.Errorf("%q: %d %s", query, w.Code, w.Body)
		}
	})
}
