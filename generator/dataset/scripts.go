package dataset

import (
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
			if spec := &s.Columns[j]; spec.Multilingual() {
				each := r.values(s.Table, spec, []form{oneScript})
				rows := r.rows(s)
				for k := range rows.Len() {
					each(rows.Index(k), rowOf(rows.Index(k)))
				}
			}
		}
	}
}

// oneScript finds the first word that mixes scripts. Abbreviations that join
// both on purpose have a hyphen, which ends a word here.
func oneScript(value string) *wrong {
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
