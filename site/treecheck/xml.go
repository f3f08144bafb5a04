package treecheck

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// parseXML looks at a drawing or another document of XML as a browser does: by
// local names, whatever prefix stands before them.
func parseXML(path string, content []byte, rules Rules) *parser {
	p := newParser(path, rules)
	d := xml.NewDecoder(bytes.NewReader(content))
	d.CharsetReader = asASCII
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return p
		}
		if err != nil {
			p.fault("file-unreadable", err.Error())
			return p
		}
		switch token := token.(type) {
		case xml.StartElement:
			p.xmlElement(token)
		case xml.ProcInst:
			if token.Target != "xml" {
				p.fault("inline-script", "<?"+token.Target)
			}
		case xml.Directive:
			// Entities can write what no check sees.
			if bytes.Contains(token, []byte("ENTITY")) || bytes.Contains(token, []byte("[")) {
				p.fault("inline-script", "<!"+short(string(token)))
			}
		}
	}
}

// asASCII lets through encodings in which what is ASCII stands as it is: names of
// elements and attributes are.
func asASCII(charset string, r io.Reader) (io.Reader, error) {
	charset = strings.ToLower(charset)
	for _, known := range []string{"us-ascii", "windows-125", "iso-8859-", "koi8-"} {
		if strings.HasPrefix(charset, known) {
			return r, nil
		}
	}
	return nil, fmt.Errorf("unknown encoding %s", short(charset))
}

func short(s string) string { return s[:min(len(s), 40)] }

func (p *parser) xmlElement(e xml.StartElement) {
	name := strings.ToLower(e.Name.Local)
	tag := atom.Lookup([]byte(name))
	var attrs []html.Attribute
	for _, a := range e.Attr {
		key := strings.ToLower(a.Name.Local)
		if a.Name.Space == "xmlns" || key == "xmlns" {
			continue
		}
		if key == "base" {
			p.fault("base-element", a.Value)
		}
		attrs = append(attrs, html.Attribute{Key: key, Val: a.Value})
		p.imports(a.Value)
	}
	switch name {
	case "script", "foreignobject", "handler", "iframe", "embed", "object":
		p.fault("inline-script", "<"+name+">")
		return
	case "set", "animate", "animatemotion", "animatetransform":
		// It may turn an address into another.
		if v, _ := value(attrs, "attributename"); strings.HasSuffix(strings.ToLower(v), "href") {
			p.fault("link-scheme", "<"+name+" attributeName="+v+">")
		}
	case "image", "use", "feimage":
		tag = atom.Img
		attrs = append(attrs, html.Attribute{Key: "alt"})
		for i := range attrs {
			if attrs[i].Key == "href" {
				attrs[i].Key = "src"
			}
		}
	case "title":
		tag = 0
	}
	p.element(tag, attrs)
	p.judge(nil) // no drawing has a policy of its own
}

// imports finds what a style would fetch from elsewhere.
func (p *parser) imports(style string) {
	low := strings.ToLower(style)
	for rest := low; ; {
		i := strings.Index(rest, "url(")
		if i < 0 {
			break
		}
		rest = strings.TrimLeft(rest[i+4:], " '\"\t\n")
		if !strings.HasPrefix(rest, "#") {
			p.fault("third-party", "url("+short(rest))
		}
	}
}
