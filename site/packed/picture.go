package packed

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"

	"github.com/klauspost/compress/zlib"
)

// png gives the texts of a picture that are compressed, and the position that a
// camera noted.
func (o *opener) png(name string, data []byte) error {
	for rest := data[8:]; len(rest) >= 12; {
		n := int64(binary.BigEndian.Uint32(rest))
		if n > int64(len(rest)-12) {
			return nil // torn, and shown by no browser
		}
		kind, body := string(rest[4:8]), rest[8:8+n]
		rest = rest[12+n:]
		switch kind {
		case "zTXt", "iTXt", "iCCP":
			for i := 0; i+1 < len(body); i++ {
				if body[i]&0x0f != 8 { // a stream begins with its method
					continue
				}
				if plain, ok := o.unzlib(body[i:]); ok {
					o.take(name, plain)
					break
				}
			}
		case "eXIf":
			o.position(name, body)
		}
	}
	return nil
}

// unzlib unpacks a stream of zlib, as far as it is whole.
func (o *opener) unzlib(data []byte) ([]byte, bool) {
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, false
	}
	plain, _ := io.ReadAll(io.LimitReader(r, max(0, o.left)))
	o.left -= int64(len(plain))
	return plain, len(plain) > 0
}

// pdf gives the streams of a document. Text in them can be found where its font
// numbers the letters as usual.
func (o *opener) pdf(name string, data []byte, depth int) error {
	if bytes.Contains(data, []byte("/Encrypt")) {
		return fmt.Errorf("the PDF is encrypted: %w", ErrUnreadable)
	}
	for rest := data; ; {
		i := bytes.Index(rest, []byte("stream"))
		if i < 0 {
			return nil
		}
		rest = bytes.TrimLeft(rest[i+len("stream"):], "\r\n")
		if plain, ok := o.unzlib(rest); ok {
			o.take(name, plain)
			o.take(name, shownByPDF(plain))
		}
		if o.left <= 0 {
			return fmt.Errorf("more than %d bytes: %w", maxBytes, ErrUnreadable)
		}
	}
}

// shownByPDF joins the strings in parentheses of a page's drawing commands: a
// word is often cut into pieces with distances between them.
func shownByPDF(stream []byte) []byte {
	var out []byte
	depth := 0
	for i := 0; i < len(stream); i++ {
		switch c := stream[i]; {
		case c == '\\' && depth > 0 && i+1 < len(stream):
			i++
			out = append(out, stream[i])
		case c == '(':
			depth++
		case c == ')' && depth > 0:
			depth--
		case depth > 0:
			out = append(out, c)
		case c == '\n':
			out = append(out, ' ')
		}
	}
	return out
}

// photograph gives the position that a camera noted in a photograph.
func (o *opener) photograph(name string, data []byte) error {
	if data[0] == 'I' || data[0] == 'M' {
		o.position(name, data)
		return nil
	}
	// Wherever the block stands, its mark is before it: in JPEG, in WebP.
	for rest := data; ; {
		i := bytes.Index(rest, []byte("Exif\x00\x00"))
		if i < 0 {
			break
		}
		rest = rest[i+6:]
		o.position(name, rest)
	}
	if i := bytes.Index(data, []byte("EXIF")); i >= 0 && i+8 <= len(data) {
		o.position(name, data[i+8:])
	}
	return nil
}
