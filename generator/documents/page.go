package documents

import (
	"elinde/generator/prose"
	"elinde/search"
)

// Page is a page that people wrote.
type Page struct {
	Language    string
	Path        string // relative to the root of the site
	Title       string
	Description string
	Markdown    string
}

// Pages makes documents of pages that people wrote.
func Pages(pages []Page) []search.Document {
	docs := make([]search.Document, 0, len(pages))
	for _, p := range pages {
		d := search.Document{ID: KindPage + "/" + p.Path, Language: p.Language, Title: p.Title, Path: p.Path, Group: order[KindPage],
			Facets: map[string][]string{"kind": {KindPage}}, Display: map[string]string{"kind": KindPage},
			Fields: []search.Field{{Text: p.Title, Weight: weightName, Name: true}, {Text: p.Description, Weight: weightWords}, {Text: prose.Plain(p.Markdown)}}}
		if p.Description != "" {
			d.Display["summary"] = shorten(p.Description)
		}
		docs = append(docs, d)
	}
	return docs
}
