package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
)

// record encodes a page for Hugo: the address and layout at the top level, what
// the data says under "params" only, because Hugo acts on keys of the top level.
func record(p Page, file, basePath string) ([]byte, error) {
	params, err := paramsOf(p.Params)
	if err != nil {
		return nil, err
	}
	root := rootOf(file)
	if p.Absolute {
		root = basePath
	}
	alternates := p.Alternates
	if alternates == nil {
		alternates = []Alternate{}
	}
	b := bytes.NewBuffer(make([]byte, 0, len(params)+512))
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	put := func(name string, value any) {
		b.WriteString(name)
		enc.Encode(value) // strings, booleans and lists of them cannot fail
		b.Truncate(b.Len() - 1)
	}
	put(`{"path":`, "p-"+opaque(file))
	put(`,"url":`, "/"+p.Path)
	put(`,"layout":`, p.Layout)
	put(`,"title":`, p.Title)
	b.WriteString(`,"params":`)
	b.Write(params[:len(params)-1])
	sep := `,`
	if len(params) == 2 {
		sep = ``
	}
	// Ours come last: of two equal keys the last one counts.
	put(sep+`"root":`, root)
	put(`,"path":`, p.Path)
	put(`,"noindex":`, p.NoIndex)
	if p.Keep {
		put(`,"keep":`, true)
	}
	put(`,"alternates":`, alternates)
	b.WriteString(`}`)
	if p.markdown != "" {
		put(`,"content":{"mediaType":"text/markdown","value":`, p.markdown)
		b.WriteString(`}`)
	}
	b.WriteString(`}`)
	return b.Bytes(), nil
}

var errNoObject = errors.New("params are no JSON object")

// paramsOf encodes params as a JSON object without spaces around it.
func paramsOf(v any) ([]byte, error) {
	if v == nil {
		return []byte("{}"), nil
	}
	b := new(bytes.Buffer)
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	params := bytes.TrimSpace(b.Bytes())
	if bytes.Equal(params, []byte("null")) {
		return []byte("{}"), nil
	}
	if len(params) < 2 || params[0] != '{' {
		return nil, errNoObject
	}
	return params, nil
}

// opaque makes a path for Hugo's own tree of pages. It is flat, so that no page
// is another's section, and tells nothing, so that nothing is derived from it.
func opaque(file string) string {
	const letters = "0123456789abcdef"
	sum := sha256.Sum256([]byte(file))
	name := make([]byte, 0, 32)
	for _, c := range sum[:16] {
		name = append(name, letters[c>>4], letters[c&15])
	}
	return string(name)
}
