package treecheck

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// element checks one start tag.
func (p *parser) element(tag atom.Atom, attrs []html.Attribute) {
	for _, a := range attrs {
		switch {
		case a.Key == "id":
			if _, twice := p.ids[a.Val]; twice {
				p.fault("id-duplicate", a.Val)
			}
			p.ids[a.Val] = struct{}{}
		case a.Key == "style":
			p.fault("inline-style", a.Val)
		case len(a.Key) > 2 && strings.HasPrefix(a.Key, "on"):
			p.fault("inline-handler", a.Key)
		}
		if linkAttribute(tag, a.Key) {
			p.link(tag, a.Key, a.Val, attrs)
		}
	}
	switch tag {
	case atom.Html:
		v, _ := value(attrs, "lang")
		p.lang = p.lang || strings.TrimSpace(v) != ""
	case atom.Title:
		p.titleText = !p.title
	case atom.Img:
		if _, ok := value(attrs, "alt"); !ok {
			src, _ := value(attrs, "src")
			p.fault("alt-missing", src)
		}
	case atom.Style:
		p.inline("inline-style", "<style>")
	case atom.Script:
		p.script(attrs)
	case atom.Base:
		p.fault("base-element", "")
	case atom.Meta:
		v, _ := value(attrs, "http-equiv")
		if strings.EqualFold(v, "content-security-policy") {
			p.policy(attrs)
		}
		if strings.EqualFold(v, "refresh") {
			p.fault("meta-refresh", "")
		}
	}
}

// script lets through scripts from a file and blocks of data, which browsers do
// not run.
func (p *parser) script(attrs []html.Attribute) {
	if _, ok := value(attrs, "src"); ok {
		return
	}
	switch v, _ := value(attrs, "type"); strings.ToLower(v) {
	case "application/ld+json", "application/json":
	default:
		p.inline("inline-script", v)
	}
}

// linkAttribute says whether the attribute holds an address.
func linkAttribute(tag atom.Atom, key string) bool {
	switch key {
	case "href", "src", "srcset", "poster", "formaction", "background", "cite", "data":
		return key != "data" || tag == atom.Object
	case "action":
		return tag == atom.Form
	}
	return false
}
