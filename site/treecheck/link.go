package treecheck

import (
	"net/url"
	"path"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// link sorts an address of a page into inside (kept for the check of the whole
// tree), outside (fine for a reader to follow, not for the browser to load) and
// wrong.
func (p *parser) link(tag atom.Atom, key, value string, attrs []html.Attribute) {
	if key == "srcset" {
		for _, part := range strings.Split(value, ",") {
			if fields := strings.Fields(part); len(fields) > 0 {
				p.link(tag, "src", fields[0], attrs)
			}
		}
		return
	}
	follow := tag == atom.A || !loads(tag, attrs)
	if _, seen := p.raw[value]; seen && follow {
		return // the same link again, which is most of them
	}
	if follow {
		p.raw[value] = struct{}{}
	}
	if file, anchor, ok := plain(value); ok {
		p.inside(file, anchor, value)
		return
	}
	u, err := url.Parse(strings.TrimSpace(value))
	if err != nil {
		p.fault("link-malformed", value)
		return
	}
	switch {
	case u.Scheme == "" && u.Host == "":
		p.inside(u.Path, u.Fragment, value)
	case (u.Scheme == "https" || u.Scheme == "http" || u.Scheme == "") && u.Host != "":
		if u.Host == p.rules.Host && strings.HasPrefix(u.Path, p.rules.BasePath) {
			p.inside(u.Path, u.Fragment, value)
			return
		}
		if !follow {
			p.fault("third-party", value)
		}
	case u.Scheme == "mailto" || u.Scheme == "tel" || u.Scheme == "sms" || u.Scheme == "geo":
		if !follow {
			p.fault("link-scheme", value)
		}
	default:
		p.fault("link-scheme", value)
	}
}

// plain takes apart an address that nothing can be wrong with, as nearly all of a page
// are: a path of ordinary letters, and perhaps an anchor of them.
func plain(value string) (file, anchor string, ok bool) {
	if strings.HasPrefix(value, "//") {
		return "", "", false
	}
	end := len(value)
	for i := range len(value) {
		switch c := value[i]; {
		case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '/' || c == '.' || c == '-' || c == '_':
		case c == '#' && end == len(value):
			end = i
		default:
			return "", "", false
		}
	}
	return value[:end], value[min(end+1, len(value)):], true
}

// loads says whether a browser fetches the address by itself.
func loads(tag atom.Atom, attrs []html.Attribute) bool {
	switch tag {
	case atom.A, atom.Area, atom.Blockquote, atom.Q, atom.Ins, atom.Del:
		return false
	case atom.Link:
		rel, _ := value(attrs, "rel")
		for _, word := range []string{"canonical", "alternate", "license", "author", "help", "next", "prev", "search"} {
			if hasWord(rel, word) {
				return false
			}
		}
	}
	return true
}

// inside keeps an address within the site as a path of the tree.
func (p *parser) inside(target, anchor, raw string) {
	switch {
	case target == "":
		target = p.path // "", "#id" or "?query": the page itself
	case strings.HasPrefix(target, "/"):
		if !strings.HasPrefix(target, p.rules.BasePath) {
			p.fault("link-outside", raw)
			return
		}
		target = clean(strings.TrimPrefix(target, p.rules.BasePath))
	default:
		target = clean(p.dir + target)
	}
	if target == ".." || strings.HasPrefix(target, "../") {
		p.fault("link-outside", raw)
		return
	}
	// "#top" needs no id, and "#key=value" is for the page's script.
	if anchor != "" && anchor != "top" && !strings.Contains(anchor, "=") {
		target += "#" + anchor
	}
	p.links[target] = struct{}{}
}

// clean resolves dots and gives the file that a folder's address shows.
func clean(target string) string {
	folder := target == "" || strings.HasSuffix(target, "/") || strings.HasSuffix(target, "/.") || strings.HasSuffix(target, "/..")
	target = path.Clean(target)
	if folder {
		target = path.Join(target, "index.html")
	}
	return target
}
