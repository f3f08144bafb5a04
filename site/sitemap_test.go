package site

import (
	"encoding/xml"
	"fmt"
	"strings"
	"testing"
)

// TestSitemapIsSplit: above the protocol's limit an index names files of at most
// that many addresses, and no address is lost.
func TestSitemapIsSplit(t *testing.T) {
	b := &build{plan: Plan{BaseURL: "https://example.org/"}, planned: map[string]*planned{}}
	const n = 2*sitemapLimit + 3
	for i := range n {
		path := fmt.Sprintf("tk/s-%d/", i)
		b.planned[path] = &planned{page: &Page{Path: path, NoIndex: i == 7}}
	}
	seen := map[string]bool{}
	var index struct {
		Sitemaps []string `xml:"sitemap>loc"`
	}
	for _, f := range b.sitemap() {
		switch {
		case f.Path == fileSitemap:
			if err := xml.Unmarshal(f.Data, &index); err != nil {
				t.Fatal(err)
			}
		case strings.HasPrefix(f.Path, "sitemap-"):
			var set struct {
				URLs []string `xml:"url>loc"`
			}
			if err := xml.Unmarshal(f.Data, &set); err != nil {
				t.Fatal(err)
			}
			if len(set.URLs) > sitemapLimit {
				t.Errorf("%s has %d addresses", f.Path, len(set.URLs))
			}
			for _, u := range set.URLs {
				seen[u] = true
			}
		}
	}
	if len(index.Sitemaps) != 3 || len(seen) != n-1 || seen["https://example.org/tk/s-7/"] {
		t.Errorf("%d files, %d addresses", len(index.Sitemaps), len(seen))
	}
}
