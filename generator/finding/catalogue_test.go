package finding

import (
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write docs/findings.md anew")

// declared reads the Code constants from the sources of this package.
func declared(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			v, ok := n.(*ast.ValueSpec)
			if !ok {
				return true
			}
			if kind, ok := v.Type.(*ast.Ident); ok && kind.Name == "Code" && len(v.Values) == 1 {
				code, err := strconv.Unquote(v.Values[0].(*ast.BasicLit).Value)
				if err != nil {
					t.Fatal(err)
				}
				codes = append(codes, code)
			}
			return true
		})
	}
	slices.Sort(codes)
	return codes
}

func TestEachCodeHasOneConstant(t *testing.T) {
	codes := declared(t)
	if len(codes) < 80 {
		t.Fatalf("found %d codes in the sources, want all of them", len(codes))
	}
	if unique := slices.Compact(slices.Clone(codes)); len(unique) != len(codes) {
		t.Errorf("a code is declared twice: %d constants, %d codes", len(codes), len(unique))
	}
}

func TestEachCodeSpeaksEachLanguage(t *testing.T) {
	codes := declared(t)
	for _, language := range []string{"en", "ru", "tk"} {
		entries, err := read(language)
		if err != nil {
			t.Fatal(err)
		}
		for _, code := range codes {
			m := entries[code]
			if m.Sentence == "" || m.Hint == "" {
				t.Errorf("%s: %s has no sentence or no hint", language, code)
			}
			if language == Fallback && m.Severity != Error && m.Severity != Warning && m.Severity != Note {
				t.Errorf("%s: severity of %s is %q", language, code, m.Severity)
			}
		}
		for key := range entries {
			if _, ok := slices.BinarySearch(codes, key); !ok && !strings.HasPrefix(key, "done-") {
				t.Errorf("%s: %s has a sentence and no constant", language, key)
			}
		}
	}
}

func TestLanguagesAgreeOnPlaceholders(t *testing.T) {
	english, err := read(Fallback)
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range []string{"ru", "tk"} {
		entries, err := read(language)
		if err != nil {
			t.Fatal(err)
		}
		for key, m := range english {
			for what, pair := range map[string][2]string{
				"sentence": {m.Sentence, entries[key].Sentence},
				"hint":     {m.Hint, entries[key].Hint},
			} {
				if a, b := placeholders(pair[0]), placeholders(pair[1]); !slices.Equal(a, b) {
					t.Errorf("%s of %s: en has %v, %s has %v", what, key, a, language, b)
				}
			}
		}
	}
}

func placeholders(s string) []string {
	list := placeholder.FindAllString(s, -1)
	slices.Sort(list)
	return slices.Compact(list)
}

// A Cyrillic letter in a Turkmen sentence is one that nobody sees and no search
// finds; a missing one in a Russian sentence is English left standing.
func TestSentencesAreInTheirScript(t *testing.T) {
	cyrillic := func(s string) bool {
		return strings.ContainsFunc(s, func(r rune) bool { return r >= 0x400 && r < 0x500 })
	}
	for _, language := range []string{"en", "ru", "tk"} {
		entries, err := read(language)
		if err != nil {
			t.Fatal(err)
		}
		for key, m := range entries {
			for _, s := range []string{m.Sentence, m.Hint} {
				if s != "" && cyrillic(s) != (language == "ru") {
					t.Errorf("%s: wrong script in %s: %s", language, key, s)
				}
			}
		}
	}
}

func TestSentenceFillsPlaceholders(t *testing.T) {
	f := Finding{Code: ReferenceUnknown, Value: "mary{x}", Args: map[string]string{"table": "places"}}
	en := Texts("en")
	if got, want := en.Sentence(f), "There is no “mary{x}” in the table places."; got != want {
		t.Errorf("sentence = %q, want %q", got, want)
	}
	if got, want := en.Hint(f), "Correct the id or add the row."; got != want {
		t.Errorf("hint = %q, want %q", got, want)
	}
	f.Args["suggestion"] = "[[mary"
	if got, want := en.Hint(f), "Correct the id or add the row. Did you mean “[[mary”?"; got != want {
		t.Errorf("hint = %q, want %q", got, want)
	}
	f.Args[Done] = "skip"
	if got, want := Texts("xx").Sentence(f), "There is no “mary{x}” in the table places. The row was left out."; got != want {
		t.Errorf("sentence in an unknown language = %q, want %q", got, want)
	}
}

func TestDocumentIsComplete(t *testing.T) {
	for language, file := range map[string]string{"en": "findings.md", "ru": "findings.ru.md", "tk": "findings.tk.md"} {
		name := filepath.Join("..", "..", "docs", file)
		text := Document(language)
		for _, code := range declared(t) {
			if !strings.Contains(text, "| `"+code+"` |") {
				t.Errorf("%s is not on the page in %s", code, language)
			}
		}
		if *update {
			if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if old, err := os.ReadFile(name); err != nil || string(old) != text {
			t.Errorf("%s is not up to date (%v): run the test with -update", name, err)
		}
	}
}

// Package site names its problems itself and knows nothing of findings, so the
// list of its codes is read from its source.
func TestEachProblemOfTheSiteSpeaks(t *testing.T) {
	source, err := os.ReadFile(filepath.Join("..", "..", "site", "problem.go"))
	if err != nil {
		t.Fatal(err)
	}
	problems := regexp.MustCompile(`(?m)^\s*Code\w+\s*=\s*"([^"]+)"`).FindAllStringSubmatch(string(source), -1)
	if len(problems) < 20 {
		t.Fatalf("found %d problems in site/problem.go", len(problems))
	}
	for _, p := range problems {
		if Usual(Site(p[1])) == "" {
			t.Errorf("the problem %s of package site has no sentence", p[1])
		}
	}
}
