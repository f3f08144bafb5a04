package pipeline

import (
	"testing"

	"elinde/generator/programme"
	"elinde/search"
)

// TestLeaks plants a secret in each part of a document.
func TestLeaks(t *testing.T) {
	const secret = "7 Secret Street"
	row := programme.Position{File: "data/locations.csv", Line: 2}
	forbidden := withheld{[]string{secret, "text:" + secret}, map[string]programme.Position{secret: row, "text:" + secret: row}}
	clean := search.Document{ID: "service/a", Language: "en", Title: "Day care", Path: "en/services/a/"}
	if found := leaks([]search.Document{clean}, forbidden); len(found) != 0 {
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
		if found := leaks([]search.Document{clean, d}, forbidden); len(found) == 0 || found[0].File != row.File || found[0].Line != row.Line {
			t.Errorf("a secret in the %s gives %v", name, found)
		}
	}
}
