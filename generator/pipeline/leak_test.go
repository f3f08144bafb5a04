package pipeline

import (
	"testing"

	"elinde/search"
)

// TestLeaks plants a secret in each part of a document.
func TestLeaks(t *testing.T) {
	const secret = "7 Secret Street"
	clean := search.Document{ID: "service/a", Language: "en", Title: "Day care", Path: "en/services/a/"}
	if found := leaks([]search.Document{clean}, []string{secret}); len(found) != 0 {
		t.Errorf("a clean document: %v", found)
	}
	for name, plant := range map[string]func(*search.Document){
		"disguise": func(d *search.Document) {
			d.Fields = []search.Field{{Text: "at 7, **Secret\u00adStreet**"}}
		},
		"title":   func(d *search.Document) { d.Title += ", " + secret },
		"field":   func(d *search.Document) { d.Fields = []search.Field{{Text: "at " + secret}} },
		"display": func(d *search.Document) { d.Display = map[string]string{"place": secret} },
		"facet":   func(d *search.Document) { d.Facets = map[string][]string{"place": {secret}} },
	} {
		d := clean
		plant(&d)
		if found := leaks([]search.Document{clean, d}, []string{secret, "text:" + secret}); len(found) != 1 {
			t.Errorf("a secret in the %s gives %v", name, found)
		}
	}
}
