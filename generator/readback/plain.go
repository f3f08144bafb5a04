package readback

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// plain reads lines of text: those that name an indicator are held against it.
func (r *reading) plain(path string, data []byte) {
	if _, ok := r.mentions(data); !ok {
		return
	}
	for i, line := range bytes.Split(data, []byte("\n")) {
		r.line(fmt.Sprintf("%s: line %d", path, i+1), string(line))
	}
}

func (r *reading) line(place, text string) {
	if !strings.ContainsAny(text, "0123456789") {
		return
	}
	var about []string
	for id := range r.names.in([]byte(text)) {
		about = append(about, id)
	}
	for id := range r.ids.in([]byte(text)) {
		about = append(about, id)
	}
	if len(about) == 0 {
		return
	}
	for _, l := range r.languageOf(text, place) {
		r.judge(block{place: place, language: l, about: about, text: text})
	}
}

// xml reads feeds, maps of the site and drawings: texts and attributes that name an
// indicator are held against it.
func (r *reading) xml(path string, data []byte) {
	if _, ok := r.mentions(data); !ok {
		return
	}
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = false
	tag := ""
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			r.fault(Unread, path, "")
			return
		}
		switch t := t.(type) {
		case xml.StartElement:
			tag = t.Name.Local
			for _, a := range t.Attr {
				r.line(path+": "+tag+" "+a.Name.Local, a.Value)
			}
		case xml.CharData:
			if tag != "loc" && tag != "id" {
				r.line(path+": "+tag, string(t))
			}
		}
	}
}
