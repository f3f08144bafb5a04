package static

import (
	"encoding/json"
	"strings"
	"unicode/utf8"
)

// fronted is a list of words, written as two texts: of each word how many letters it
// shares with the one before, as one character, and the rests, parted by spaces.
// Deflated this is half of the words themselves.
type fronted []string

// shareds are the characters for the numbers of shared letters, digits of base 36;
// more are not told.
const shareds = "0123456789abcdefghijklmnopqrstuvwxyz"

// MarshalJSON implements json.Marshaler.
func (f fronted) MarshalJSON() ([]byte, error) {
	var shared strings.Builder
	rests := make([]string, len(f))
	before := ""
	for i, word := range f {
		letters := []rune(commonPrefix(word, before))
		letters = letters[:min(len(letters), len(shareds)-1)]
		shared.WriteByte(shareds[len(letters)])
		rests[i] = word[len(string(letters)):]
		before = word
	}
	return json.Marshal([2]string{shared.String(), strings.Join(rests, " ")})
}

// UnmarshalJSON implements json.Unmarshaler.
func (f *fronted) UnmarshalJSON(data []byte) error {
	var texts [2]string
	if err := json.Unmarshal(data, &texts); err != nil {
		return err
	}
	*f = fronted{}
	if texts[0] == "" {
		return nil
	}
	rests := strings.Split(texts[1], " ")
	if len(rests) != len(texts[0]) {
		return ErrDamaged
	}
	before := ""
	for i, c := range []byte(texts[0]) {
		n := strings.IndexByte(shareds, c)
		if n < 0 || n > utf8.RuneCountInString(before) {
			return ErrDamaged
		}
		before = string([]rune(before)[:n]) + rests[i]
		*f = append(*f, before)
	}
	return nil
}
