package readback

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"path"
	"strings"
	"unicode"
)

// entry is a document of the search index as it is shown: id, title, path, and what
// else a hit shows.
type entry []string

// searched is what the files of the search index say together; they are read in
// any order and judged at the end.
type searched struct {
	indicators []found             // documents about indicators
	terms      map[string][]string // folder and number of a document → its terms with digits
	file       map[string]string   // the file that a document's last such term stands in
	block      map[string]int      // folder → documents in a file
	documents  map[string]int      // folder → documents in it
	held       []withDigits
}

// withDigits is an entry of the terms with digits: its words, and postings that are
// read once the number of documents is known.
type withDigits struct {
	folder, name string
	words        []string
	n            int
	data         []byte
}

// index reads a file of the search index (search/FORMAT.md).
func (r *reading) index(name string, data []byte) {
	if len(data) < 12 || string(data[:3]) != "ELS" {
		if id, ok := r.mentions(data); ok {
			r.fault(Unread, name, id)
		}
		return
	}
	payload, err := io.ReadAll(flate.NewReader(bytes.NewReader(data[12:])))
	if err != nil || data[3] != 5 {
		r.fault(Unread, name, "")
		return
	}
	folder, part := path.Split(name)
	var number int
	fmt.Sscanf(part, "%d", &number)
	if part == "index.bin" {
		var head struct{ Block, Documents int }
		_ = json.Unmarshal(payload, &head) // of a broken one no document is found, and that is told
		r.mu.Lock()
		r.searched.block[path.Clean(folder)] = head.Block
		r.searched.documents[path.Clean(folder)] = head.Documents
		r.mu.Unlock()
	}
	switch base := path.Base(folder); base {
	case "d":
		var list []entry
		if json.Unmarshal(payload, &list) != nil {
			r.fault(Unread, name, "")
			return
		}
		r.entries(name, path.Dir(path.Clean(folder)), number, list)
	case "t":
		if !r.terms(path.Dir(path.Clean(folder)), name, payload) {
			r.fault(Unread, name, "")
		}
	}
}

func (r *reading) entries(name, folder string, file int, list []entry) {
	language := r.languages[path.Base(folder)]
	for i, e := range list {
		var about []string
		if len(e) < 3 {
			r.fault(Unread, name, "")
			return
		}
		if id, is := strings.CutPrefix(e[0], "indicator/"); is && r.indicators[id] != nil {
			about = []string{id}
			r.mu.Lock()
			r.searched.indicators = append(r.searched.indicators, found{folder, file, i, id})
			r.mu.Unlock()
		}
		place := fmt.Sprintf("%s: %s", name, e[0])
		for at, text := range append([]string{e[1]}, e[3:]...) {
			r.shown(fmt.Sprintf("%s text %d", place, at), text, language, about)
		}
	}
}

func (r *reading) shown(place, text string, l *Language, about []string) {
	for id := range r.names.in([]byte(text)) {
		about = append(about, id)
	}
	if len(about) > 0 {
		r.judge(block{place: place, language: l, about: about, text: text})
	}
}

// terms reads the terms of the index and keeps those with digits. The terms of names,
// in n/, are hashes of such terms, side by side.
func (r *reading) terms(folder, name string, data []byte) bool {
	d := varints{data: data}
	root := ""
	for len(d.data) > 0 && !d.broken {
		root = d.fronted(root)
		stem := d.fronted(root)
		words := []string{stem}
		for range d.number() {
			words = append(words, root+d.text())
			if d.broken {
				return false
			}
		}
		n := d.number()
		postings := d.bytes(int(d.number()))
		if digits := strings.IndexFunc(strings.Join(words, ""), unicode.IsDigit) >= 0; digits {
			r.mu.Lock()
			r.searched.held = append(r.searched.held, withDigits{folder, name, words, int(n), postings})
			r.mu.Unlock()
		}
	}
	return !d.broken
}

// postings notes which documents have the terms. How they are written depends on
// how many documents there are, which another file tells.
func (r *reading) postings(t withDigits) {
	documents := r.searched.documents[t.folder]
	k := 0
	for t.n > 0 && documents>>(k+1) >= t.n {
		k++
	}
	bits := bitstream{data: t.data}
	document := -1
	for range t.n {
		gap := bits.ones()
		for range k {
			gap = gap<<1 | bits.next()
		}
		document += gap + 1
		bits.ones() // how often
		if bits.over || document >= documents {
			r.fault(Unread, t.name, "")
			return
		}
		at := fmt.Sprintf("%s %d", t.folder, document)
		r.searched.terms[at] = append(r.searched.terms[at], t.words...)
		r.searched.file[at] = t.name
	}
}

// bitstream reads bits, the lowest of a byte first; after the end it is over.
type bitstream struct {
	data []byte
	at   int
	over bool
}

func (b *bitstream) next() int {
	if b.at >= 8*len(b.data) {
		b.over = true
		return 0
	}
	bit := b.data[b.at/8] >> (b.at % 8) & 1
	b.at++
	return int(bit)
}

// ones counts the ones before a zero.
func (b *bitstream) ones() (n int) {
	for b.next() == 1 {
		n++
	}
	return n
}

// varints reads the numbers and texts of a payload.
type varints struct {
	data   []byte
	broken bool
}

func (d *varints) number() uint64 {
	n, size := binary.Uvarint(d.data)
	if size <= 0 {
		d.broken, d.data = true, nil
		return 0
	}
	d.data = d.data[size:]
	return n
}

func (d *varints) bytes(n int) []byte {
	if n < 0 || n > len(d.data) {
		d.broken, d.data = true, nil
		return nil
	}
	b := d.data[:n]
	d.data = d.data[n:]
	return b
}

func (d *varints) text() string { return string(d.bytes(int(d.number()))) }

func (d *varints) fronted(before string) string {
	shared := int(d.number())
	if shared > len(before) {
		d.broken, d.data = true, nil
		return ""
	}
	return before[:shared] + d.text()
}

// packs reads a search index that a page carries inside.
func (r *reading) packs(name string, data []byte) {
	_, pack, has := bytes.Cut(data, []byte(`id="index">`))
	if !has {
		return
	}
	pack, _, _ = bytes.Cut(pack, []byte("</script>"))
	var files map[string]string
	if json.Unmarshal(pack, &files) != nil {
		return
	}
	language, _, _ := strings.Cut(name, "/")
	for part, text := range files {
		file, err := base64.StdEncoding.DecodeString(text)
		if err != nil {
			r.fault(Unread, name, "")
			continue
		}
		r.index(name+"/"+language+"/"+part, file)
	}
}

// found is a document about an indicator in a file of the index.
type found struct {
	folder   string
	file, at int
	id       string
}

// finish judges what the files say together: a document about an indicator may be
// found by the numbers of its own words and by no others.
func (r *reading) finish() {
	for _, t := range r.searched.held {
		r.postings(t)
	}
	for _, f := range r.searched.indicators {
		at := fmt.Sprintf("%s %d", f.folder, f.file*r.searched.block[f.folder]+f.at)
		for _, term := range r.searched.terms[at] {
			for _, digits := range strings.FieldsFunc(term, func(c rune) bool { return !unicode.IsDigit(c) && !unicode.IsLetter(c) }) {
				if strings.Trim(digits, "0123456789") == "" && !r.indicators[f.id].digits[digits] {
					r.fault(Foreign, r.searched.file[at], f.id)
				}
			}
		}
	}
}
