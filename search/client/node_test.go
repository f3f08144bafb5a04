package client_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"elinde/search"
	"elinde/search/analysis"
	"elinde/search/corpus"
	"elinde/search/static"
)

// answer is what bleve says to a query, for test/parity.test.js.
type answer struct {
	Query     string                    `json:"query"`
	Filters   map[string][]string       `json:"filters,omitempty"`
	Total     int                       `json:"total"`
	Match     search.Match              `json:"match"`
	Words     []string                  `json:"words"`
	Corrected []correction              `json:"corrected"`
	Offers    []offer                   `json:"offers"`
	Instead   string                    `json:"instead"`
	Dangers   []string                  `json:"dangers"`
	Facets    map[string]map[string]int `json:"facets"`
	Hits      []hit                     `json:"hits"`
}

type offer struct {
	Word    string   `json:"word"`
	Instead []string `json:"instead"`
}

type correction struct {
	Word    string   `json:"word"`
	Instead []string `json:"instead"`
}

type hit struct {
	Title string  `json:"title"`
	Path  string  `json:"path"`
	Score float64 `json:"score"`
}

// TestInNode runs the client's own tests by node --test, over an index that bleve
// answers the same queries from.
func TestInNode(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skipf("NOT TESTED: the client needs node: %v", err)
	}
	folder := t.TempDir()
	answers := map[string][]answer{}
	var docs []search.Document
	for _, language := range []string{"tk", "ru", "en"} {
		c := corpus.New(language, 23)
		own := c.Documents(250)
		docs = append(docs, own...)
		strange := corpus.New(language, 24)
		x, err := search.Build(own, search.Known{Language: language, Words: strange.Text(300)})
		if err != nil {
			t.Fatal(err)
		}
		defer x.Close()
		for f, err := range static.Files(x) {
			if err != nil {
				t.Fatal(err)
			}
			write(t, filepath.Join(folder, "search", f.Path), f.Data)
		}
		for i := range 200 {
			q := search.Query{Text: c.Query(), Language: language, Limit: 50, Facets: []string{"kind"}}
			if i%5 == 0 {
				q.Filters = map[string][]string{"kind": {"service"}, "place": {fmt.Sprint("p", i%7), "p6"}}
			}
			answers[language] = append(answers[language], ask(t, x, q))
		}
		strange = corpus.New(language, 24)
		for range 30 {
			answers[language] = append(answers[language], ask(t, x, search.Query{Text: strange.Text(2), Language: language, Limit: 50, Facets: []string{"kind"}}))
		}
		tried := map[search.Match]int{}
		offers := 0
		for _, a := range answers[language] {
			tried[a.Match]++
			offers += len(a.Offers)
		}
		if tried[search.MatchApart] == 0 || offers == 0 {
			t.Errorf("the queries of %s try too little: %v, %d offers", language, tried, offers)
		}
	}
	x, err := search.Build(docs)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	pack, err := static.Pack(x)
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(folder, "pack.json"), pack)
	data, err := json.Marshal(answers)
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(folder, "answers.json"), data)
	write(t, filepath.Join(folder, "vectors.json"), vectors(t))
	cmd := exec.Command(node, "--test", "test/analysis.test.js", "test/parity.test.js")
	cmd.Env = append(os.Environ(), "PARITY="+folder, "VECTORS="+filepath.Join(folder, "vectors.json"))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("node --test: %v\n%s", err, out)
	}
}

// vectors gives texts of tens of thousands of words and what the analysis makes of
// them, besides those that package analysis keeps.
func vectors(t *testing.T) []byte {
	t.Helper()
	type vector struct {
		Text  string   `json:"text"`
		Words []string `json:"words"`
		Stems []string `json:"stems"`
	}
	kept, err := os.ReadFile("../analysis/testdata/vectors.json")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]vector{}
	if err := json.Unmarshal(kept, &all); err != nil {
		t.Fatal(err)
	}
	for _, language := range []string{"tk", "ru", "en"} {
		c, r := corpus.New(language, 41), analysis.For(language)
		for range 600 {
			v := vector{Text: c.Text(20), Words: []string{}, Stems: []string{}}
			for w := range analysis.Split(v.Text) {
				v.Words = append(v.Words, r.Fold(w))
			}
			for w := range r.Words(v.Text) {
				v.Stems = append(v.Stems, w.Stem)
			}
			all[language] = append(all[language], v)
		}
	}
	data, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func ask(t *testing.T, x *search.Index, q search.Query) answer {
	t.Helper()
	r, err := x.Search(context.Background(), q)
	if err != nil {
		t.Fatal(err)
	}
	a := answer{q.Text, q.Filters, r.Total, r.Match, []string{}, []correction{}, []offer{}, r.Plan.Instead, append([]string{}, r.Plan.Dangers...),
		r.Facets, []hit{}}
	for _, o := range r.Plan.Offers {
		a.Offers = append(a.Offers, offer(o))
	}
	for _, w := range r.Plan.Words {
		if w.Surface != "" {
			a.Words = append(a.Words, w.Surface)
		}
		if len(w.Corrected) > 0 {
			a.Corrected = append(a.Corrected, correction{w.Surface, w.Corrected})
		}
	}
	for _, h := range r.Hits {
		a.Hits = append(a.Hits, hit{h.Title, h.Path, h.Score})
	}
	return a
}

func write(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}
