// Package treecheck looks at the finished files of a site, as a browser would
// get them, and says what is wrong. A page is parsed once, when it is written,
// into a Summary; links between pages are checked on summaries alone, so that a
// page that did not change is never read again.
package treecheck

import (
	"bytes"
	"maps"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Rules are what a page is held against besides HTML itself.
type Rules struct {
	BasePath string // of the site's address: "/" or "/mirror/"
	// Host of the site's own address: absolute links there are inside.
	Host string
	// Forbidden strings may stand in no file: values withheld, canaries. Each
	// has at least four bytes.
	Forbidden []string
}

// Summary is what the check keeps of a page.
type Summary struct {
	// IDs are fingerprints of "file#id" for each id of the page, Links those of
	// the inside targets: "file", or "file#id" where an anchor is meant. Both
	// are sorted and without repetitions.
	IDs, Links []uint64
	// Weight is the size of the page packed with brotli; 0: not weighed.
	Weight int
	Faults []Fault
}

// Fault is something wrong in one page.
type Fault struct {
	Code   string
	Detail string
}

// Fingerprint of a target. FNV-1a of 64 bits: among a million targets a chance
// collision, which would hide a broken link, is rarer than one in ten million.
func Fingerprint(target string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(target); i++ {
		h = (h ^ uint64(target[i])) * 1099511628211
	}
	return h
}

// Page parses one finished HTML page. Path is the file's place in the tree.
func Page(path string, data []byte, rules Rules, find *Finder) Summary {
	p := parse(path, data, rules)
	p.search(data, find)
	return p.summary()
}

func (p *parser) summary() Summary {
	s := Summary{Faults: p.faults, IDs: make([]uint64, 0, len(p.ids)), Links: make([]uint64, 0, len(p.links))}
	for id := range p.ids {
		s.IDs = append(s.IDs, Fingerprint(p.path+"#"+id))
	}
	for link := range p.links {
		s.Links = append(s.Links, Fingerprint(link))
	}
	slices.Sort(s.IDs)
	slices.Sort(s.Links)
	return s
}

// Loads adds up the weights of those files, by fingerprint, that the page names.
func (s Summary) Loads(weights map[uint64]int) (sum int) {
	for name, weight := range weights {
		if _, named := slices.BinarySearch(s.Links, name); named {
			sum += weight
		}
	}
	return sum
}

// Targets parses a page again and lists its inside targets in words.
func Targets(path string, data []byte, rules Rules) []string {
	if kindOf(path, data) == drawing {
		return slices.Sorted(maps.Keys(parseXML(path, data, rules).links))
	}
	return slices.Sorted(maps.Keys(parse(path, data, rules).links))
}

type parser struct {
	path      string
	dir       string // folder of path, with "/" at its end
	rules     Rules
	ids       map[string]struct{}
	links     map[string]struct{}
	raw       map[string]struct{} // values of link attributes already seen
	faults    []Fault
	lang      bool
	title     bool
	titleText bool
	allowed   []string // hashes of inline code that the page's own policy lets in
	acting    *Fault   // the style or script whose text comes next
}

func newParser(path string, rules Rules) *parser {
	return &parser{
		path: path, dir: path[:strings.LastIndexByte(path, '/')+1], rules: rules,
		ids: make(map[string]struct{}, 16), links: make(map[string]struct{}, 64), raw: make(map[string]struct{}, 64),
	}
}

func parse(path string, data []byte, rules Rules) *parser {
	p := newParser(path, rules)
	if !p.scan(string(data)) {
		p = newParser(path, rules)
		p.run(data)
	}
	if !p.lang {
		p.fault("page-lang", "")
	}
	if !p.title {
		p.fault("page-title", "")
	}
	return p
}

// fault notes a fault; a page full of them need not fill the report.
func (p *parser) fault(code, detail string) {
	if len(p.faults) >= 50 {
		return
	}
	if len(detail) > 200 {
		detail = strings.ToValidUTF8(detail[:200], "") + "…"
	}
	p.faults = append(p.faults, Fault{Code: code, Detail: detail})
}

func (p *parser) run(data []byte) {
	z := html.NewTokenizer(bytes.NewReader(data))
	var attrs []html.Attribute
	for {
		token := z.Next()
		if token != html.TextToken {
			p.judge(nil)
		}
		switch token {
		case html.ErrorToken:
			return
		case html.TextToken:
			if p.acting != nil {
				p.judge(z.Raw())
			}
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
				a := html.Attribute{Key: attributeName(key)}
				if asked(a.Key) {
					a.Val = string(value)
				}
				attrs = append(attrs, a)
			}
			p.element(tag, attrs)
		}
	}
}

// asked says whether anybody looks at the value of an attribute: most have none that
// does, and need not be copied.
func asked(key string) bool {
	return key != "class" && key != "d" && key != "datetime" && !strings.HasPrefix(key, "data-") && !strings.HasPrefix(key, "aria-")
}

// attributeName avoids an allocation for every attribute with a known name.
func attributeName(key []byte) string {
	if a := atom.Lookup(key); a != 0 {
		return a.String()
	}
	return string(key)
}

// search looks for strings that betray a fault wherever they stand.
func (p *parser) search(data []byte, find *Finder) {
	for _, f := range append(find.In(data), find.In([]byte(p.path))...) {
		p.fault("forbidden-string", f)
	}
	if i := bytes.Index(data, []byte("[i18n] ")); i >= 0 {
		line, _, _ := bytes.Cut(data[i:min(len(data), i+60)], []byte("<"))
		p.fault("text-missing", string(line))
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
