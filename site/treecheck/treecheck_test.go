package treecheck

import (
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

var rules = Rules{BasePath: "/demo/", Host: "example.org"}

const top = `<!doctype html><html lang="tk"><head><title>T</title></head>`

func codes(s Summary) (list []string) {
	for _, f := range s.Faults {
		list = append(list, f.Code)
	}
	return list
}

// TestTargets: each way of writing a link within the site comes down to the file
// that it shows.
func TestTargets(t *testing.T) {
	for href, want := range map[string]string{
		"../b/":                          "tk/b/index.html",
		"../../":                         "index.html",
		"":                               "tk/a/index.html",
		"#x":                             "tk/a/index.html#x",
		"#top":                           "tk/a/index.html",
		"?q=1":                           "tk/a/index.html",
		"#key=value":                     "tk/a/index.html",
		".":                              "tk/a/index.html",
		"..":                             "tk/index.html",
		"../b/c.csv?x#y":                 "tk/b/c.csv#y",
		"/demo/tk/":                      "tk/index.html",
		"/demo/":                         "index.html",
		"https://example.org/demo/ru/#x": "ru/index.html#x",
		"//example.org/demo/ru/":         "ru/index.html",
		"%61/":                           "tk/a/a/index.html",
	} {
		got := Targets("tk/a/index.html", []byte(top+`<a href="`+href+`">x</a>`), rules)
		if !slices.Equal(got, []string{want}) {
			t.Errorf("%q leads to %v, want %s", href, got, want)
		}
	}
	for _, href := range []string{"https://elsewhere.example/", "tel:+99312", "mailto:a@b.example", "https://example.org/other/"} {
		if got := Targets("tk/a/index.html", []byte(top+`<a href="`+href+`">x</a>`), rules); len(got) > 0 {
			t.Errorf("%q is within: %v", href, got)
		}
	}
}

// TestDataBlocksAreNoCode: structured data may stand in a page.
func TestDataBlocksAreNoCode(t *testing.T) {
	s := Page("tk/index.html", []byte(top+`<script type="application/ld+json">{"a":"<p onclick=x>"}</script><script src="../a.js"></script>`), rules, nil)
	if len(s.Faults) > 0 {
		t.Errorf("faults %v", codes(s))
	}
}

// TestHiddenCodeIsFound: code written so that a careless eye misses it.
func TestHiddenCodeIsFound(t *testing.T) {
	for text, want := range map[string]string{
		`<A HREF="java&#115;cript:x">x</A>`:                "link-scheme",
		`<a href="&#x09;javascript:x">x</a>`:               "link-scheme",
		"<a href=\"java\nscript:x\">x</a>":                 "link-malformed",
		`<svg/onload=x>`:                                   "inline-handler",
		`<p STYLE=color:red>`:                              "inline-style",
		`<script type="text/javascript">x</script>`:        "inline-script",
		`<script type=module>x</script>`:                   "inline-script",
		`<iframe src="https://elsewhere.example/">`:        "third-party",
		`<link rel="stylesheet" href="//x.example/x">`:     "third-party",
		`<img alt="" srcset="a.png 1x, //x.example/b 2x">`: "third-party",
		`<form><button formaction="//x.example/">`:         "third-party",
		`<object data="https://x.example/">`:               "third-party",
	} {
		if s := Page("tk/index.html", []byte(top+text), rules, nil); !slices.Contains(codes(s), want) {
			t.Errorf("%s: %v, want %s", text, codes(s), want)
		}
	}
}

func TestFolder(t *testing.T) {
	root := t.TempDir()
	for name, text := range map[string]string{
		"index.html":    top + `<a href="tk/#here">x</a><a href="tk/#gone">x</a><a href="ru/">x</a>`,
		"tk/index.html": top + `<p id="here">x</p>`,
		"TK.txt":        "canary-1", "tk.TXT": "",
	} {
		file := filepath.Join(root, name)
		os.MkdirAll(filepath.Dir(file), 0o755)
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("/etc", filepath.Join(root, "etc")); err != nil {
		t.Fatal(err)
	}
	found, err := Folder(root, Rules{BasePath: "/", Forbidden: []string{"canary-1"}})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range found {
		got = append(got, f.Path+" "+f.Code)
	}
	want := []string{"TK.txt forbidden-string", "etc file-foreign", "index.html anchor-missing", "index.html link-broken", "tk.TXT path-twice"}
	if !slices.Equal(got, want) {
		t.Errorf("found %v, want %v", got, want)
	}
}

func TestPartsOfAPictureAreAnchors(t *testing.T) {
	offered := NewOffered(2)
	for _, id := range File("icons.svg", []byte(`<svg><symbol id="home"/></svg>`), Rules{}, NewFinder(nil)).IDs {
		offered.Add(id)
	}
	if !offered.Has(Fingerprint("icons.svg#home")) || offered.Has(Fingerprint("icons.svg#other")) {
		t.Error("the ids of the picture are not known")
	}
}

// TestPlainAddresses: what is taken apart without a parser of addresses is what that
// parser makes of it.
func TestPlainAddresses(t *testing.T) {
	taken := 0
	for _, value := range []string{"", "#", "#a", "a#", "a/b.html#c-1", "../x/", "/a", "//host/a", "a:b", "a?b", "a#b#c", "a%20b", " a", "é", "..", "./a_b/#top"} {
		file, anchor, ok := plain(value)
		if !ok {
			continue
		}
		taken++
		u, err := url.Parse(value)
		if err != nil || u.Scheme != "" || u.Host != "" || u.RawQuery != "" || u.Path != file || u.Fragment != anchor {
			t.Errorf("%q: %q and %q, want %+v", value, file, anchor, u)
		}
	}
	if taken != 9 {
		t.Errorf("%d addresses were plain", taken)
	}
}
