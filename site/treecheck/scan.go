package treecheck

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// scan reads a page of the plainest HTML: tags in small letters with values in
// double quotes, as templates write them, in which nothing needs a parser's
// knowledge. It is four times as fast as the tokenizer and sees the same; a page
// with anything else is left to that one (false), from its beginning.
func (p *parser) scan(text string) bool {
	if strings.IndexByte(text, '\r') >= 0 || strings.IndexByte(text, 0) >= 0 {
		return false
	}
	var attrs []html.Attribute
	for {
		i := strings.IndexByte(text, '<')
		if i < 0 {
			p.words(text)
			return true
		}
		p.words(text[:i])
		if text = text[i+1:]; text == "" {
			return false
		}
		switch c := text[0]; {
		case small(c):
			tag, list, rest, closed, ok := startTag(text, attrs[:0])
			if attrs = list; !ok {
				return false
			}
			text = rest
			p.element(tag, attrs)
			switch tag {
			case atom.Script, atom.Style, atom.Title:
				words, after, ok := strings.Cut(text, "</"+tag.String()+">")
				if !ok || closed || strings.Contains(words, "<!--") || tag == atom.Title && strings.IndexByte(words, '<') >= 0 || endsEarly(words, tag) {
					return false
				}
				p.words(words)
				text = after
				p.ended()
			case atom.Textarea, atom.Iframe, atom.Noembed, atom.Noframes, atom.Noscript, atom.Plaintext, atom.Xmp:
				return false
			}
		case c == '/':
			i := strings.IndexByte(text, '>')
			if i < 2 || !smallWord(text[1:i]) {
				return false
			}
			text = text[i+1:]
			p.ended()
		default:
			rest, ok := strings.CutPrefix(text, "!DOCTYPE html>")
			if !ok {
				return false
			}
			text = rest
			p.judge(nil)
		}
	}
}

// words is text between tags; there may be none.
func (p *parser) words(text string) {
	if text == "" {
		return
	}
	if p.acting != nil {
		p.judge([]byte(text))
	}
	if p.titleText && strings.TrimSpace(html.UnescapeString(text)) != "" {
		p.title = true
	}
	p.titleText = false
}

// ended is the end of an element.
func (p *parser) ended() {
	p.judge(nil)
	p.titleText = false
}

// startTag reads a tag from behind its "<".
func startTag(text string, attrs []html.Attribute) (tag atom.Atom, list []html.Attribute, rest string, closed, ok bool) {
	n := 1
	for n < len(text) && (small(text[n]) || digit(text[n])) {
		n++
	}
	tag = atom.Lookup([]byte(text[:n]))
	for text = text[n:]; ; {
		spaces := 0
		for spaces < len(text) && (text[spaces] == ' ' || text[spaces] == '\n' || text[spaces] == '\t') {
			spaces++
		}
		if text = text[spaces:]; text == "" {
			return tag, attrs, "", false, false
		}
		if text[0] == '>' {
			return tag, attrs, text[1:], false, true
		}
		if strings.HasPrefix(text, "/>") {
			return tag, attrs, text[2:], true, true
		}
		n := 0
		for n < len(text) && (small(text[n]) || digit(text[n]) || 'A' <= text[n] && text[n] <= 'Z' || text[n] == '-' || text[n] == ':' || text[n] == '_') {
			n++
		}
		if n == 0 || spaces == 0 || n == len(text) {
			return tag, attrs, "", false, false
		}
		a := html.Attribute{Key: text[:n]}
		if !smallWord(a.Key) {
			a.Key = strings.ToLower(a.Key)
		}
		for _, before := range attrs { // of two the first counts
			if before.Key == a.Key {
				return tag, attrs, "", false, false
			}
		}
		switch text = text[n:]; text[0] {
		case ' ', '\n', '\t', '>':
		case '=':
			if len(text) < 2 || text[1] != '"' {
				return tag, attrs, "", false, false
			}
			end := strings.IndexByte(text[2:], '"')
			if end < 0 {
				return tag, attrs, "", false, false
			}
			if asked(a.Key) {
				if a.Val, ok = unescaped(text[2 : 2+end]); !ok {
					return tag, attrs, "", false, false
				}
			}
			text = text[3+end:]
		default:
			return tag, attrs, "", false, false
		}
		attrs = append(attrs, a)
	}
}

// references are those that the template engine writes.
var references = strings.NewReplacer("&#43;", "+", "&amp;", "&", "&#34;", `"`, "&#39;", "'", "&lt;", "<", "&gt;", ">")

// unescaped gives a value; false where it has another reference.
func unescaped(value string) (string, bool) {
	if strings.IndexByte(value, '&') < 0 {
		return value, true
	}
	for rest := value; ; {
		i := strings.IndexByte(rest, '&')
		if i < 0 {
			return references.Replace(value), true
		}
		rest = rest[i:]
		known := false
		for _, r := range [...]string{"&#43;", "&amp;", "&#34;", "&#39;", "&lt;", "&gt;"} {
			known = known || strings.HasPrefix(rest, r)
		}
		if !known {
			return "", false
		}
		rest = rest[1:]
	}
}

// endsEarly says whether something in a script's or style's text could end it.
func endsEarly(words string, tag atom.Atom) bool {
	end := []byte("</" + tag.String())
	return bytes.Contains(bytes.ToLower([]byte(words)), end)
}

func small(c byte) bool { return 'a' <= c && c <= 'z' }
func digit(c byte) bool { return '0' <= c && c <= '9' }

func smallWord(s string) bool {
	for i := range len(s) {
		if !small(s[i]) && !digit(s[i]) && (i == 0 || s[i] != '-' && s[i] != ':' && s[i] != '_') {
			return false
		}
	}
	return s != ""
}
