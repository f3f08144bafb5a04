// Package packed opens what a file holds: compressed files, archives, office
// documents, the streams of a PDF, texts in other encodings. In come the bytes of
// a file, out come the bytes that a reader would get of it, so that a search can
// look at them. Nothing is written, and no file can ask for endless memory.
package packed

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"strings"
	"unicode/utf8"
)

// ErrUnreadable says that a file holds something that cannot be looked at: it is
// encrypted, torn, packed by an unknown method, nested too deep or too large.
var ErrUnreadable = errors.New("it cannot be looked into")

// Limits of what is opened: archives in archives, bytes held at once, and bytes of
// one file in all, since the files of an archive are held one after the other.
const (
	maxDepth = 5
	maxBytes = 128 << 20
	maxAll   = 8 << 30
)

// Open gives to take, with a name, each piece that is packed in the file, pieces
// of pieces included, but not the file itself. A piece is valid during the call
// only. A file in which nothing is packed gives none.
func Open(name string, data []byte, take func(name string, data []byte)) error {
	o := opener{take: take, left: maxBytes, all: maxAll}
	if err := o.open(name, data, 0); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

type opener struct {
	take func(name string, data []byte)
	left int64 // bytes that may still be held
	all  int64 // and that may be opened at all
}

// release says that what was opened since so many bytes were left is held no more.
func (o *opener) release(before int64) {
	o.all -= before - o.left
	o.left = min(before, o.all)
}

// piece passes something on and looks into it.
func (o *opener) piece(name string, data []byte, depth int) error {
	o.take(name, data)
	return o.open(name, data, depth+1)
}

// refused are kinds of files that hold text which nothing here can read.
var refused = map[string]string{
	"xz": "\xfd7zXZ\x00", "7z": "7z\xbc\xaf\x27\x1c", "rar": "Rar!\x1a\x07", "cabinet": "MSCF\x00", "compress": "\x1f\x9d", "pack": "\x1f\x1e", "lzip": "LZIP",
	"lz4": "\x04\x22\x4d\x18", "Word or Excel of before 2007": "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "SQLite": "SQLite format 3\x00", "ar": "!<arch>\n",
}

func (o *opener) open(name string, data []byte, depth int) error {
	if depth > maxDepth {
		return fmt.Errorf("too many archives in archives: %w", ErrUnreadable)
	}
	for kind, magic := range refused {
		if bytes.HasPrefix(data, []byte(magic)) {
			return fmt.Errorf("%s: %w", kind, ErrUnreadable)
		}
	}
	has := func(magic string) bool { return bytes.HasPrefix(data, []byte(magic)) }
	if !has("PK") && bytes.Contains(data, []byte("PK\x05\x06")) {
		// An archive may hide behind a picture; what only looks like one is none.
		if err := o.zip(name, data, depth); err != nil && o.left < 0 {
			return err
		}
	}
	switch {
	case has("PK\x03\x04"), has("PK\x05\x06"), has("PK\x07\x08"):
		return o.zip(name, data, depth)
	case has("\x1f\x8b"):
		return o.stream(name, ".gz", gunzip, data, depth)
	case has("BZh"):
		return o.stream(name, ".bz2", bunzip, data, depth)
	case has("\x28\xb5\x2f\xfd"):
		return o.stream(name, ".zst", unzstd, data, depth)
	case has("%PDF-"):
		return o.pdf(name, data, depth)
	case has("\x89PNG\r\n\x1a\n"):
		return o.png(name, data)
	case has("\xff\xd8\xff"), has("II*\x00"), has("MM\x00*"), has("RIFF") && len(data) > 12 && string(data[8:12]) == "WEBP":
		return o.photograph(name, data)
	case isIndex(data):
		return o.searchIndex(name, data)
	case has("ELS"): // an index of a former version, in a tree that is kept
		return o.stream(name, ".bin", inflate, data[min(len(data), 12):], depth)
	case len(data) > 262 && string(data[257:262]) == "ustar":
		return o.tar(name, data, depth)
	case path.Ext(name) == ".br":
		return o.stream(name, ".br", unbrotli, data, depth)
	}
	if err := o.base64(name, data, depth); err != nil {
		return err
	}
	return o.text(name, data)
}

// text gives a text in another encoding in each that it may be in.
func (o *opener) text(name string, data []byte) error {
	switch {
	case utf8.Valid(data) && bytes.IndexByte(data, 0) < 0:
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")), bytes.IndexByte(data[:min(len(data), 1024)], 0) >= 0:
		for _, e := range wide {
			o.decoded(name, e, data)
		}
	case mostlyText(data):
		for _, e := range narrow {
			o.decoded(name, e, data)
		}
	}
	return nil
}

// mostlyText says whether few bytes are controls.
func mostlyText(data []byte) bool {
	data = data[:min(len(data), 1<<12)]
	controls := 0
	for _, c := range data {
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' {
			controls++
		}
	}
	return controls*20 <= len(data)
}

// bare takes the suffix of a compressed file off its name.
func bare(name, suffix string) string {
	if s, ok := strings.CutSuffix(name, ".tgz"); ok {
		return s + ".tar"
	}
	if s, ok := strings.CutSuffix(name, ".svgz"); ok {
		return s + ".svg"
	}
	return strings.TrimSuffix(name, suffix)
}
