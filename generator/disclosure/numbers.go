package disclosure

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// numberIn is a number of a text. headline says that it stands out as a figure does:
// bold, with a part, or of three digits; no year, no share, no difference.
type numberIn struct {
	text     string
	readings []string // canonical, in each way in which languages write it
	headline bool
}

var (
	figure = regexp.MustCompile(`\d{1,3}(?:[ \x{a0}\x{202f}]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)*`)
	bold   = regexp.MustCompile(`\*\*[^*]*\*\*`)
	year   = regexp.MustCompile(`^(19|20)\d\d$`)
	share  = regexp.MustCompile(`^(?:\*\*)?(?:\s|\x{a0}|\x{202f})*(?:%|проц|percent|per cent|göterim|пункт|point)`)
	scaled = regexp.MustCompile(`(?i)^(?:\*\*)?(?:\s|\x{a0}|\x{202f})*(?:тыс|млн|млрд|thousand|million|billion|müň)`)
	change = regexp.MustCompile(`(?i)(?:(?:^|\s)(?:на|by|№|no\.?)|[+−±–-])(?:\s|\x{a0}|\*)*$`)
	inDate = regexp.MustCompile(`\d{1,4}[-./]\d{1,2}[-./]\d{1,4}|\d{4}-[QМM]\d+|[QМM]\d`)
	// Small numbers as words; one is too usual a word.
	numberWord = map[string]string{"two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
		"два": "2", "две": "2", "двух": "2", "двум": "2", "двое": "2", "три": "3", "трёх": "3", "трех": "3", "трое": "3", "четыре": "4", "четырёх": "4", "четырех": "4",
		"пять": "5", "пяти": "5", "шесть": "6", "шести": "6", "семь": "7", "семи": "7", "восемь": "8", "восьми": "8", "девять": "9", "девяти": "9",
		"iki": "2", "üç": "3", "dört": "4", "bäş": "5", "alty": "6", "ýedi": "7", "sekiz": "8", "dokuz": "9"}
)

func numbersIn(s string) []numberIn {
	var list []numberIn
	strong := bold.FindAllStringIndex(s, -1)
	dates := inDate.FindAllStringIndex(s, -1)
	inside := func(spans [][]int, at int) bool {
		return slices.ContainsFunc(spans, func(x []int) bool { return x[0] <= at && at < x[1] })
	}
	for _, at := range figure.FindAllStringIndex(s, -1) {
		text := s[at[0]:at[1]]
		if inside(dates, at[0]) {
			continue
		}
		bare := strings.NewReplacer("\u00a0", "", "\u202f", "", " ", "").Replace(text)
		n := numberIn{text: text, readings: []string{canonical(strings.ReplaceAll(bare, ",", "")), canonical(strings.ReplaceAll(bare, ",", ".")), canonical(strings.ReplaceAll(bare, ".", ""))}}
		rest := s[at[1]:]
		n.headline = (inside(strong, at[0]) || utf8.RuneCountInString(bare) >= 3) && !year.MatchString(bare) &&
			!share.MatchString(rest) && !scaled.MatchString(rest) && !change.MatchString(s[:at[0]])
		list = append(list, n)
	}
	for _, w := range wordsIn(s) {
		if v := numberWord[w]; v != "" {
			list = append(list, numberIn{text: w, readings: []string{v}})
		}
	}
	return list
}

func (n numberIn) is(value string) bool { return slices.Contains(n.readings, value) }

// rounds reports whether the number is among values, or one of them rounded to
// where its zeros or its decimals end.
func (n numberIn) rounds(values map[string]bool) bool {
	if slices.ContainsFunc(n.readings, func(r string) bool { return values[r] }) {
		return true
	}
	for _, r := range n.readings {
		x, err := strconv.ParseFloat(r, 64)
		if err != nil {
			continue
		}
		whole, part, _ := strings.Cut(r, ".")
		unit := math.Pow10(-len(part))
		if part == "" {
			unit = math.Pow10(len(whole) - len(strings.TrimRight(whole, "0")))
		}
		if part == "" && unit == 1 {
			continue
		}
		for v := range values {
			if y, err := strconv.ParseFloat(v, 64); err == nil && math.Abs(x-y) <= unit/2 {
				return true
			}
		}
	}
	return false
}

// nearest gives the shown figure that is next to a number, and its key.
func nearest(n numberIn, figures []told) (value, key string) {
	best := math.Inf(1)
	for _, t := range figures {
		y, err := strconv.ParseFloat(t.value, 64)
		if err != nil || !t.shown {
			continue
		}
		for _, r := range n.readings {
			// In proportion: 13,214 is next to 13,124, not, as 13.214, to 14.
			if x, err := strconv.ParseFloat(r, 64); err == nil && math.Abs(math.Log(x/y)) < best {
				best, value, key = math.Abs(math.Log(x/y)), t.value, t.key
			}
		}
	}
	return value, key
}
