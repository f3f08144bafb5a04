package dataset

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// nameFinder looks for names of persons: a family name before or after another
// word with a capital, or a patronymic, in any case of Turkmen or Russian. Streets, places and institutions that
// are named after somebody are left alone.
type nameFinder struct {
	places   map[string]bool // words of the names of places
	distinct map[string]bool // names found so far
	figures  bool            // texts beside single figures, where no name of anybody belongs
}

var (
	familyEndings = inCases([]string{"ow", "ew", "ov", "ev"}, "", "yň", "iň", "y", "i", "da", "de", "dan", "den",
		"a", "anyň", "aň", "any", "ada", "adan")
	patronymicEndings = append(inCases([]string{"owi", "ewi", "ovi", "evi"}, "ç", "c", "ch", "çe", "çiň", "çi", "çden"),
		"owna", "ewna", "ovna", "evna", "ownanyň", "ewnanyň", "ownany", "ewnany",
		"ogly", "oglu", "oglı", "oglunyň", "gyzy", "gyzynyň", "оглы", "гызы", "кызы")
	// What stands behind a father's name: of Meret, the son of Berdi.
	kin = []string{"ogly", "oglu", "oglı", "gyzy", "оглы", "гызы", "кызы"}
	// One who did, checked or answers for something.
	personSigns = []string{"провер", "подготов", "исполнит", "исполнен", "составил", "составит", "ответственн", "отв", "исп", "см",
		"директор", "начальник", "специалист", "г-н", "г-жа", "гражданин", "гражданк",
		"barlad", "barlan", "taýýarlad", "taýýarlan", "düzen", "düzdi", "jogapkär", "müdir", "başlyg", "hünärmen", "seret", "raýat",
		"checked", "prepared", "compiled", "reviewed", "contact", "ask", "ms", "mr", "mrs", "director", "officer", "see"}
	// Words beside a name that say it is a street, a place or a house named so.
	// A sign of at most three letters must be the whole word, a longer one its beginning.
	namedAfter = []string{"köç", "şaýol", "adyndaky", "adyny", "etrap", "şäher", "oba", "welaýat", "mekdep", "bulvar",
		"ул", "улиц", "просп", "пр", "шоссе", "переул", "бульв", "этрап", "имени", "им", "велаят", "город", "посёл", "посел",
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

// inCases adds what a name ends on to its stems, in Latin letters; of the Russian
// stems it adds those of Russian.
func inCases(stems []string, cases ...string) []string {
	var list []string
	for _, stem := range stems {
		for _, c := range cases {
			list = append(list, stem+c)
		}
	}
	return list
}

func init() {
	familyEndings = append(familyEndings, inCases([]string{"ов", "ев", "ёв"}, "", "а", "у", "ым", "е", "ы", "ой", "ою", "ых")...)
	patronymicEndings = append(patronymicEndings, inCases([]string{"ови", "еви"}, "ч", "ча", "чу", "чем", "че")...)
	patronymicEndings = append(patronymicEndings, inCases([]string{"овн", "евн"}, "а", "ы", "е", "у", "ой")...)
}

// relatives are words for people, before which a family name is that of one.
var relatives = []string{"вдов", "сирот", "пациент", "жительниц", "заявител", "пенсионер", "инвалид", "мать", "матер", "отец", "отц", "жена", "жены", "муж", "мужа", "сын", "сына", "дочь", "дочер",
	"бабушк", "дедушк", "девочк", "девушк", "мальчик", "женщин", "мужчин", "подрост", "ребён", "ребен", "получател", "подопечн", "ветеран", "сестр", "брат", "брата", "опекун",
	"сотрудниц", "сотрудник", "dul", "eje", "ejesi", "kaka", "kakasy", "gyz", "gyzy", "oglan", "ogul", "zenan", "aýal", "ýetim", "ýaşaýj", "peýdalanyj", "widow", "orphan", "mother", "father",
	"patient", "resident", "daughter", "son", "wife", "husband", "sister", "brother"}

// spoken gives a text with the words that are in capitals as names are written, and
// whether so many are that a name among them is a guess.
func spoken(text string) (plain string, shouted bool) {
	n := 0
	plain = inCapitals.ReplaceAllStringFunc(text, func(w string) string {
		n++
		_, first := utf8.DecodeRuneInString(w)
		return w[:first] + strings.ToLower(w[first:])
	})
	return plain, n > 3
}

var inCapitals = regexp.MustCompile(`\p{Lu}{4,}`)

// find gives the first name in a text, "" for none. certain says that it is the
// name of a person and nothing named after one: a given name or a family name
// stands with a patronymic, or before it what a person did.
func (f *nameFinder) find(text string) (name string, certain bool) {
	text, shouted := spoken(text)
	if !worthwhile(text) {
		return "", false
	}
	list := split(text)
	for i, w := range list {
		name, certain = "", false
		switch {
		case i > 0 && w.joined && list[i-1].capital && !f.places[list[i-1].text] && slices.Contains(kin, w.text):
			name = list[i-1].text + " " + w.text
			certain = f.figures || i > 1 && list[i-1].joined && list[i-2].capital
		case !w.capital || f.places[w.text] || noNames[w.text]:
		case ends(w.text, patronymicEndings, 3):
			name = w.text
			certain = i > 0 && w.joined && list[i-1].capital || i+1 < len(list) && list[i+1].joined && list[i+1].capital
		case ends(w.text, familyEndings, 3) && i > 0 && w.after && initial(list[i-1]):
			name, certain = list[i-1].text+". "+w.text, f.figures
		case ends(w.text, familyEndings, 3) && i > 0 && w.after && (slices.ContainsFunc(personSigns, list[i-1].begins) || slices.ContainsFunc(relatives, list[i-1].begins) || families[list[i-1].text] || list[i-1].text == "by" && person(list, i)):
			name, certain = w.text, f.figures
		case ends(w.text, familyEndings, 3) && i+1 < len(list) && list[i+1].capital && list[i+1].joined && !f.places[list[i+1].text]:
			name, certain = w.text+" "+list[i+1].text, f.figures
		case ends(w.text, familyEndings, 3) && i > 0 && list[i-1].capital && w.joined && !f.places[list[i-1].text]:
			name, certain = list[i-1].text+" "+w.text, f.figures
		case f.figures && ends(w.text, familyEndings, 3) && i > 0 && w.joined && person(list, i):
			name, certain = w.text, true
		}
		if name != "" && !street(list, i) {
			f.distinct[name] = true
			return name, (certain || person(list, i)) && !shouted
		}
	}
	return "", false
}

// families are words that stand before the name of one.
var families = words("семья семьи семью семье семьёй семьей family")

// initial reports whether a word is the first letter of a name.
func initial(w word) bool { return w.capital && utf8.RuneCountInString(w.text) == 1 }

// giver gives the given name of somebody who, in Turkmen or Russian, gave or checked a figure.
func (f *nameFinder) giver(text string) string {
	for _, form := range []*regexp.Regexp{giverInText, giverInRussian} {
		for _, m := range form.FindAllStringSubmatch(text, -1) {
			if w := strings.ToLower(m[1]); !f.places[w] && !ends(w, offices, 0) {
				return m[1]
			}
		}
	}
	return ""
}

var (
	giverInText = regexp.MustCompile(`(?:^|[^\pL])(\p{Lu}\p{Ll}+)\s+(?:(?:gelneje|eje|daýza|aga|kaka|doktor|mugallym)\s+)?(?:berdi|tabşyrdy|barlady|taýýarlady|düzdi|iberdi|ýazdy|ýygnady)(?:$|[^\pL])`)
	// An adjective is the name of an office ("сдал Ахалский отдел").
	giverInRussian = regexp.MustCompile(`(?:^|[^\pL])(?i:уточнил|сдал|подписал|передал|проверил|подготовил|прислал|сообщил|составил|внёс|внес)(?i:а)?\s+(\p{Lu}\p{Ll}+)(?:$|[^\pL])`)
	offices        = []string{"ый", "ий", "ая", "ое", "отдел", "управление", "центр", "министерство", "комитет", "сектор", "служба", "общество", "учреждение", "этрап", "велаят", "госкомстат", "lik", "lyk", "ligi", "lygy", "edara", "edarasy", "merkez", "merkezi", "bölüm", "bölümi", "komitet", "komiteti", "gullugy", "maglumaty", "hasabaty", "ony", "ol"}
)

// person reports whether a word shortly before word i says that somebody did
// something.
func person(list []word, i int) bool {
	for j := max(0, i-4); j < i; j++ {
		if slices.ContainsFunc(personSigns, list[j].begins) {
			return true
		}
	}
	return false
}

// worthwhile is a cheap look whether a word with a capital has any of the endings
// at all: most texts have none and need not be cut into words. It looks at each o
// or e before a w or v, in Latin or Cyrillic letters, and at what daughters and
// sons have.
func worthwhile(text string) bool {
	if len(text) > 8 && slices.ContainsFunc(kin, func(k string) bool { return strings.Contains(text, " "+k) }) {
		return true
	}
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
		if slices.ContainsFunc(namedAfter, list[j].begins) {
			return true
		}
	}
	return false
}
