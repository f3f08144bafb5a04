package site_test

import (
	"compress/gzip"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/andybalholm/brotli"

	"elinde/site"
)

// small is a plan of two languages with n pages each, besides their start page,
// a 404 and the pages people write.
func small(n int) site.Plan {
	plan := site.Plan{
		BaseURL: "https://example.org/demo/",
		Languages: []site.Language{
			{Code: "tk", Name: "Türkmençe", Direction: "ltr", Interface: "tk"},
			{Code: "en", Name: "English", Direction: "ltr", Interface: "en"},
		},
		Theme:   os.DirFS("testdata/theme"),
		Written: site.ReadContent(os.DirFS("testdata/content"), []string{"tk", "en"}),
		Shared:  map[string]map[string]any{},
		Files: slices.Values([]site.File{
			{Path: "data/list.csv", Data: []byte("id,name\n1,a\n")},
		}),
	}
	for _, l := range plan.Languages {
		plan.Shared[l.Code] = map[string]any{"language": l.Code, "title": "Site " + l.Code}
		plan.Pages = append(plan.Pages, pagesOf(l.Code, n))
	}
	plan.Pages = append(plan.Pages, slices.Values([]site.Page{{
		Path: "", Layout: "plain", Language: "tk", Title: "Languages", Params: map[string]any{"days": 0, "links": []string{"tk/", "en/"}},
	}}))
	return plan
}

func pagesOf(code string, n int) iter.Seq[site.Page] {
	return func(yield func(site.Page) bool) {
		if !yield(site.Page{Path: code + "/", Layout: "plain", Language: code, Title: "Start", Alternates: alternates(""), Params: map[string]any{"days": 3}}) ||
			!yield(site.Page{Path: code + "/404.html", Layout: "plain", Language: code, Title: "Not found", NoIndex: true, Absolute: true, Params: map[string]any{"days": 1}}) {
			return
		}
		for i := range n {
			path := fmt.Sprintf("services/s-%d/", i)
			page := site.Page{
				Path: code + "/" + path, Layout: "plain", Language: code, Title: fmt.Sprintf("Service %d", i), Alternates: alternates(path),
				Params: map[string]any{"days": i, "text": "<b>text</b> {{ now }}", "links": []string{code + "/", fmt.Sprintf("%s/services/s-%d/#main", code, (i+1)%n)}},
			}
			if !yield(page) {
				return
			}
		}
	}
}

func alternates(path string) []site.Alternate {
	return []site.Alternate{{Language: "tk", Path: "tk/" + path}, {Language: "en", Path: "en/" + path}}
}

// overlay is the theme of the tests with some files replaced or added.
func overlay(t *testing.T, files map[string]string) fs.FS {
	t.Helper()
	theme := fstest.MapFS{}
	base := os.DirFS("testdata/theme")
	err := fs.WalkDir(base, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(base, name)
		theme[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		theme[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return theme
}

// treeOf reads a whole folder: path → bytes.
func treeOf(t *testing.T, folder string) map[string]string {
	t.Helper()
	tree := map[string]string{}
	err := fs.WalkDir(os.DirFS(folder), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(os.DirFS(folder), name)
		tree[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

// contentWith is the written pages of the tests with one replaced.
func contentWith(t *testing.T, name, text string) site.Written {
	t.Helper()
	content := fstest.MapFS{name: &fstest.MapFile{Data: []byte(text)}}
	for _, other := range []string{"en/about.md", "tk/about.md"} {
		if other != name {
			data, err := os.ReadFile("testdata/content/" + other)
			must(t, err)
			content[other] = &fstest.MapFile{Data: data}
		}
	}
	return site.ReadContent(content, []string{"tk", "en"})
}

var unpackers = map[string]func(*testing.T, io.Reader) []byte{
	".br": func(t *testing.T, r io.Reader) []byte { return readAll(t, brotli.NewReader(r)) },
	".gz": func(t *testing.T, r io.Reader) []byte {
		z, err := gzip.NewReader(r)
		must(t, err)
		return readAll(t, z)
	},
}

func readAll(t *testing.T, r io.Reader) []byte {
	t.Helper()
	data, err := io.ReadAll(r)
	must(t, err)
	return data
}
