package http

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"elinde/search"
)

func handler(t *testing.T) http.Handler {
	t.Helper()
	x, err := search.Build([]search.Document{
		{ID: "day-care", Language: "en", Title: "Day care", Path: "en/services/day-care/", Fields: []search.Field{{Text: "Day care for older persons", Weight: 3}},
			Facets: map[string][]string{"kind": {"service"}}, Display: map[string]string{"kind": "service"}},
		{ID: "home-care", Language: "en", Title: "Home care", Path: "en/services/home-care/", Fields: []search.Field{{Text: "Care at home"}},
			Facets: map[string][]string{"kind": {"service"}}},
		{ID: "mary", Language: "tk", Title: "Mary", Path: "tk/places/mary/", Fields: []search.Field{{Text: "Mary welaýaty"}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	return Handler(x)
}

func get(t *testing.T, h http.Handler, query string) (int, string) {
	t.Helper()
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/api/search?"+query, nil))
	return w.Code, w.Body.String()
}

func TestAnswers(t *testing.T) {
	h := handler(t)
	status, body := get(t, h, "q=older+care&lang=en&facet=kind")
	var a answer
	if err := json.Unmarshal([]byte(body), &a); err != nil || status != http.StatusOK {
		t.Fatalf("%d %s: %v", status, body, err)
	}
	if a.Total != 1 || a.Hits[0].ID != "day-care" || a.Hits[0].Path != "en/services/day-care/" || a.Match != search.MatchAll ||
		a.Facets["kind"]["service"] != 1 || a.Hits[0].Display["kind"] != "service" {
		t.Errorf("got %s", body)
	}
	for query, want := range map[string]string{
		"q=velayat&lang=tk":                   `"total":1`,
		"q=caer&lang=en":                      `"corrected":[{"word":"caer","instead":["care"]}]`,
		"q=care&lang=en&limit=1&offset=1":     `"total":2`,
		"q=care&lang=en&filter=kind:provider": `"total":0`,
		"q=care&lang=en&filter=kind:service":  `"total":2`,
		"q=olde&lang=en&prefix=no":            `"corrected":[{"word":"olde"`,
		"q=&lang=en":                          `"hits":[]`,
		"q=day&lang=en&mark=yes":              `"marks":{"title":[{"text":"Day","hit":true},{"text":" care","hit":false}]}`,
		"q=lfn&lang=en&prefix=no":             `"total":0`,
		"q=%ff%00%f0%9f%98%80&lang=en":        `"total":0`,
	} {
		if status, body := get(t, h, query); status != http.StatusOK || !strings.Contains(body, want) {
			t.Errorf("%s: %d %s, want %s", query, status, body, want)
		}
	}
}

func TestBadParametersAreNamed(t *testing.T) {
	h := handler(t)
	for query, want := range map[string]string{
		"lang=en":                     `{"error":"missing","parameter":"q"}`,
		"q=a":                         `{"error":"missing","parameter":"lang"}`,
		"q=a&lang=xx":                 `{"error":"unknown-language","parameter":"lang","value":"xx"}`,
		"q=a&lang=en&limit=ten":       `{"error":"not-a-number","parameter":"limit","value":"ten"}`,
		"q=a&lang=en&limit=51":        `{"error":"out-of-range","parameter":"limit","value":"51"}`,
		"q=a&lang=en&limit=0":         `{"error":"out-of-range","parameter":"limit","value":"0"}`,
		"q=a&lang=en&offset=-1":       `{"error":"out-of-range","parameter":"offset","value":"-1"}`,
		"q=a&lang=en&ofset=1":         `{"error":"unknown-parameter","parameter":"ofset"}`,
		"q=a&lang=en&prefix=maybe":    `{"error":"unknown-value","parameter":"prefix","value":"maybe"}`,
		"q=a&lang=en&filter=service":  `{"error":"unknown-value","parameter":"filter","value":"service"}`,
		"q=%zz&lang=en":               `{"error":"malformed"}`,
		"lang=en&q=" + letters(257):   `{"error":"too-long","parameter":"q","value":"256"}`,
		"lang=en&q=" + letters(10000): `{"error":"too-long"}`,
	} {
		status, body := get(t, h, query)
		if status != http.StatusBadRequest || strings.TrimSpace(body) != want {
			t.Errorf("%.40s: %d %s, want %s", query, status, body, want)
		}
	}
	if status, body := get(t, h, "lang=en&q="+letters(256)); status != http.StatusOK {
		t.Errorf("256 characters: %d %s", status, body)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodPost, "/api/search?q=a&lang=en", nil))
	if w.Code != http.StatusMethodNotAllowed {
		t.Errorf("POST: %d", w.Code)
	}
}

func letters(n int) string { return url.QueryEscape(strings.Repeat("ş", n)) }
