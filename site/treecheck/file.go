package treecheck

import (
	"bytes"
	"net/http"
	"path"
	"slices"
	"strings"

	"elinde/site/packed"
)

// kind is what a browser makes of a file.
type kind int

const (
	data    kind = iota // it shows or saves it
	hyper               // it runs it as a page
	drawing             // it runs it as XML
)

// kindOf tells a file's kind by its name, as servers do, and where the name says
// nothing by its first bytes, as browsers do then.
func kindOf(name string, content []byte) kind {
	switch strings.ToLower(path.Ext(name)) {
	case ".html", ".htm", ".shtml", ".mhtml", ".mht", ".hta":
		return hyper
	case ".svg", ".xhtml", ".xht", ".xsl", ".xslt", ".mathml":
		return drawing
	case ".xml", ".rss", ".atom", ".rdf", ".kml", ".gpx":
		// Most are long lists that do nothing: only those that could are parsed.
		for _, sign := range []string{"script", "xml-stylesheet", "<!", "xhtml\"", "2000/svg"} {
			if bytes.Contains(content, []byte(sign)) && !bytes.HasPrefix(bytes.TrimSpace(content), []byte("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset")) {
				return drawing
			}
		}
		return data
	case ".csv", ".tsv", ".txt", ".json", ".geojson", ".jsonld", ".js", ".mjs", ".css", ".md", ".map", ".bin", ".ics", ".webmanifest",
		".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".woff", ".woff2", ".ttf", ".otf", ".pdf", ".zip", ".gz", ".br",
		".docx", ".xlsx", ".odt", ".ods", ".pptx", ".epub", ".mp3", ".mp4", ".webm", ".ogg", ".wasm":
		return data
	}
	if strings.HasPrefix(http.DetectContentType(content), "text/html") {
		return hyper
	}
	if strings.HasPrefix(http.DetectContentType(content), "text/xml") || bytes.Contains(content[:min(len(content), 512)], []byte("<svg")) {
		return drawing
	}
	return data
}

// File looks at a finished file that somebody put into the theme: at a page or
// drawing as a browser would, and at anything as Search does.
func File(name string, content []byte, rules Rules, find *Finder) Summary {
	var s Summary
	switch kindOf(name, content) {
	case hyper:
		s = Page(name, content, rules, nil)
	case drawing:
		s = parseXML(name, content, rules).summary()
	}
	if strings.EqualFold(path.Ext(name), ".svgz") {
		_ = packed.Open(name, content, func(_ string, piece []byte) { // what cannot be opened is a fault below
			s.Faults = append(s.Faults, parseXML(name, piece, rules).faults...)
		})
	}
	s.Faults = append(s.Faults, Search(name, content, find)...)
	return s
}

// Search looks in a file, its name and what is packed in it for strings that must
// not be published. What cannot be looked into is a fault as well.
func Search(name string, content []byte, find *Finder) []Fault {
	found := append(find.In(content), find.In([]byte(name))...)
	err := packed.Open(name, content, func(_ string, piece []byte) { found = append(found, find.In(piece)...) })
	slices.Sort(found)
	var faults []Fault
	for _, text := range slices.Compact(found) {
		faults = append(faults, Fault{Code: "forbidden-string", Detail: text})
	}
	if err != nil {
		faults = append(faults, Fault{Code: "file-unreadable", Detail: err.Error()})
	}
	return faults
}

// Holds gives the strings that stand in a file or in what is packed in it.
func Holds(name string, content []byte, find *Finder) []string {
	found := find.In(content)
	// What cannot be looked into was refused when it was to be published.
	_ = packed.Open(name, content, func(_ string, piece []byte) { found = append(found, find.In(piece)...) })
	return found
}
