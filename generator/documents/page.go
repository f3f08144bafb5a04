package documents

import (
	"strings"

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
	// Sought is a section of it that people seek by words of their own; zero for none.
	Sought Sought
}

// Sought is a section that is a hit of its own, among the help.
type Sought struct {
	Title  string
	Anchor string // of the heading
	Words  string // what people type, parted by ";"
}

// Pages makes documents of pages that people wrote.
func Pages(pages []Page) []search.Document {
	docs := make([]search.Document, 0, len(pages))
	for _, p := range pages {
		d := search.Document{ID: KindPage + "/" + p.Path, Language: p.Language, Title: p.Title, Path: p.Path, Group: order[KindPage],
			Facets: map[string][]string{"kind": {KindPage}}, Display: map[string]string{"kind": KindPage},
			Fields: []search.Field{{Text: p.Title, Weight: weightName, Name: true, Quoted: true}, {Text: p.Description, Weight: weightWords, Quoted: true}, {Text: prose.Plain(p.Markdown), Quoted: true}}}
		if p.Description != "" {
			d.Display["summary"] = shorten(p.Description)
		}
		docs = append(docs, d)
		if p.Sought != (Sought{}) {
			docs = append(docs, p.section())
		}
	}
	return docs
}

// section is found by its title and by each of its words as a name.
func (p Page) section() search.Document {
	d := search.Document{ID: KindPage + "/" + p.Path + "#" + p.Sought.Anchor, Language: p.Language, Title: p.Sought.Title,
		Path: p.Path + "#" + p.Sought.Anchor, Group: order[KindTopic], Facets: map[string][]string{"kind": {KindTopic}},
		Display: map[string]string{"kind": KindPage, "summary": shorten(p.Description)},
		Fields:  []search.Field{{Text: p.Sought.Title, Weight: weightService, Name: true, Quoted: true}}}
	for _, s := range strings.Split(p.Sought.Words, ";") {
		d.Fields = append(d.Fields, search.Field{Text: s, Weight: weightService, Name: true})
	}
	return d
}

// Planned makes a document of a page that the generator planned: among the help, or
// among the figures of a place and of all that it lies in.
func Planned(language, id, path, title, summary string, words, places []string) search.Document {
	kind, shown := KindTopic, KindPage
	if len(places) > 0 {
		kind, shown = KindIndicator, KindIndicator
	}
	d := search.Document{ID: KindPage + "/" + id, Language: language, Path: path, Title: title, Group: order[kind],
		Facets:  map[string][]string{"kind": {kind}, "place": places},
		Display: map[string]string{"kind": shown}, Fields: []search.Field{{Text: title, Weight: weightName, Name: true, Quoted: true}}}
	if summary != "" {
		d.Display["summary"] = shorten(summary)
	}
	for _, s := range words {
		d.Fields = append(d.Fields, search.Field{Text: s, Weight: weightWords, Name: true})
	}
	return d
}
