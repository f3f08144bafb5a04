package withheld

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// reach is how many letters may stand between a street and the number of a house:
// "15-nji jaý, Gül köçesi", "Gül köçesindäki 15-nji jaý", "улица Гюль, в доме 15".
const reach = 12

// leastStreet is the least number of letters of a street with a word for street: its
// number is asked for too.
const leastStreet = 6

// Words for street, and how they begin where they are declined, before a name and
// after it.
var (
	streetsAfter = []string{"köç", "көч", "koch", "коч", "кёч", "şaýol", "шаёл", "шоссе", "geçelg", "geç.", "гечел", "street", "str.", "st.", "avenue", "ave", "road", "rd.", "lane",
		"prospekt", "pr.", "проспект", "просп", "пр.", "ул.", "улиц", "переул", "пер.", "bulwar", "бульвар"}
	streetsBefore = []string{"улица", "улице", "улицы", "улицу", "ул.", "ulitsa", "ulitse", "ulica", "ul.", "проспект", "проспекте", "просп", "пр.", "prospekt", "pr.", "переулок", "переулке", "пер.",
		"шоссе", "бульвар", "köçesi"}
)

// Names of streets as they are carried over into the other script, by ear.
var (
	russian1 = strings.NewReplacer("ýa", "я", "ýo", "ё", "ýu", "ю", "ýe", "е", "ü", "ю", "ö", "ё", "ä", "я", "ň", "н", "j", "дж", "w", "в", "y", "ы", "ý", "й")
	russian2 = strings.NewReplacer("ü", "у", "ö", "о", "ä", "а", "ň", "нг", "j", "ж", "w", "в", "y", "и", "ý", "й")
	letters  = strings.NewReplacer("a", "а", "b", "б", "ç", "ч", "d", "д", "e", "е", "f", "ф", "g", "г", "h", "х", "i", "и", "ž", "ж", "k", "к", "l", "л", "m", "м", "n", "н", "o", "о",
		"p", "п", "r", "р", "s", "с", "ş", "ш", "t", "т", "u", "у", "v", "в", "z", "з", "c", "к", "q", "к", "x", "кс")
	latin1 = strings.NewReplacer("ж", "ž", "ч", "ç", "ш", "ş", "щ", "ş", "ю", "ýu", "я", "ýa", "ё", "ýo", "ц", "s", "х", "h", "в", "w", "ы", "y", "й", "ý", "э", "e", "ь", "", "ъ", "")
	latin2 = strings.NewReplacer("ж", "zh", "ч", "ch", "ш", "sh", "щ", "shch", "ю", "yu", "я", "ya", "ё", "yo", "ц", "ts", "х", "kh", "в", "v", "ы", "y", "й", "y", "э", "e", "ь", "", "ъ", "")
	latin3 = strings.NewReplacer("й", "j", "ю", "ü", "я", "ä", "ё", "ö", "х", "h", "ц", "c", "в", "v")
	// As in passports of Russia and its neighbours (ICAO 9303): й is i.
	passport = strings.NewReplacer("ж", "zh", "ч", "ch", "ш", "sh", "щ", "shch", "ю", "iu", "я", "ia", "ё", "e", "ц", "ts", "х", "kh", "в", "v", "ы", "y", "й", "i", "э", "e", "ь", "", "ъ", "ie")
	roman    = strings.NewReplacer("а", "a", "б", "b", "г", "g", "д", "d", "е", "e", "з", "z", "и", "i", "к", "k", "л", "l", "м", "m", "н", "n", "о", "o", "п", "p", "р", "r", "с", "s",
		"т", "t", "у", "u", "ф", "f")
)

// addStreet looks for the street of an address with the number of the house,
// whatever words and other parts of the address stand around them.
func (t *texts) addStreet(meant string) {
	name, number := streetOf(strings.ToLower(strings.TrimPrefix(meant, Street)))
	if name == "" || number == "" {
		return
	}
	names := []string{name, english.Replace(name), cyrillic.Replace(name), letters.Replace(russian1.Replace(name)), letters.Replace(russian2.Replace(name)),
		roman.Replace(latin1.Replace(name)), roman.Replace(latin2.Replace(name)), roman.Replace(latin3.Replace(latin1.Replace(name))), roman.Replace(latin2.Replace(latin3.Replace(name)))}
	for _, n := range names[:5] {
		names = append(names, strings.ReplaceAll(n, "л", "ль"))
	}
	names = append(names, roman.Replace(passport.Replace(name)))
	seen := map[string]bool{}
	put := func(form string) {
		if b := bonesOf(form); !seen[b] {
			seen[b] = true
			t.put(b, meant, number)
		}
	}
	for _, n := range names {
		for _, word := range streetsAfter {
			put(n + word)
		}
		for _, word := range streetsBefore {
			put(word + n)
		}
		stem := cyrillicEnding.ReplaceAllString(n, "")
		letters := utf8.RuneCountInString(stem)
		if stem == n || letters < leastStem {
			continue
		}
		if letters > leastStem { // else "Тихая" would be found in "улица Тихонова"
			for _, word := range streetsBefore { // whatever ending follows: "на улице Канарейки, 17"
				put(word + stem)
			}
		}
		for _, ending := range endings { // "на Тихой улице, 17"
			for _, word := range declinedStreets {
				put(stem + ending + word)
			}
		}
	}
}

// leastStem is the least number of letters that are left of a declined name.
const leastStem = 3

// Endings of names of streets as Russian declines them, and the words for street
// that follow such names.
var (
	endings         = []string{"а", "ы", "и", "е", "у", "ю", "ой", "ей", "я", "ая", "яя", "ую", "ого", "ому", "ом", "ым", "ий", "ый"}
	declinedStreets = []string{"улиц", "ул.", "проспект", "просп", "переул", "шоссе", "бульвар"}
	cyrillicEnding  = regexp.MustCompile(`(?:ая|яя|ой|ей|ий|ый|ого|ому|ую|[аяыиеуюй])$`)
)

// streetOf takes the name of the street and the number of the house out of an
// address; "" where it has none.
func streetOf(address string) (name, number string) {
	isPart := func(r rune) bool { return r == ',' || r == ';' || r == '\n' }
	isBreak := func(r rune) bool { return r == ' ' || r == '\u00a0' || r == '.' || r == '«' || r == '»' || r == '"' }
	var own string
	for part := range strings.FieldsFuncSeq(address, isPart) {
		words := strings.FieldsFunc(part, isBreak)
		if name == "" && slices.ContainsFunc(words, isStreet) {
			for _, w := range words {
				switch {
				case numbered(w) && own == "":
					own = leadingDigits(w)
				case !numbered(w) && !isStreet(w) && !slices.Contains(house, w):
					name += w
				}
			}
			continue
		}
		for _, w := range words {
			if w = strings.TrimLeft(w, "№#"); number == "" && numbered(w) {
				number = leadingDigits(w)
			}
		}
	}
	if number == "" { // 14 Quiet Street
		number = own
	}
	return name, number
}

// isStreet says whether a word means a street.
func isStreet(word string) bool {
	word = bonesOf(word)
	for _, s := range slices.Concat(streetsAfter, streetsBefore) {
		if b := bonesOf(s); word == b || len(b) >= 4 && strings.HasPrefix(word, b) || b == bonesOf("köç") && strings.HasPrefix(word, b) {
			return true
		}
	}
	return false
}

func bonesOf(s string) string {
	var k skeleton
	k.read([]byte(s), false)
	return string(k.shown.out)
}

func leadingDigits(w string) string {
	n := 0
	for n < len(w) && isDigit(w[n]) {
		n++
	}
	return strings.TrimLeft(w[:n], "0")
}

// isNear says whether the first number within reach of what stands from at to end
// is the one of the house.
func isNear(bones []byte, at, end int, number string) bool {
	p := end
	for p < len(bones) && p-end <= reach && !isDigit(bones[p]) {
		p++
	}
	q := p
	for q < len(bones) && isDigit(bones[q]) {
		q++
	}
	if q > p && strings.TrimLeft(string(bones[p:q]), "0") == number {
		return true
	}
	q = at
	for q > 0 && at-q <= reach && !isDigit(bones[q-1]) {
		q--
	}
	p = q
	for p > 0 && isDigit(bones[p-1]) {
		p--
	}
	if q > p && strings.TrimLeft(string(bones[p:q]), "0") == number {
		return true
	}
	after, before := numeralNear(bones, at, end)
	return strconv.Itoa(after) == number || strconv.Itoa(before) == number
}
