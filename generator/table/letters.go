package table

import "strings"

// scoreCyrillic says how much the bytes look like Russian in windows-1251: its
// letters stand beside each other; a foreign letter among Latin ones does not.
func scoreCyrillic(raw string) int {
	score := 0
	for i := 1; i < len(raw); i++ {
		a, b := raw[i-1], raw[i]
		switch {
		case cyrillic(a) && cyrillic(b):
			score++
		case cyrillic(a) && latin(b), latin(a) && cyrillic(b):
			score--
		}
	}
	return score
}

// scoreTurkmen says how much the bytes look like Turkmen in windows-1250: its
// letters beyond ASCII stand among Latin ones.
func scoreTurkmen(raw string) int {
	score := 0
	for i := 1; i < len(raw); i++ {
		a, b := raw[i-1], raw[i]
		switch {
		case turkmen1250(a) && latin(b), latin(a) && turkmen1250(b):
			score++
		case b >= 0xC0 && !turkmen1250(b):
			score--
		}
	}
	return score
}

func latin(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

// cyrillic reports a Russian letter of windows-1251: А to я, Ё, ё.
func cyrillic(b byte) bool { return b >= 0xC0 || b == 0xA8 || b == 0xB8 }

// turkmen1250 reports a letter of the Turkmen alphabet beyond ASCII in
// windows-1250: Ä Ç Ž Ň Ö Ş Ü Ý and their small forms.
func turkmen1250(b byte) bool {
	return b >= 0x80 && strings.IndexByte("\xC4\xE4\xC7\xE7\x8E\x9E\xD2\xF2\xD6\xF6\xAA\xBA\xDC\xFC\xDD\xFD", b) >= 0
}
