package search_test

import (
	"context"
	"slices"
	"testing"

	"elinde/search"
)

func TestPhrasesAreFoundInAllTexts(t *testing.T) {
	x := build(t,
		document("a", "ru", "Дневной уход", "Помощь пожилым людям на дому и ребёнку"),
		document("b", "ru", "Помощь на дому", "Людям пожилым и детям; уход дневной"),
	)
	for _, c := range []struct {
		text, want string
		match      search.Match
	}{
		{`"пожилым людям"`, "a", search.MatchAll},
		{`«людям пожилым»`, "b", search.MatchAll},
		{`"помощь пожилым людям"`, "a", search.MatchAll},
		{`"помощи на дому"`, "b", search.MatchAll}, // inflected, over a stop word
		{`"детям уход"`, "b", search.MatchAll},     // one text
		{`"дому людям"`, "b a", search.MatchApart}, // two texts of b
		{`"уход дневной" "людям пожилым"`, "b", search.MatchAll},
		{`"пожилым космонавтам"`, "a b", search.MatchSome},
		{`"уход`, "a b", search.MatchAll}, // no phrase without its end
	} {
		r, err := x.Search(context.Background(), search.Query{Text: c.text, Language: "ru", Limit: 9})
		if err != nil {
			t.Fatal(err)
		}
		if got := found(t, x, "ru", c.text); got != c.want || r.Match != c.match {
			t.Errorf("%s finds %q (%s), want %q (%s)", c.text, got, r.Match, c.want, c.match)
		}
	}
}

func TestKnownWordsAreNotTakenForOthers(t *testing.T) {
	docs := []search.Document{document("hill", "tk", "Gora", "Belent ýer"), document("care", "tk", "Ideg", "Öýde kömek")}
	for _, known := range []bool{false, true} {
		var words []search.Known
		if known {
			words = append(words, search.Known{Language: "tk", Words: "Goja, kempir; gora"})
		}
		x, err := search.Build(docs, words...)
		if err != nil {
			t.Fatal(err)
		}
		defer x.Close()
		r, err := x.Search(context.Background(), search.Query{Text: "goja kömek", Language: "tk", Limit: 9})
		if err != nil {
			t.Fatal(err)
		}
		offered := len(r.Plan.Offers) == 1 && r.Plan.Offers[0].Word == "goja" && slices.Equal(r.Plan.Offers[0].Instead, []string{"gora"})
		if offered != known || (r.Total == 1) != known {
			t.Errorf("known %v: %d hits, offers %v", known, r.Total, r.Plan.Offers)
		}
		if got := found(t, x, "tk", "gora"); got != "hill" {
			t.Errorf("gora finds %q", got)
		}
	}
}
