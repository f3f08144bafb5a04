// Package paper makes what people carry away: QR codes for printed sheets, and
// the single file of a welaýat that opens with no network. In come texts and HTML
// that the pages of the site are made of too, out come parts of a page or a whole
// file; nothing is read from the tables, written or printed here.
package paper

import (
	"fmt"
	"strconv"

	"rsc.io/qr"
)

// Code is a QR code for an SVG.
type Code struct {
	// Path is the "d" of a path stroked one unit wide: a line for each run of
	// dark modules, which takes fewer bytes than squares.
	Path string `json:"path"`
	// Side is the number of units of the square, the quiet zone of four modules
	// that ISO/IEC 18004 asks for included.
	Side int `json:"side"`
}

const quietZone = 4

// QR encodes a text, an address mostly, so that it survives a fold or a stain
// (level M). The same text gives the same code. The error says that the text is
// too long.
func QR(text string) (*Code, error) {
	code, err := qr.Encode(text, qr.M)
	if err != nil {
		return nil, fmt.Errorf("cannot draw a QR code: %w", err)
	}
	n, dark := code.Size, code.Black
	var d []byte
	for y := range n {
		light := 0 // modules since the last run
		begun := false
		for x := 0; x < n; {
			end := x
			for end < n && dark(end, y) {
				end++
			}
			if end == x {
				light++
				x++
				continue
			}
			if begun {
				d = strconv.AppendInt(append(d, 'm'), int64(light), 10)
				d = append(d, " 0"...)
			} else {
				d = strconv.AppendInt(append(d, 'M'), int64(x+quietZone), 10)
				d = strconv.AppendInt(append(d, ' '), int64(y+quietZone), 10)
				d = append(d, ".5"...)
			}
			d = strconv.AppendInt(append(d, 'h'), int64(end-x), 10)
			x, light, begun = end, 0, true
		}
	}
	return &Code{Path: string(d), Side: n + 2*quietZone}, nil
}
