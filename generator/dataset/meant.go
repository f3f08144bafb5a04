package dataset

import (
	"cmp"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"elinde/generator/programme"
	"elinde/generator/table"
)

// What exports hold in place of a code: a name in some language, a date, the same
// letter of another alphabet. It is suggested and never taken: whoever made the
// export knows what was meant.

// names gives the ids of a table, or of a scheme of terms, by their folded names in
// all languages. The first of several with the same name has it.
func (r *report) names(of string) map[string]string {
	ids := map[string]string{}
	add := func(id string, names ...string) {
		for _, name := range names {
			if name = table.Fold(name); name != "" && ids[name] == "" {
				ids[name] = id
			}
		}
	}
	switch of {
	case "places":
		for i := range r.tables.Places {
			p := &r.tables.Places[i]
			add(string(p.ID), append(slices.Concat([]string(p.Name), []string(p.AlternativeNames)), p.ISO31662)...)
		}
	case "indicators":
		for i := range r.tables.Indicators {
			add(string(r.tables.Indicators[i].ID), r.tables.Indicators[i].Name...)
		}
	default:
		for i := range r.tables.Terms {
			if t := &r.tables.Terms[i]; t.Scheme == of {
				add(string(t.ID), t.Name...)
			}
		}
	}
	return ids
}

// guess gives the id that a value may mean: by its name, or the nearest.
func (r *report) guess(value string, names map[string]string, ids any) string {
	return cmp.Or(names[table.Fold(value)], r.guesses.nearest(value, ids), r.named(alike(value), names), meantID(value, ids))
}

// named gives the one id with a name that differs from a value, both folded, by two
// letters or in all but its first word; letters that look alike are one. "" for none.
func (r *report) named(value string, names map[string]string) string {
	if len(value) < 5 || r.guesses >= maxGuesses {
		return ""
	}
	r.guesses++
	best, distance, begins := "", 3, map[string]bool{}
	if strings.ContainsAny(value, "аеиоуыэюя") { // two bytes a letter
		distance = 5
	}
	for _, name := range slices.Sorted(maps.Keys(names)) {
		other := alike(name)
		if d := apart(value, other, distance); d < distance {
			best, distance = names[name], d
		}
		if n := sharedStart(value, other); n >= 10 && 2*n >= len(value) {
			begins[names[name]] = true
		}
	}
	if best == "" && len(begins) == 1 {
		for id := range begins {
			best = id
		}
	}
	return best
}

// alike folds a name, with letters that look alike as one.
func alike(s string) string { return strings.ToLower(twins.Replace(strings.ToUpper(table.Fold(s)))) }

func sharedStart(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// meantID gives the release that a period in other words names, "" for none.
func meantID(value string, ids any) string {
	period := meantPeriod(value)
	if period == "" || !reflect.ValueOf(ids).MapIndex(reflect.ValueOf(period).Convert(reflect.TypeOf(ids).Key())).IsValid() {
		return ""
	}
	return period
}

// said are words for codes of a column, folded.
var said = map[string]map[string][]string{
	"sex": {
		"F":             {"ж", "жен", "женский", "женщины", "женщина", "девочки", "aýal", "aýallar", "zenan", "zenanlar", "gyz", "gyzlar", "female", "woman", "women", "girls", "w"},
		"M":             {"муж", "мужской", "мужчины", "мужчина", "мальчики", "erkek", "erkekler", "oglan", "oglanlar", "male", "man", "men", "boys"},
		programme.Total: {"всего", "итого", "оба", "обапола", "jemi", "ählisi", "total", "both", "all", "t"},
	},
	"freq": {
		"Q": {"к", "кв", "квартал", "квартальный", "квартальная", "ежеквартально", "çärýek", "çärýeklik", "quarter", "quarterly"},
		"A": {"г", "год", "годовой", "годовая", "ежегодно", "ýyl", "ýyllyk", "year", "annual", "yearly", "y"},
	},
	"obs_status": {
		"P": {"п", "предв", "предварительное", "предварительные", "deslapky", "provisional", "preliminary"},
		"A": {"ок", "оконч", "окончательное", "окончательные", "gutarnykly", "final", "normal"},
		"L": {"не собиралось", "не собирали", "ýygnalmady", "not collected"},
		"O": {"нет", "нет данных", "ýok", "missing"},
		"M": {"не может быть", "bolup bilmeýär", "cannot exist"},
		"E": {"оценка", "э", "takmynan", "takmyny", "estimate", "estimated"},
	},
}

// twins are Cyrillic capitals that look like Latin ones.
var twins = strings.NewReplacer("А", "A", "В", "B", "Е", "E", "К", "K", "М", "M", "Н", "H", "О", "O", "Р", "P", "С", "C", "Т", "T")

// meantCode gives the code of a column that a value may mean, "" for none.
func meantCode(column, value string, allowed []string) string {
	plain, folded := twins.Replace(strings.ToUpper(strings.TrimSpace(value))), table.Fold(value)
	if dashes(value) && slices.Contains(allowed, programme.NotApplicable) {
		return programme.NotApplicable
	}
	for _, code := range allowed {
		if strings.EqualFold(plain, code) || slices.ContainsFunc(said[column][code], func(w string) bool { return table.Fold(w) == folded }) {
			return code
		}
	}
	if len(value) < 5 {
		return ""
	}
	words := map[string]bool{}
	for _, code := range allowed {
		words[code] = true
	}
	return Nearest(strings.ToLower(value), words)
}

var (
	letters   = regexp.MustCompile(`\pL+`)
	yearIn    = regexp.MustCompile(`(?:^|\D)((?:19|20|21)\d\d)(?:\D|$)`)
	quarterIn = regexp.MustCompile(`(?:^|[^\pL\d])q?(iv|iii|ii|i|\d)(?:\D|$)`)
)

// periodWords may stand beside year and quarter; any other word, such as a month,
// makes it another period.
var periodWords = words("i ii iii iv q qtr quarter th st nd rd year of кв квартал квартала й ый ой го г год года за y ý ýyl ýylyň ýyly çärýek çärýegi njy nji çi")

// meantPeriod gives the quarter or year that a text may mean: a date lies in a
// quarter, and people write quarters in many ways. "" for none.
func meantPeriod(value string) string {
	text := strings.ToLower(strings.NewReplacer("І", "I", "і", "i", "Ⅰ", "I", "Ⅱ", "II", "Ⅲ", "III", "Ⅳ", "IV").Replace(strings.TrimSpace(value)))
	for _, form := range []string{"2006-01-02", "02.01.2006", "2.1.2006", "02/01/2006", "02.01.06", "2006.01.02", "2006-01", "01.2006", "01/2006", "2006/01", "2006.01", "2006-01-02t15:04:05"} {
		if day, err := time.Parse(form, text); err == nil {
			return periodOf(day.Year(), (int(day.Month())+2)/3)
		}
	}
	year := yearIn.FindStringSubmatchIndex(text)
	if year == nil {
		return ""
	}
	rest := text[:year[2]] + " " + text[year[3]:]
	if slices.ContainsFunc(letters.FindAllString(rest, -1), func(w string) bool { return !periodWords[w] }) {
		return ""
	}
	y, _ := strconv.Atoi(text[year[2]:year[3]]) // four digits
	q := quarterIn.FindStringSubmatch(rest)
	switch {
	case q == nil && strings.ContainsAny(rest, "0123456789"):
		return ""
	case q == nil:
		return periodOf(y, 0)
	}
	n := slices.Index([]string{"", "i", "ii", "iii", "iv"}, q[1])
	if n < 0 {
		n = min(max(int(q[1][0]-'0'), 1), 4) // a fifth quarter is the fourth, miscounted
	}
	return periodOf(y, n)
}

func periodOf(year, quarter int) string {
	p := programme.Period{Year: year, Quarter: quarter}.String()
	if _, ok := programme.ParsePeriod(p); !ok {
		return ""
	}
	return p
}
