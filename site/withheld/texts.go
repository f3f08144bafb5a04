package withheld

import (
	"encoding/binary"
	"slices"
	"strings"
)

// texts looks for words by their bones.
type texts struct {
	first [1 << 16 / 64]uint64
	at    map[uint32][]text // by the four bytes of their anchor
}

// text is one form of a string. The anchor is where four letters or digits stand
// in a row, whatever separates digits.
type text struct {
	bones  string
	anchor int
	meant  string
	number string // of a house that must stand near; "" for none
}

// leastText is the least number of letters and digits that is looked for:
// shorter ones would be found everywhere.
const leastText = 8

func (t *texts) add(meant string) {
	whole := strings.TrimPrefix(meant, Text)
	seen := map[string]bool{}
	for _, form := range forms(whole) {
		var s skeleton
		s.read([]byte(form), true)
		if bones := string(s.shown.out); !seen[bones] {
			seen[bones] = true
			t.put(bones, meant, "")
		}
	}
}

func (t *texts) put(bones, meant, number string) {
	if len(bones) < leastStreet || len(bones) < leastText && number == "" {
		return
	}
	anchor, letters, row := -1, false, 0
	for i := range len(bones) {
		if row++; bones[i] < '0' {
			row = 0
		}
		if row == 4 && anchor < 0 {
			anchor = i - 3
		}
		letters = letters || bones[i] >= 'a'
	}
	if anchor < 0 || !letters {
		return
	}
	key := binary.LittleEndian.Uint32([]byte(bones[anchor:]))
	t.at[key] = append(t.at[key], text{bones, anchor, meant, number})
	bit := bitOf(key)
	t.first[bit/64] |= 1 << (bit % 64)
}

// in adds to found what stands among the bones of a file.
func (t *texts) in(bones []byte, found []string) []string {
	if len(t.at) == 0 {
		return found
	}
	for i := 0; i+4 <= len(bones); i++ {
		key := binary.LittleEndian.Uint32(bones[i:])
		bit := bitOf(key)
		if t.first[bit/64]&(1<<(bit%64)) == 0 {
			continue
		}
		for _, x := range t.at[key] {
			if x.stands(bones, i-x.anchor) {
				found = append(found, x.meant)
			}
		}
	}
	return found
}

// stands says whether the text stands at a position: number 5 is not in 15 or 51.
func (x text) stands(bones []byte, at int) bool {
	end := at + len(x.bones)
	if at < 0 || end > len(bones) {
		return false
	}
	for j := range len(x.bones) {
		if a, b := x.bones[j], bones[at+j]; a != b && (a >= '0' || b >= '0') {
			return false
		}
	}
	if x.number != "" {
		return isNear(bones, at, end, x.number)
	}
	return !(at > 0 && isDigit(bones[at]) && isDigit(bones[at-1])) && !(end < len(bones) && isDigit(bones[end]) && isDigit(bones[end-1]))
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// house are words that stand between a street and a number, or do not.
var house = []string{"", "jaý", "jaýy", "öý", "öýi", "дом", "д", "д.", "дом №", "house", "no", "no.", "№", "#", "nomer", "bina", "здание"}

// forms gives a text as it is and, where it is a street with a number at one end,
// with either first and any word for house, or none, between them.
func forms(whole string) []string {
	list := []string{whole}
	words := strings.FieldsFunc(whole, func(r rune) bool { return r == ' ' || r == ',' || r == '\u00a0' || r == ';' })
	words = slices.DeleteFunc(words, func(w string) bool { return slices.Contains(house, strings.ToLower(w)) })
	n := len(words)
	if n < 2 || numbered(words[0]) == numbered(words[n-1]) {
		return list
	}
	number, rest := words[0], words[1:]
	if numbered(words[n-1]) {
		number, rest = words[n-1], words[:n-1]
	}
	street := strings.Join(rest, " ")
	for _, s := range []string{street, english.Replace(strings.ToLower(street)), cyrillic.Replace(strings.ToLower(street))} {
		list = append(list, number+" "+s)
		for _, h := range house {
			list = append(list, s+" "+h+" "+number)
		}
		for _, n := range []string{strings.Join(strings.Split(number, ""), " "), posing.Replace(number), strings.ReplaceAll(number, "1", "I")} {
			list = append(list, s+" "+n, n+" "+s, street+" "+n)
		}
	}
	return list
}

// Turkmen words as they are written without their letters, and in the former
// script; digits as letters that look like them.
var (
	english  = strings.NewReplacer("ç", "ch", "ş", "sh", "ž", "zh", "ň", "ng", "w", "v")
	cyrillic = strings.NewReplacer("ýa", "я", "ýo", "ё", "ýu", "ю", "ýe", "е", "a", "а", "b", "б", "ç", "ч", "d", "д", "e", "е", "ä", "ә", "f", "ф", "g", "г", "h", "х",
		"i", "и", "j", "җ", "ž", "ж", "k", "к", "l", "л", "m", "м", "n", "н", "ň", "ң", "o", "о", "ö", "ө", "p", "п", "r", "р", "s", "с", "ş", "ш", "t", "т",
		"u", "у", "ü", "ү", "w", "в", "y", "ы", "ý", "й", "z", "з")
	posing = strings.NewReplacer("1", "l", "0", "O", "3", "З")
)

func numbered(w string) bool { return w != "" && isDigit(w[0]) }
