package analysis_test

import (
	"encoding/json"
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"elinde/search/analysis"
	"elinde/search/corpus"
)

var update = flag.Bool("update", false, "write testdata/vectors.json anew")

const vectorsFile = "testdata/vectors.json"

// awkward are texts that two implementations are likely to read differently.
var awkward = []string{
	"İstanbul ıssyk ΣΟΦΟΣ straße", "ёлка Ёлка её", "мой мо\u0438\u0306 й", "Ýagtylyk ýagtylyk Ý", "e\u0301te\u0301",
	"20-nji 2026-njy ýylyň", "don't it's", "a\u0300\u0316b \u0301", "😀ýol😀", "𝒜𝒷 𐐀𐐨", "ABŞ BMG ÝUNISEF", "v V w W", "sh SH Sh shch",
	"Егенназар Өрәев Ёлдашов Велмәммедов Гараҗаев", "تعلم خدمات ٣٤", "日本語テキスト", "x", strings.Repeat("uzynsöz", 9), "ﬁﬂ №5 ½ ²", "",
	"skies dying news proceed innings generally communities arsenal yyy y ay owed bed red being agreed agreedly",
	"выйдя сделавшись хорошенький длиннейший бегущего вьюн ость радость нн ся я", "\u200eالخدمات\u200f", "a\u200db",
}

// vector is a text with what each language makes of it.
type vector struct {
	Text  string   `json:"text"`
	Words []string `json:"words"` // folded, stop words too
	Stems []string `json:"stems"` // of the words that are no stop words
}

// TestVectors holds the analysis to testdata/vectors.json, which the client's
// tests read too: both sides say the same of each text.
func TestVectors(t *testing.T) {
	vectors := map[string][]vector{}
	for _, language := range []string{"tk", "ru", "en", "ar"} {
		texts := slices.Clone(awkward)
		if language != "ar" {
			c := corpus.New(language, 2026)
			for range 180 {
				texts = append(texts, c.Text(10))
			}
		}
		r := analysis.For(language)
		for _, text := range texts {
			v := vector{Text: text, Words: []string{}, Stems: []string{}}
			for w := range analysis.Split(text) {
				if s := r.Fold(w); s != "" {
					v.Words = append(v.Words, s)
				}
			}
			for w := range r.Words(text) {
				v.Stems = append(v.Stems, w.Stem)
			}
			vectors[language] = append(vectors[language], v)
		}
	}
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(vectors); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(vectorsFile, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(vectorsFile)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("the analysis says something else than %s; if that is meant, run go test ./search/analysis -update", vectorsFile)
	}
}
