package search_test

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"

	"elinde/search"
)

func document(id, language, title, body string) search.Document {
	return search.Document{ID: id, Language: language, Title: title, Path: language + "/" + id + "/",
		Fields: []search.Field{{Text: title, Weight: 3, Quoted: true}, {Text: body, Quoted: true}}}
}

func build(t *testing.T, docs ...search.Document) *search.Index {
	t.Helper()
	x, err := search.Build(docs)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	return x
}

// found gives the ids of the hits.
func found(t *testing.T, x *search.Index, language, text string) string {
	t.Helper()
	r, err := x.Search(context.Background(), search.Query{Text: text, Language: language, Limit: 10})
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, h := range r.Hits {
		ids = append(ids, h.ID)
	}
	return strings.Join(ids, " ")
}

func TestPeopleFindWhatTheyType(t *testing.T) {
	x := build(t,
		document("care", "tk", "Gündizki garamak merkezi", "Garrylara we maýyplyga eýe bolan adamlara kömek"),
		document("crisis", "tk", "Kyn durmuş ýagdaýyndaky maşgalalara kömek", "Durmuş işgäri öýe gelýär"),
		document("care", "ru", "Дневной уход", "Помощь пожилым людям и ребёнку"),
		document("care", "en", "Day care centre", "Help for older persons"),
	)
	for _, c := range []struct{ language, text, want string }{
		{"tk", "garamak", "care"},
		{"tk", "gundizki", "care"},
		{"tk", "maşgala", "crisis"},
		{"tk", "mashgalalarynyň", "crisis"},
		{"tk", "durmush isgari", "crisis"},
		{"tk", "дурмуш", "crisis"},
		{"tk", "maý", "care"},
		{"tk", "kömegi durmuş", "crisis"},
		{"tk", "ujfghk", ""},
		{"tk", "maşkalalara", "crisis"},
		{"tk", "karamak", "care"},
		{"tk", "durmuş nireden", "crisis"},
		{"ru", "ребенка", "care"},
		{"ru", "уходом", "care"},
		{"ru", "пожилой", "care"},
		{"en", "cares", "care"},
		{"en", "the older person", "care"},
		{"en", "", ""},
		{"en", "the", ""},
	} {
		if got := found(t, x, c.language, c.text); got != c.want {
			t.Errorf("%s %q finds %q, want %q", c.language, c.text, got, c.want)
		}
	}
}

func TestTextsAreReadByTheRulesOfTheirLanguage(t *testing.T) {
	d := document("s", "en", "Social support", "")
	d.Fields = append(d.Fields, search.Field{Text: "Hünärmenleriň maslahatlary", Language: "tk"})
	x := build(t, d)
	for _, text := range []string{"hünärmen", "maslahat", "maslahatlaryny", "supports"} {
		if found(t, x, "en", text) != "s" {
			t.Errorf("%q finds nothing", text)
		}
	}
}

func TestTitlesWeighMore(t *testing.T) {
	x := build(t,
		document("body", "en", "Some other thing", "massage with many words beside it"),
		document("title", "en", "Massage", "with words beside it that are many"),
	)
	if got := found(t, x, "en", "massage"); got != "title body" {
		t.Errorf("found %q", got)
	}
}

func TestFaultyDocumentsAreRefused(t *testing.T) {
	for want, docs := range map[string][]search.Document{
		`two documents have the id "a"`: {document("a", "en", "A", ""), document("a", "en", "B", "")},
		"has no language":               {document("a", "", "A", "")},
		"has no id":                     {document("", "en", "A", "")},
		"weight 99":                     {{ID: "a", Language: "en", Path: "a/", Fields: []search.Field{{Text: "x", Weight: 99}}}},
	} {
		if _, err := search.Build(docs); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %q", err, want)
		}
	}
}

func TestCloseRemovesTheFiles(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	x, err := search.Build([]search.Document{document("a", "en", "A", "text"), document("b", "tk", "", "")})
	if err != nil {
		t.Fatal(err)
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	left, err := os.ReadDir(os.Getenv("TMPDIR"))
	if err != nil || len(left) != 0 {
		t.Errorf("%d files are left, %v", len(left), err)
	}
}

func TestUnknownLanguageIsAnError(t *testing.T) {
	x := build(t, document("a", "en", "A", ""))
	if _, err := x.Search(context.Background(), search.Query{Text: "a", Language: "fr"}); !errors.Is(err, search.ErrLanguage) {
		t.Errorf("got %v", err)
	}
}

func TestWithin(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int // edits; 3 for more than two
	}{
		{"care", "care", 0}, {"care", "caer", 1}, {"care", "are", 1}, {"care", "bare", 1}, {"care", "cares", 1},
		{"care", "scar", 2}, {"ёлка", "елка", 1}, {"aa", "aaa", 1}, {"ab", "ba", 1}, {"abc", "cba", 2}, {"", "a", 1},
		{"reabilitation", "rehabilitacion", 2}, {"rehabilitation", "habilitation", 2}, {"rehabilitation", "abilitation", 3},
		{"abcdef", "badcfe", 3}, {"durmush", "hyzmat", 3}, {"kitten", "sitting", 3}, {"abcd", "cdab", 3},
	} {
		for edits := range 3 {
			if got := search.Within(c.a, c.b, edits); got != (c.want <= edits) {
				t.Errorf("%q and %q within %d: %v", c.a, c.b, edits, got)
			}
			if search.Within(c.a, c.b, edits) != search.Within(c.b, c.a, edits) {
				t.Errorf("%q and %q differ by direction", c.a, c.b)
			}
		}
	}
}
