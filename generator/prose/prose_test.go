package prose

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/tools/txtar"
)

// TestCases reads testdata/cases.txtar: a file "name.md" is followed by
// "name.html" and, where it matters, "name.txt".
func TestCases(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/cases.txtar")
	if err != nil {
		t.Fatal(err)
	}
	cell, n := "", 0
	for _, f := range archive.Files {
		want := strings.TrimSuffix(string(f.Data), "\n")
		switch {
		case strings.HasSuffix(f.Name, ".md"):
			cell = want
		case strings.HasSuffix(f.Name, ".html"):
			n++
			if got := strings.TrimSuffix(HTML(cell), "\n"); got != want {
				t.Errorf("%s\n got: %s\nwant: %s", f.Name, got, want)
			}
		case strings.HasSuffix(f.Name, ".txt"):
			n++
			if got := Plain(cell); got != want {
				t.Errorf("%s\n got: %s\nwant: %s", f.Name, got, want)
			}
		}
	}
	if n < 10 {
		t.Fatalf("only %d cases were read", n)
	}
}

// FuzzHTML holds the promise of the package comment against any cell.
func FuzzHTML(f *testing.F) {
	for _, s := range []string{"[a](javascript:alert(1))", "<script>x</script>", "![x](http://a/b)", "<a onclick=x>", "# h {#id}", "[a](java\tscript:x)", "a | b\n--|--\n1 | 2", "{{ .Site }} {{< x >}}"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		Plain(cell)
		z := html.NewTokenizer(strings.NewReader(HTML(cell)))
		for z.Next() != html.ErrorToken {
			token := z.Token()
			switch token.Data {
			case "script", "style", "img", "iframe", "svg", "object", "form", "input", "base", "meta":
				if token.Type != html.TextToken {
					t.Fatalf("element %s from %q", token.Data, cell)
				}
			}
			for _, a := range token.Attr {
				switch {
				case strings.HasPrefix(a.Key, "on"), a.Key == "id", a.Key == "src", a.Key == "style":
					t.Fatalf("attribute %s from %q", a.Key, cell)
				case a.Key == "href" && !schemes[strings.ToLower(scheme(a.Val))]:
					t.Fatalf("href %q from %q", a.Val, cell)
				}
			}
		}
	})
}

// scheme is what a browser takes for the scheme of an address, read apart from
// the code under test.
func scheme(address string) string {
	name, _, found := strings.Cut(address, ":")
	if !found {
		return ""
	}
	return name
}
