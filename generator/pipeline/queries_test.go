package pipeline

import (
	"context"
	"os"
	"regexp"
	"strings"
	"testing"

	"elinde/generator/config"
	"elinde/generator/documents"
	"elinde/generator/pages"
	"elinde/search"
	"elinde/site"
)

// help are the kinds of documents in the first list of the search page.
var help = []string{"service", "provider", "place", "helpline", "topic"}

// TestEverydayQueries asks what citizens type, as they type it, of the
// demonstration. testdata/queries.tsv has the language of the page, the query and
// what one of the first three hits must be: an expression for its id ("first" before
// it: of the first hit), "danger" and the id of a danger, or "other" and the id of the
// first figure or article.
func TestEverydayQueries(t *testing.T) {
	s, found, err := config.Load("../../config.toml")
	if err != nil {
		t.Fatal(err)
	}
	checked, err := Examine(context.Background(), s, found, func(Stage, int, int) {})
	if err != nil || checked.Protected == nil {
		t.Fatal("the demonstration cannot be published", err)
	}
	docs := append(searchDocuments(checked.Protected, s), writtenPages(site.ReadContent(os.DirFS(s.Path(s.Content)), s.Codes()).Pages)...)
	if _, _, _, _, err := planOf(checked.Protected, s, pages.Options{Sought: func(found pages.Sought) {
		docs = append(docs, plannedPage(checked.Protected, found))
	}}); err != nil {
		t.Fatal(err)
	}
	x, err := search.Build(docs, documents.Known(checked.Protected, s)...)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	table, err := os.ReadFile("testdata/queries.tsv")
	if err != nil {
		t.Fatal(err)
	}
	rows := strings.Split(strings.TrimSpace(string(table)), "\n")
	for _, row := range rows {
		cells := strings.Split(row, "\t")
		if len(cells) != 3 {
			t.Fatalf("%q has %d columns, want 3", row, len(cells))
		}
		language, text, want := cells[0], cells[1], cells[2]
		kinds, first := help, 3
		if rest, ok := strings.CutPrefix(want, "other "); ok {
			kinds, first, want = []string{"indicator", "page"}, 1, rest
		}
		if rest, ok := strings.CutPrefix(want, "first "); ok {
			first, want = 1, rest
		}
		r, err := x.Search(context.Background(), search.Query{Text: text, Language: language, Limit: first, Filters: map[string][]string{"kind": kinds}})
		if err != nil {
			t.Fatal(err)
		}
		var ids []string
		for _, h := range r.Hits {
			ids = append(ids, h.ID)
		}
		if os.Getenv("ELINDE_QUERIES") != "" {
			t.Logf("%s %q (%s): %v %v", language, text, r.Match, ids, r.Plan.Dangers)
		}
		if danger, ok := strings.CutPrefix(want, "danger "); ok {
			if len(r.Plan.Dangers) == 0 || r.Plan.Dangers[0] != danger {
				t.Errorf("%s %q tells of %v, want %s", language, text, r.Plan.Dangers, danger)
			}
			continue
		}
		if !regexp.MustCompile(`(^|\n)(` + want + `)`).MatchString(strings.Join(ids, "\n")) {
			t.Errorf("%s %q (%s) finds %v, want %s", language, text, r.Match, ids, want)
		}
	}
	if len(rows) < 200 {
		t.Errorf("%d queries, want 200 at least", len(rows))
	}
}
