package readback

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"path"
	"strings"
	"unicode"

	"elinde/site/packed"
)

// searched is what the files of the search index say together; they are read in
// any order and judged at the end.
type searched struct {
	indicators []found             // documents about indicators
	terms      map[string][]string // folder and number of a document → its terms with digits
	file       map[string]string   // the file that a document's last such term stands in
	heads      map[string]head     // by folder
	held       []coded
}

// head is what contents.bin tells of the other files of its folder.
type head struct {
	Block, Documents int
	Display          []string
	code             *packed.IndexCode
}

// coded is a file that is read once contents.bin is known.
type coded struct {
	folder, name string
	number       int
	shown        bool // of texts that are shown, not of terms
	data         []byte
}

// index reads a file of the search index (search/FORMAT.md). The terms of names are hashes
// beside terms.
func (r *reading) index(name string, data []byte) {
	if len(data) < 8 || data[0] != 'E' {
		if id, ok := r.mentions(data); ok {
			r.fault(Unread, name, id)
		}
		return
	}
	data, version := data[8:], data[1]
	if version != packed.IndexVersion {
		r.fault(Unread, name, "")
		return
	}
	folder, part := path.Split(name)
	folder = path.Clean(folder)
	switch base := path.Base(folder); {
	case base == "t" || base == "d":
		var number int
		fmt.Sscanf(part, "%d", &number)
		r.mu.Lock()
		r.searched.held = append(r.searched.held, coded{path.Dir(folder), name, number, base == "d", data})
		r.mu.Unlock()
	case part == "contents.bin":
		payload, err := io.ReadAll(flate.NewReader(bytes.NewReader(data)))
		var h head
		if err == nil {
			h.code, err = packed.ReadIndexCode(payload)
		}
		if err != nil || json.Unmarshal(payload, &h) != nil {
			r.fault(Unread, name, "")
			return
		}
		r.mu.Lock()
		r.searched.heads[folder] = h
		r.mu.Unlock()
	}
}

// texts reads the texts of a file that are shown: of each document title, path and display.
func (r *reading) texts(f coded, h head) bool {
	language := r.languages[path.Base(f.folder)]
	in := bitstream{data: f.data}
	fields := 2 + len(h.Display)
	for i := 0; i < h.Block && f.number*h.Block+i < h.Documents; i++ {
		lines := in.lines(h.code, fields, packed.ShownText)
		if in.over {
			return false
		}
		var about []string
		own, _ := ownSubject(lines[1])
		if id := r.folders[own]; id != "" {
			about = []string{id}
			r.searched.indicators = append(r.searched.indicators, found{f.folder, f.number, i, id})
		}
		place := fmt.Sprintf("%s: %s", f.name, lines[1])
		for at, text := range append(lines[:1], lines[2:]...) {
			r.shown(fmt.Sprintf("%s text %d", place, at), text, language, about)
		}
	}
	return true
}

func (r *reading) shown(place, text string, l *Language, about []string) {
	for id := range r.names.in([]byte(text)) {
		about = append(about, id)
	}
	if len(about) > 0 {
		r.judge(block{place: place, language: l, about: about, text: text})
	}
}

// terms reads the terms of a file and notes which documents have those with digits.
func (r *reading) terms(f coded, h head) bool {
	in := bitstream{data: f.data}
	n := in.number()
	if n > 8*len(f.data) {
		return false
	}
	root := ""
	var entries []string
	for _, line := range in.lines(h.code, n, packed.TermText) {
		parts := strings.Split(line, " ")
		if shared := strings.Index("0123456789abcdefghijklmnopqrstuvwxyz", parts[0][:min(1, len(parts[0]))]); parts[0] != "" && shared >= 0 {
			letters := []rune(root)
			root = string(letters[:min(shared, len(letters))]) + parts[0][1:]
		}
		entries = append(entries, root+" "+root+strings.Join(parts[1:], " "+root))
	}
	for _, words := range entries {
		documents := in.postings(in.number(), h.Documents)
		if in.over {
			return false
		}
		if strings.IndexFunc(words, unicode.IsDigit) < 0 {
			continue
		}
		for _, document := range documents {
			at := fmt.Sprintf("%s %d", f.folder, document)
			r.searched.terms[at] = append(r.searched.terms[at], strings.Fields(words)...)
			r.searched.file[at] = f.name
		}
	}
	return !in.over
}

// postings reads the numbers of n documents; how they are written depends on how many
// documents there are.
func (b *bitstream) postings(n, documents int) []int {
	k := 0
	for n > 0 && documents>>(k+1) >= n {
		k++
	}
	var out []int
	for document := -1; len(out) < n && !b.over; {
		document += b.ones()<<k | b.low(k) + 1
		b.ones() // how often
		if b.over = b.over || document >= documents; !b.over {
			out = append(out, document)
		}
	}
	return out
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

// low reads k bits, the highest first.
func (b *bitstream) low(k int) (n int) {
	for range k {
		n = n<<1 | b.next()
	}
	return n
}

// number reads a number that follows its length in ones.
func (b *bitstream) number() int {
	k := min(b.ones(), 40)
	return 1<<k | b.low(k)
}

// lines reads n lines of a text.
func (b *bitstream) lines(code *packed.IndexCode, n int, kind packed.TextKind) []string {
	var text strings.Builder
	token, ok := "", true
	for read := 0; read < n && !b.over; {
		token, ok = code.Next(b.next, kind, token)
		b.over = b.over || !ok
		text.WriteString(token)
		read += strings.Count(token, "\n")
	}
	out := strings.Split(text.String(), "\n")
	b.over = b.over || len(out) != n+1
	return out[:len(out)-1]
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
	for _, f := range r.searched.held {
		h, ok := r.searched.heads[f.folder]
		if ok && f.shown {
			ok = r.texts(f, h)
		} else if ok {
			ok = r.terms(f, h)
		}
		if !ok {
			r.fault(Unread, f.name, "")
		}
	}
	for _, f := range r.searched.indicators {
		at := fmt.Sprintf("%s %d", f.folder, f.file*r.searched.heads[f.folder].Block+f.at)
		for _, term := range r.searched.terms[at] {
			for _, digits := range strings.FieldsFunc(term, func(c rune) bool { return !unicode.IsDigit(c) && !unicode.IsLetter(c) }) {
				if strings.Trim(digits, "0123456789") == "" && !r.indicators[f.id].digits[digits] {
					r.fault(Foreign, r.searched.file[at], f.id)
				}
			}
		}
	}
}
