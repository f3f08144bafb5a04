package table

import (
	"bytes"
	"encoding/xml"
	"io"
	"regexp"
	"strconv"
	"strings"
)

const sharedStrings = "xl/sharedStrings.xml"

// readStrings reads the texts that the cells of all sheets share.
func (w *workbook) readStrings() error {
	data := w.part(sharedStrings)
	if data == nil {
		return nil
	}
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if e, ok := token.(xml.StartElement); ok && e.Name.Local == "si" {
			text, err := richText(d)
			if err != nil {
				return err
			}
			w.strings = append(w.strings, text)
		}
	}
}

// richText joins the runs of a text up to the end of its element, without the
// readings that East Asian texts have above them.
func richText(d *xml.Decoder) (string, error) {
	var b strings.Builder
	inside, reading := 0, 0
	for depth := 1; depth > 0; {
		token, err := d.Token()
		if err != nil {
			return "", err
		}
		switch e := token.(type) {
		case xml.StartElement:
			depth++
			switch e.Name.Local {
			case "t":
				inside++
			case "rPh":
				reading++
			}
		case xml.EndElement:
			depth--
			switch e.Name.Local {
			case "t":
				inside--
			case "rPh":
				reading--
			}
		case xml.CharData:
			if inside > 0 && reading == 0 {
				b.Write(e)
			}
		}
	}
	return unescaped(b.String()), nil
}

// escaped is how workbooks write characters that XML does not have.
var escaped = regexp.MustCompile(`_x([0-9A-Fa-f]{4})_`)

func unescaped(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	return escaped.ReplaceAllStringFunc(s, func(m string) string {
		n, _ := strconv.ParseUint(m[2:6], 16, 16)
		return string(rune(n))
	})
}
