package site

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
)

// sitemapLimit is how many addresses a sitemap may hold by its protocol
// (sitemaps.org); above it a file of several and an index are made.
const sitemapLimit = 50000

// sitemap makes robots.txt and the sitemap of all pages that may be indexed,
// with the addresses of the same page in other languages.
func (b *build) sitemap() []File {
	var pages []*Page
	for _, p := range b.planned {
		if p.page != nil && !p.page.NoIndex && !p.page.Absolute {
			pages = append(pages, p.page)
		}
	}
	slices.SortFunc(pages, func(x, y *Page) int { return strings.Compare(x.Path, y.Path) })
	files := []File{{Path: fileRobots, Data: []byte("User-agent: *\nAllow: /\nSitemap: " + b.plan.BaseURL + fileSitemap + "\n")}}
	if len(pages) <= sitemapLimit {
		return append(files, File{Path: fileSitemap, Data: b.sitemapOf(pages)})
	}
	var index bytes.Buffer
	index.WriteString(xml.Header + `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` + "\n")
	for i := 0; i*sitemapLimit < len(pages); i++ {
		part := pages[i*sitemapLimit : min((i+1)*sitemapLimit, len(pages))]
		name := fmt.Sprintf("sitemap-%d.xml", i+1)
		files = append(files, File{Path: name, Data: b.sitemapOf(part)})
		index.WriteString("<sitemap><loc>")
		xml.EscapeText(&index, []byte(b.plan.BaseURL+name))
		index.WriteString("</loc></sitemap>\n")
	}
	index.WriteString("</sitemapindex>\n")
	return append(files, File{Path: fileSitemap, Data: index.Bytes()})
}

func (b *build) sitemapOf(pages []*Page) []byte {
	var base bytes.Buffer
	xml.EscapeText(&base, []byte(b.plan.BaseURL))
	out := bytes.NewBuffer(make([]byte, 0, 400*len(pages)+200))
	out.WriteString(xml.Header + `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">` + "\n")
	for _, p := range pages {
		// Paths have the characters a-z 0-9 - _ . / only: nothing to escape.
		out.WriteString("<url><loc>")
		out.Write(base.Bytes())
		out.WriteString(p.Path)
		out.WriteString("</loc>")
		if p.Modified != "" {
			out.WriteString("<lastmod>" + p.Modified + "</lastmod>")
		}
		if len(p.Alternates) > 1 {
			for _, a := range p.Alternates {
				out.WriteString(`<xhtml:link rel="alternate" hreflang="`)
				out.WriteString(a.Language)
				out.WriteString(`" href="`)
				out.Write(base.Bytes())
				out.WriteString(a.Path)
				out.WriteString(`"/>`)
			}
		}
		out.WriteString("</url>\n")
	}
	out.WriteString("</urlset>\n")
	return out.Bytes()
}
