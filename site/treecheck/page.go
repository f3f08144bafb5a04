// Package treecheck looks at the finished files of a site, as a browser would
// get them, and says what is wrong. A page is parsed once, when it is written,
// into a Summary; links between pages are checked on summaries alone, so that a
// page that did not change is never read again.
package treecheck

import (
	"bytes"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Rules are what a page is held against besides HTML itself.
type Rules struct {
	BasePath string // of the site's address: "/" or "/mirror/"
	// Hosts of the site's own address: absolute links there are inside.
	Host string
	// Budget is the weight in bytes, packed with brotli, that a page without its
	// style sheet may have; 0: pages are not weighed.
	Budget int
	// Forbidden strings may stand in no file: values withheld, canaries.
	Forbidden []string
}

// Summary is what the check keeps of a page.
type Summary struct {
	IDs []string // in order of the page
	// Links are the inside targets: a path of the tree ("tk/a/index.html",
	// "assets/x.css"), with "#id" where an anchor is meant. Sorted, unique.
	Links  []string
	Faults []Fault
}

// Fault is something wrong in one page.
type Fault struct {
	Code   string
	Detail string
}

// Page parses one finished HTML page. Path is the file's place in the tree.
func Page(path string, data []byte, rules Rules) Summary {
	p := parser{path: path, rules: rules, links: make(map[string]struct{}, 64)}
	p.run(data)
	p.forbidden(data)
	return p.summary()
}

type parser struct {
	path      string
	rules     Rules
	ids       []string
	links     map[string]struct{}
	faults    []Fault
	lang      bool
	title     bool
	titleText bool
}

func (p *parser) fault(code, detail string) {
	if len(p.faults) < 50 { // a page full of one fault need not fill the report
		p.faults = append(p.faults, Fault{Code: code, Detail: detail})
	}
}

func (p *parser) run(data []byte) {
	z := html.NewTokenizer(bytes.NewReader(data))
	var attrs []html.Attribute
	for {
		switch z.Next() {
		case html.ErrorToken:
			return
		case html.TextToken:
			if p.titleText && len(bytes.TrimSpace(z.Text())) > 0 {
				p.title = true
			}
			p.titleText = false
		case html.EndTagToken:
			p.titleText = false
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			tag := atom.Lookup(name)
			attrs = attrs[:0]
			for more {
				var key, value []byte
				key, value, more = z.TagAttr()
				attrs = append(attrs, html.Attribute{Key: attributeName(key), Val: string(value)})
			}
			p.element(tag, attrs)
		}
	}
}

// attributeName avoids an allocation for every attribute with a known name.
func attributeName(key []byte) string {
	if a := atom.Lookup(key); a != 0 {
		return a.String()
	}
	return string(key)
}

func (p *parser) summary() Summary {
	if !p.lang {
		p.fault("page-lang", "")
	}
	if !p.title {
		p.fault("page-title", "")
	}
	s := Summary{IDs: p.ids, Faults: p.faults, Links: make([]string, 0, len(p.links))}
	for link := range p.links {
		s.Links = append(s.Links, link)
	}
	slices.Sort(s.Links)
	if sorted := slices.Sorted(slices.Values(p.ids)); len(slices.Compact(slices.Clone(sorted))) != len(sorted) {
		for i := 1; i < len(sorted); i++ {
			if sorted[i] == sorted[i-1] {
				s.Faults = append(s.Faults, Fault{Code: "id-duplicate", Detail: sorted[i]})
			}
		}
	}
	return s
}

func (p *parser) forbidden(data []byte) {
	for _, f := range p.rules.Forbidden {
		if f != "" && bytes.Contains(data, []byte(f)) {
			p.fault("forbidden-string", f)
		}
	}
	if i := bytes.Index(data, []byte("[i18n] ")); i >= 0 {
		p.fault("text-missing", string(data[i:min(len(data), i+60)]))
	}
	if bytes.Contains(data, []byte("ZgotmplZ")) {
		p.fault("value-unsafe", "ZgotmplZ")
	}
}

func value(attrs []html.Attribute, key string) (string, bool) {
	for _, a := range attrs {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

func hasWord(list, word string) bool {
	return slices.Contains(strings.Fields(strings.ToLower(list)), word)
}
