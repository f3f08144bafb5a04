package dataset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// nameFinder looks for names of persons: a family name before or after another
// word with a capital, or a patronymic. Streets, places and institutions that
// are named after somebody are left alone.
type nameFinder struct {
	places   map[string]bool // words of the names of places
	distinct map[string]bool // names found so far
}

var (
	familyEndings = []string{"ow", "owa", "ew", "ewa", "ýew", "ýewa", "ov", "ova", "ev", "eva", "yev", "yeva",
		"ов", "ова", "ев", "ева", "ёв", "ёва"}
	patronymicEndings = []string{"owiç", "owic", "owna", "ewiç", "ewic", "ewna", "ovich", "ovna", "evich", "evna",
		"ович", "овна", "евич", "евна", "ogly", "oglu", "gyzy", "оглы", "гызы", "кызы"}
	// Words beside a name that say it is a street, a place or a house named so.
	namedAfter = []string{"köç", "şaýol", "adyndaky", "adyny", "etrap", "şäher", "oba", "welaýat", "mekdep", "bulvar",
		"ул", "просп", "пр", "шоссе", "переул", "бульв", "этрап", "имени", "им", "велаят", "город", "посёл", "посел",
		"street", "str", "avenue", "ave", "road", "named", "district", "region", "city", "town", "village", "boulevard"}
	// Usual words that end like family names.
	noNames = words(`review reviews overview interview preview view renew crew new few view window below follow allow show
		know grow flow low slow tomorrow narrow row now how brew nephew threw drew screw moscow cashew
		основ слов готов часов этапов органов условий случаев видов районов этрапов месяцев годов кодов
		голов новь коров островов плов улов ров зов рёв шов лев хлев нов`)
)

func words(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// placeWords collects the words of all names of places.
func (c *check) placeWords() map[string]bool {
	set := map[string]bool{}
	add := func(name string) {
		for _, w := range strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) }) {
			set[strings.ToLower(w)] = true
		}
	}
	for i := range c.tables.Places {
		for _, name := range c.tables.Places[i].Name {
			add(name)
		}
		for _, name := range c.tables.Places[i].AlternativeNames {
			add(name)
		}
	}
	return set
}

// find gives the first name in a text, "" for none.
func (f *nameFinder) find(text string) string {
	if !worthwhile(text) {
		return ""
	}
	list := split(text)
	for i, w := range list {
		if !w.capital || f.places[w.text] || noNames[w.text] {
			continue
		}
		name := ""
		switch {
		case ends(w.text, patronymicEndings, 3):
			name = w.text
		case ends(w.text, familyEndings, 3) && i+1 < len(list) && list[i+1].capital && list[i+1].joined && !f.places[list[i+1].text]:
			name = w.text + " " + list[i+1].text
		case ends(w.text, familyEndings, 3) && i > 0 && list[i-1].capital && w.joined && !f.places[list[i-1].text]:
			name = list[i-1].text + " " + w.text
		}
		if name != "" && !street(list, i) {
			f.distinct[name] = true
			return name
		}
	}
	return ""
}

// worthwhile is a cheap look whether a word with a capital has any of the endings
// at all: most texts have none and need not be cut into words. It looks at each o
// or e before a w or v, in Latin or Cyrillic letters, and at what daughters and
// sons have.
func worthwhile(text string) bool {
	for i := 1; i < len(text); i++ {
		before := text[i-1]
		hit := false
		switch text[i] {
		case 'w', 'v':
			hit = before == 'o' || before == 'e'
		case 'l', 'z':
			hit = i >= 2 && (text[i-2:i+1] == "ogl" || text[i-2:i+1] == "gyz")
		case 0xB2, 0xBB, 0xB7: // the second byte of в, л and з
			if before == 0xD0 && i >= 3 {
				switch text[i-3 : i+1] {
				case "ов", "ев", "ёв", "гл", "ыз":
					hit = true
				}
			}
		}
		if hit && namelike(text, i) {
			return true
		}
	}
	return false
}

// namelike reports whether the word around a byte begins with a capital and has
// one of the endings.
func namelike(text string, at int) bool {
	start, end := at, at+1
	for start > 0 && inWord(text[start-1]) {
		start--
	}
	for end < len(text) && inWord(text[end]) {
		end++
	}
	// Dashes and quotes are beyond the alphabets: a word begins after them.
	if i := strings.LastIndexAny(text[start:at], "«»“”„–—…’\u00a0\u00ad"); i >= 0 {
		_, n := utf8.DecodeRuneInString(text[start+i:])
		start += i + n
	}
	if i := strings.IndexAny(text[at:end], "«»“”„–—…’\u00a0\u00ad"); i >= 0 {
		end = at + i
	}
	first, _ := utf8.DecodeRuneInString(text[start:])
	if !unicode.IsUpper(first) {
		return false
	}
	w := strings.ToLower(strings.Trim(text[start:end], "-"))
	return ends(w, patronymicEndings, 3) || ends(w, familyEndings, 3)
}

func inWord(b byte) bool {
	return b|0x20 >= 'a' && b|0x20 <= 'z' || b >= utf8.RuneSelf || b == '-'
}

// ends reports whether a word has one of the endings after at least stem letters.
func ends(w string, endings []string, stem int) bool {
	for _, e := range endings {
		if strings.HasSuffix(w, e) && utf8.RuneCountInString(w) >= stem+utf8.RuneCountInString(e) {
			return true
		}
	}
	return false
}

// street reports whether a word within three of word i says that the name is
// that of a street, a place or an institution.
func street(list []word, i int) bool {
	for j := max(0, i-3); j < min(len(list), i+5); j++ {
		for _, sign := range namedAfter {
			if list[j].text == sign || len(sign) > 3 && strings.HasPrefix(list[j].text, sign) {
				return true
			}
		}
	}
	return false
}
