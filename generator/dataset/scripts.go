package dataset

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

// scripts reports words that mix Latin and Cyrillic letters: they look right and
// no search finds them.
func scripts(r *report) {
	all := programme.Schemas()
	for i := range all {
		s := &all[i]
		for j := range s.Columns {
			if spec := &s.Columns[j]; spec.IsText() {
				each := r.values(s.Table, spec, []form{oneScript})
				rows := r.rows(s)
				for k := range rows.Len() {
					each(rows.Index(k), rowOf(rows.Index(k)))
				}
			}
		}
	}
}

// bothScripts is a cheap look whether a text has letters of both at all. Cyrillic
// letters begin with the bytes D0 to D4, Latin ones beyond ASCII with C3 to C9.
func bothScripts(value string) bool {
	if strings.IndexByte(value, 0xD0) < 0 && strings.IndexByte(value, 0xD1) < 0 {
		return false
	}
	for i := range len(value) {
		if b := value[i]; b|0x20 >= 'a' && b|0x20 <= 'z' || b >= 0xC3 && b <= 0xC9 {
			return true
		}
	}
	return false
}

// oneScript finds the first word that mixes scripts. Abbreviations that join
// both on purpose have a hyphen, which ends a word here.
func oneScript(value string) *wrong {
	if !bothScripts(value) {
		return nil
	}
	start, latin, cyrillic := -1, false, false
	for i := 0; i <= len(value); {
		r, n := rune(' '), 1
		if i < len(value) {
			if b := value[i]; b < utf8.RuneSelf {
				r = rune(b)
			} else {
				r, n = utf8.DecodeRuneInString(value[i:])
			}
		}
		switch {
		case r|0x20 >= 'a' && r|0x20 <= 'z', r >= 0xC0 && r < 0x250 && r != 0xD7 && r != 0xF7:
			latin = true
		case r >= 0x400 && r < 0x530:
			cyrillic = true
		case r < utf8.RuneSelf || !unicode.IsLetter(r):
			if start >= 0 && latin && cyrillic {
				return doubtful(finding.LettersMixed, value[start:i])
			}
			start, latin, cyrillic = -1, false, false
			i += n
			continue
		}
		if start < 0 {
			start = i
		}
		i += n
	}
	return nil
}
