package themes

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"
)

// languages that the theme has interface texts in.
var languages = []string{"tk", "ru", "en"}

type messages map[string]map[string]string // key → plural form → text

func readMessages(t *testing.T, lang string) messages {
	t.Helper()
	all := messages{}
	files, err := fs.Glob(Elinde(), path.Join("i18n", lang, "*.toml"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no texts in %s: %v", lang, err)
	}
	for _, name := range files {
		data, err := fs.ReadFile(Elinde(), name)
		if err != nil {
			t.Fatal(err)
		}
		var part messages
		if err := toml.Unmarshal(data, &part); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for key, forms := range part {
			if all[key] != nil {
				t.Errorf("%s: %s stands in two files", name, key)
			}
			all[key] = forms
		}
	}
	return all
}

var placeholder = regexp.MustCompile(`\{\{ *\.(\w+) *\}\}`)

func placeholders(forms map[string]string) string {
	var names []string
	for _, s := range forms {
		for _, m := range placeholder.FindAllStringSubmatch(s, -1) {
			if !slices.Contains(names, m[1]) {
				names = append(names, m[1])
			}
		}
	}
	sort.Strings(names)
	return strings.Join(names, " ")
}

func TestEveryTextIsInEveryLanguageWithTheSamePlaceholders(t *testing.T) {
	source := readMessages(t, languages[0])
	for _, lang := range languages[1:] {
		other := readMessages(t, lang)
		for key, forms := range source {
			switch {
			case other[key] == nil:
				t.Errorf("%s lacks %s", lang, key)
			case placeholders(forms) != placeholders(other[key]):
				t.Errorf("%s in %s has placeholders %q, in %s %q", key, lang, placeholders(other[key]), languages[0], placeholders(forms))
			}
		}
		for key := range other {
			if source[key] == nil {
				t.Errorf("%s lacks %s", languages[0], key)
			}
		}
	}
}

// pluralForms are the forms that each language's rules ask for.
var pluralForms = map[string][]string{"tk": {"other"}, "en": {"one", "other"}, "ru": {"one", "few", "many", "other"}}

func TestPluralsHaveTheFormsOfTheirLanguage(t *testing.T) {
	plural := map[string]bool{} // in some language
	byLanguage := map[string]messages{}
	for _, lang := range languages {
		byLanguage[lang] = readMessages(t, lang)
		for key, forms := range byLanguage[lang] {
			plural[key] = plural[key] || len(forms) > 1
		}
	}
	for key := range plural {
		for _, lang := range languages {
			forms := byLanguage[lang][key]
			if forms == nil {
				continue // reported by the test above
			}
			if forms["other"] == "" {
				t.Errorf("%s in %s has no form other", key, lang)
			}
			for _, form := range pluralForms[lang] {
				if plural[key] && forms[form] == "" {
					t.Errorf("%s in %s has no form %s", key, lang, form)
				}
			}
		}
	}
}

// uses are the keys and beginnings of keys that templates and Go code name.
type uses struct {
	keys, prefixes map[string]string // → where
	literals       map[string]bool   // every string of the code, for keys that go a longer way
}

var (
	inTemplate = regexp.MustCompile(`i18n "([^"]+)"`)
	dynamic    = regexp.MustCompile(`i18n \(printf? "([a-z_]+?_)(?:%s)?"`)
	quoted     = regexp.MustCompile(`"([a-z][a-zA-Z0-9_]*)"`)
)

func findUses(t *testing.T) uses {
	t.Helper()
	u := uses{map[string]string{}, map[string]string{}, map[string]bool{}}
	err := fs.WalkDir(Elinde(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".html" {
			return err
		}
		data, err := fs.ReadFile(Elinde(), name)
		for _, m := range inTemplate.FindAllSubmatch(data, -1) {
			u.keys[string(m[1])] = name
		}
		for _, m := range dynamic.FindAllSubmatch(data, -1) {
			u.prefixes[string(m[1])] = name
		}
		for _, m := range quoted.FindAllSubmatch(data, -1) {
			u.literals[string(m[1])] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("../generator/pages/*.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("no Go files to look at: %v", err)
	}
	more, err := filepath.Glob("../generator/downloads/*.go")
	if err != nil || len(more) == 0 {
		t.Fatalf("no Go files to look at: %v", err)
	}
	for _, name := range append(files, more...) {
		if !strings.HasSuffix(name, "_test.go") {
			u.readGo(t, name)
		}
	}
	return u
}

// speakers are the functions of package pages whose first argument is a key.
var speakers = []string{"say", "count", "countOf", "sentence", "form", "room"}

func (u uses) readGo(t *testing.T, name string) {
	t.Helper()
	source, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), name, source, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BasicLit:
			if s := literal(n); s != "" {
				u.literals[s] = true
				if base, ok := strings.CutSuffix(s, "_%d"); ok { // fmt.Sprintf("month_%d", …)
					u.prefixes[base+"_"] = name
				}
				if _, rest, ok := strings.Cut(s, "code_"); ok && strings.HasSuffix(rest, "_") { // a table of beginnings
					u.prefixes[s] = name
				}
			}
		case *ast.BinaryExpr:
			if s := literal(n.X); n.Op == token.ADD && strings.HasSuffix(s, "_") {
				u.prefixes[s] = name
			}
		case *ast.CallExpr:
			f, ok := n.Fun.(*ast.SelectorExpr)
			if !ok || len(n.Args) == 0 || !slices.Contains(speakers, f.Sel.Name) {
				return true
			}
			if key := literal(n.Args[0]); key != "" {
				u.keys[key] = name
			}
		}
		return true
	})
}

// literal gives the text of a string literal, "" for any other expression.
func literal(e ast.Expr) string {
	l, ok := e.(*ast.BasicLit)
	if !ok || l.Kind != token.STRING {
		return ""
	}
	s, err := strconv.Unquote(l.Value)
	if err != nil {
		return ""
	}
	return s
}

func TestEveryTextThatIsUsedExists(t *testing.T) {
	known := readMessages(t, languages[0])
	u := findUses(t)
	for key, where := range u.keys {
		if known[key] == nil {
			t.Errorf("%s uses %s, which no language has", where, key)
		}
	}
	for prefix, where := range u.prefixes {
		if !slices.ContainsFunc(keysOf(known), func(key string) bool { return strings.HasPrefix(key, prefix) }) {
			t.Errorf("%s uses %s…, and no text begins so", where, prefix)
		}
	}
	if len(u.keys) < 100 {
		t.Errorf("only %d keys were found in use: the test looks at the wrong places", len(u.keys))
	}
}

func TestEveryTextIsUsed(t *testing.T) {
	u := findUses(t)
	for key := range readMessages(t, languages[0]) {
		if !u.has(key) {
			t.Errorf("nothing uses %s", key)
		}
	}
}

// has reports whether something names the key: as it is, by its beginning, or as
// a base to which the code adds an ending such as "_short".
func (u uses) has(key string) bool {
	if u.keys[key] != "" || u.literals[key] {
		return true
	}
	for prefix := range u.prefixes {
		if strings.HasPrefix(key, prefix) {
			return true
		}
	}
	i := strings.LastIndexByte(key, '_')
	return i > 0 && u.literals[key[i:]] && u.has(key[:i])
}

func keysOf(m messages) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	return keys
}
