package table

import (
	"strings"
	"unicode"
)

// lostWord gives the first word of a cell in which a letter became "?": an
// export through an encoding without the letter, as windows-1251 is without
// every Turkmen letter beyond ASCII, writes it so. Such a mark has a small
// letter behind it, or stands in a row of marks; a real question mark stands at
// the end of a word, and those in addresses ask for something.
func lostWord(cell string) string {
	if !strings.Contains(cell, "?") {
		return ""
	}
	for _, word := range strings.Fields(cell) {
		if strings.Contains(word, "?") && !strings.ContainsAny(word, "/=@&") && lost([]rune(word)) {
			return word
		}
	}
	return ""
}

func lost(word []rune) bool {
	marks := 0
	for i, r := range word {
		if r != '?' {
			marks = 0
			continue
		}
		if marks++; marks == 4 {
			return true
		}
		before := i == 0 || unicode.IsLetter(word[i-1]) || word[i-1] == '?' || unicode.IsPunct(word[i-1])
		behind := i+1 < len(word) && unicode.IsLetter(word[i+1]) &&
			(unicode.IsLower(word[i+1]) || i > 0 && unicode.IsUpper(word[i-1]))
		if before && behind {
			return true
		}
	}
	return false
}

// traces are what UTF-8 leaves behind when it is read as windows-1252 or as
// windows-1251: the Turkmen letters and the Russian а.
var traces = []string{
	"Ã¤", "Ã§", "Ã¶", "Ã¼", "Ã½", "ÅŸ", "Å¾", "Åˆ", "Ð°", "Ð¾",
	"Г¤", "Г§", "Г¶", "Р°", "Рѕ",
}

// garbledWord gives the first word of a cell that holds such a trace.
func garbledWord(cell string) string {
	for _, trace := range traces {
		if i := strings.Index(cell, trace); i >= 0 {
			from := strings.LastIndexByte(cell[:i], ' ') + 1
			word, _, _ := strings.Cut(cell[from:], " ")
			return word
		}
	}
	return ""
}

// sightings collects the first sight of something in each column, and how often
// it was seen: a broken export has it in every row.
type sightings map[int]*sighting

type sighting struct {
	line, count int
	word        string
}

func (s sightings) add(column, line int, word string) {
	if word == "" {
		return
	}
	if s[column] == nil {
		s[column] = &sighting{line: line, word: word}
	}
	s[column].count++
}
