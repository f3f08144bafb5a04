package disclosure

import (
	"maps"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

// told is a figure of a release.
type told struct {
	key   string
	area  programme.PlaceID
	value string // canonical
	shown bool
}

// ofReleases holds the words of each release against its own figures: one that is
// withheld must not stand in them, and a headline number is one that is published.
// It is made for each check and goes with it.
type ofReleases struct {
	*prose
	own       map[programme.IndicatorID][]told // of the release that is looked at
	published map[string]bool                  // all values, of any release
}

// releases gives what is wrong with the words of releases.
func (p *prose) releases(d decided, to *programme.Tables) []finding.Finding {
	own := map[programme.ReleaseID]map[programme.IndicatorID][]told{}
	look := ofReleases{prose: p, published: map[string]bool{}}
	for row := range d.rows {
		o := &d.rows[row]
		if !o.Value.Set() {
			continue
		}
		if own[o.ReleaseID] == nil {
			own[o.ReleaseID] = map[programme.IndicatorID][]told{}
		}
		t := told{slotOf(o).String(), o.RefArea, canonical(o.Value.Text), !d.blank[row]}
		own[o.ReleaseID][o.Indicator] = append(own[o.ReleaseID][o.Indicator], t)
		if t.shown {
			look.published[t.value] = true
		}
	}
	for i := range to.Facts {
		look.published[canonical(to.Facts[i].Value.Text)] = true
	}
	var found []finding.Finding
	for i := range to.Releases {
		r := &to.Releases[i]
		look.own = own[r.ID]
		for _, column := range []string{"note_on_revisions", "summary"} {
			text := r.Summary
			if column != "summary" {
				text = r.NoteOnRevisions
			}
			for l := range min(len(text), len(p.codes)) {
				for _, s := range sentence.Split(text[l], -1) {
					for _, f := range look.sentence(s, l, column == "summary") {
						f.File, f.Line, f.Column = r.File, r.Line, column+"_"+p.codes[l]
						f.Args["release"] = string(r.ID)
						found = append(found, f)
					}
				}
			}
		}
	}
	return found
}

// sentence looks at the numbers of a sentence or line.
func (p ofReleases) sentence(s string, language int, headline bool) []finding.Finding {
	numbers := numbersIn(s)
	if len(numbers) == 0 {
		return nil
	}
	words := wordsIn(s)
	var found []finding.Finding
	var meant []told // the figures of the indicators that are named
	secret := map[string]bool{}
	for _, id := range slices.Sorted(maps.Keys(p.own)) {
		n := p.index.Indicator[id]
		if n == nil || language >= len(n.Name) {
			continue
		}
		met, of := stemsMet(n.Name[language], words)
		if slug, all := stemsMet(strings.ReplaceAll(string(id), "-", " "), words); slug == all && all > 1 {
			met = of
		}
		if met == of {
			meant = append(meant, p.own[id]...)
		}
		if met < of && met < 2 {
			continue
		}
		for _, number := range numbers {
			if key := p.tells(number, p.own[id], met == of, n, words, language); key != "" && !secret[number.text] {
				secret[number.text] = true
				found = append(found, finding.Finding{Code: finding.WithheldInRelease, Severity: finding.Error, Value: number.text,
					Args: map[string]string{"indicator": string(id), "key": key}})
			}
		}
	}
	for _, number := range numbers {
		if !headline || !number.headline || secret[number.text] || number.rounds(p.published) {
			continue
		}
		f := finding.Finding{Code: finding.FigureUnknown, Severity: finding.Warning, Value: number.text, Args: map[string]string{"nearest": "", "key": ""}}
		f.Args["nearest"], f.Args["key"] = nearest(number, meant)
		if f.Args["nearest"] == "" {
			for _, id := range slices.Sorted(maps.Keys(p.own)) {
				meant = append(meant, p.own[id]...)
			}
			f.Args["nearest"], f.Args["key"] = nearest(number, meant)
		}
		if f.Args["nearest"] != "" {
			found = append(found, f)
		}
	}
	return found
}

// tells gives the key of a withheld figure that a number tells: of the place that
// the sentence names, or, where the indicator is named in full, of any if none that
// is published has that value.
func (p ofReleases) tells(number numberIn, figures []told, full bool, n *programme.Indicator, words []string, language int) string {
	key, shown := "", false
	for _, t := range figures {
		if !number.is(t.value) || inName(n, number) {
			continue
		}
		if t.shown {
			shown = true
			continue
		}
		if place := p.index.Place[t.area]; place != nil && language < len(place.Name) && place.ParentID != "" {
			if met, of := stemsMet(place.Name[language], words); met > 0 && (met == of || met == of-1 && of > 1) {
				return t.key
			}
		}
		if key == "" {
			key = t.key
		}
	}
	if !full || shown {
		return ""
	}
	return key
}

// inName says that a number belongs to what an indicator counts: women aged 18.
func inName(n *programme.Indicator, number numberIn) bool {
	for _, s := range n.Name {
		if slices.ContainsFunc(numeral.FindAllString(s, -1), func(m string) bool { return number.is(canonical(m)) }) {
			return true
		}
	}
	return false
}

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

func wordsIn(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) })
}

// stemsMet counts the words of a name that a sentence has, in whatever case: the
// first five letters of each word of at least four.
func stemsMet(name string, words []string) (met, of int) {
	for _, w := range wordsIn(name) {
		stem := []rune(w)
		if len(stem) < 4 {
			continue
		}
		of++
		stem = stem[:min(len(stem), 5)]
		if slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, string(stem)) }) {
			met++
		}
	}
	if of == 0 {
		of = 1 // a name without such words is never met
	}
	return met, of
}
