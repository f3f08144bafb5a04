package table

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// piece is a part of a template: a text, or the cell of a column.
type piece struct {
	text   string
	column string // their header, "" for a text; "file" is the file's name
	index  int    // of the column, -1 where the file lacks it
	slug   bool   // {column|slug}: as an id
}

var placeholder = regexp.MustCompile(`\{([^{}|]+)(\|slug)?\}`)

// parseTemplate splits "svc-{id}" into its pieces.
func parseTemplate(t string, header map[string]int) []piece {
	var pieces []piece
	at := 0
	for _, m := range placeholder.FindAllStringSubmatchIndex(t, -1) {
		if m[0] > at {
			pieces = append(pieces, piece{text: t[at:m[0]], index: -1})
		}
		p := piece{column: t[m[2]:m[3]], index: -1, slug: m[4] >= 0}
		if i, ok := header[p.column]; ok {
			p.index = i
		}
		pieces = append(pieces, p)
		at = m[1]
	}
	if at < len(t) {
		pieces = append(pieces, piece{text: t[at:], index: -1})
	}
	return pieces
}

// compose fills a template. Where every column it names is blank the cell is
// blank too: "svc-" alone would be an id of nothing.
func compose(pieces []piece, cells []string, file string) string {
	var b strings.Builder
	named, filled := false, false
	for _, p := range pieces {
		value := p.text
		switch {
		case p.column == "file" && p.index < 0:
			value, filled = file, true
		case p.index >= 0:
			value, named = cells[p.index], true
			filled = filled || value != ""
		case p.column != "":
			named = true
		}
		if p.slug {
			value = slug(value)
		}
		b.WriteString(value)
	}
	if named && !filled {
		return ""
	}
	return b.String()
}

// slug makes an id of a name: lower case, Latin letters without their marks,
// digits, everything else a hyphen. A name in another script needs codes.
func slug(name string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(name)) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r):
		default:
			if s := b.String(); s != "" && s[len(s)-1] != '-' {
				b.WriteByte('-')
			}
		}
	}
	return strings.Trim(b.String(), "-")
}
