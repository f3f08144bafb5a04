package pages

import (
	"strconv"
	"testing"
	"testing/fstest"

	"elinde/generator/programme"
	"elinde/themes"
)

func wordsIn(t *testing.T, code string) *words {
	t.Helper()
	w, err := readWords(themes.Elinde(), code)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func decimal(t *testing.T, s string) programme.Decimal {
	t.Helper()
	var d programme.Decimal
	if err := d.UnmarshalCSV(s); err != nil {
		t.Fatal(err)
	}
	return d
}

const nbsp = "\u00a0"

func TestNumbersInEachLanguage(t *testing.T) {
	asWritten := programme.Whole{}
	places := func(n int) programme.Whole { return programme.Whole{N: n, Set: true} }
	for _, c := range []struct {
		value    string
		decimals programme.Whole
		en, ru   string // tk as ru
	}{
		{"0", asWritten, "0", "0"},
		{"999", asWritten, "999", "999"},
		{"1000", asWritten, "1,000", "1" + nbsp + "000"},
		{"1234567.89", asWritten, "1,234,567.89", "1" + nbsp + "234" + nbsp + "567,89"},
		{"-1234.5", asWritten, "−1,234.5", "−1" + nbsp + "234,5"},
		{"2.675", places(2), "2.68", "2,68"}, // from the digits: the nearest float is below the half
		{"12.3", places(0), "12", "12"},
		{"12", places(1), "12.0", "12,0"},
		{"-0.04", places(1), "0.0", "0,0"},
		{"007.50", asWritten, "7.50", "7,50"},
		{"100000000000000000001", asWritten, "100,000,000,000,000,000,001", "100" + nbsp + "000" + nbsp + "000" + nbsp + "000" + nbsp + "000" + nbsp + "000" + nbsp + "001"},
	} {
		for code, want := range map[string]string{"en": c.en, "ru": c.ru, "tk": c.ru} {
			if got := wordsIn(t, code).number(decimal(t, c.value), c.decimals); got != want {
				t.Errorf("%s in %s: got %q, want %q", c.value, code, got, want)
			}
		}
	}
}

func TestMeasuredAgreesWithTheNumber(t *testing.T) {
	for _, c := range []struct{ code, unit, value, want string }{
		{"ru", "person", "1", "1 человек"},
		{"ru", "person", "3", "3 человека"},
		{"ru", "person", "5", "5 человек"},
		{"ru", "service", "21", "21 услуга"},
		{"ru", "service", "111", "111 услуг"},
		{"ru", "service", "2.5", "2,5 услуги"},
		{"ru", "day", "14.6", "14,6 дня"},
		{"ru", "tmt", "436.13", "436,13 маната"},
		{"ru", "family", "303", "303 семьи"},
		{"ru", "hours-per-week", "10.6", "10,6 часа в неделю"},
		{"ru", "visits-per-person", "20.0", "20,0 посещения на человека"},
		{"ru", "cases-per-specialist", "31.0", "31,0 случая на специалиста"},
		{"en", "hours-per-week", "1.0", "1.0 hours a week"},
		{"tk", "hours-per-week", "10.6", "hepdede 10,6 sagat"},
		{"en", "person", "1", "1 person"},
		{"en", "case", "1.0", "1.0 cases"},
		{"tk", "person", "12345", "12" + nbsp + "345 adam"},
		{"en", "percent", "12.3", "12.3%"},
		{"ru", "percent", "12.3", "12,3" + nbsp + "%"},
		{"tk", "percent", "12.3", "12,3" + nbsp + "%"},
		{"en", "no-such-unit", "7", "7 (sheep)"},
	} {
		got := flat(wordsIn(t, c.code).measured(decimal(t, c.value), programme.Whole{}, programme.TermID(c.unit), text{T: "sheep"}))
		if got != c.want {
			t.Errorf("%s %s in %s: got %q, want %q", c.value, c.unit, c.code, got, c.want)
		}
	}
}

func TestDifferenceIsOfTheNumbersShown(t *testing.T) {
	w := wordsIn(t, "en")
	one := programme.Whole{N: 1, Set: true}
	for _, c := range []struct {
		a, b, want string
		sign       int
	}{
		{"10.24", "10.15", "0.0", 0}, // 10.2 and 10.2 are shown
		{"10.3", "9.1", "1.2", 1},
		{"9.1", "10.3", "1.2", -1},
	} {
		d, sign := w.difference(decimal(t, c.a), decimal(t, c.b), one)
		if d.Text != c.want || sign != c.sign {
			t.Errorf("%s less %s: got %s %d, want %s %d", c.a, c.b, d.Text, sign, c.want, c.sign)
		}
	}
}

func TestPeriodsInEachLanguage(t *testing.T) {
	for _, c := range []struct{ code, period, long, short string }{
		{"en", "2026-Q3", "third quarter of 2026", "Q3 2026"},
		{"ru", "2026-Q3", "III квартал 2026" + nbsp + "г.", "III" + nbsp + "кв. 2026"},
		{"tk", "2026-Q3", "2026-\u2060njy ýylyň 3-\u2060nji çärýegi", "2026, 3-\u2060nji çärýek"},
		{"en", "2026", "2026", "2026"},
		{"ru", "2026", "2026" + nbsp + "г.", "2026"},
		{"tk", "2025", "2025-\u2060nji ýyl", "2025"},
	} {
		w := wordsIn(t, c.code)
		if long, short := w.period(c.period), w.shortPeriod(c.period); long != c.long || short != c.short {
			t.Errorf("%s in %s: got %q, %q", c.period, c.code, long, short)
		}
	}
}

func TestPartialDates(t *testing.T) {
	for _, c := range []struct{ code, date, want string }{
		{"en", "2022-07-20", "20 July 2022"},
		{"ru", "2022-07", "июль 2022" + nbsp + "г."},
		{"tk", "2022", "2022-\u2060nji ýyl"},
		{"en", "2022-07", "July 2022"},
		{"en", "circa 1990", "circa 1990"},
	} {
		if got := wordsIn(t, c.code).partialDate(c.date); got != c.want {
			t.Errorf("%s in %s: got %q, want %q", c.date, c.code, got, c.want)
		}
	}
}

func TestSentenceKeepsTheLanguageOfItsPieces(t *testing.T) {
	w := wordsIn(t, "en")
	got := w.sentence("statistics_headline", map[string][]text{"place": {{T: "Мары", L: "ru"}}, "period": said("2026"), "value": said("5 people")})
	if len(got) != 2 || got[0] != (text{T: "Мары", L: "ru"}) || got[1].T != ", 2026: 5 people." {
		t.Errorf("got %+v", got)
	}
}

func TestPeriodListPutsRunsTogether(t *testing.T) {
	got := wordsIn(t, "en").periodList(programme.List{"2023", "2024", "2025-Q4", "2026-Q1", "2026-Q3"})
	if got != "Q4 2025 to Q1 2026; Q3 2026; 2023 to 2024" {
		t.Errorf("got %q", got)
	}
}

// TestCountsHaveEveryForm counts in Arabic, which has six forms.
func TestCountsHaveEveryForm(t *testing.T) {
	theme := fstest.MapFS{"i18n/ar.toml": {Data: []byte("[n]\nzero = \"zero\"\none = \"one\"\ntwo = \"two\"\nfew = \"few\"\nmany = \"many\"\nother = \"other\"\n[number_group]\nother = \",\"\n")}}
	w, err := readWords(theme, "ar")
	if err != nil {
		t.Fatal(err)
	}
	for n, want := range map[int]string{0: "zero", 1: "one", 2: "two", 3: "few", 11: "many", 100: "other"} {
		if got := w.count("n", n); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
		if got := w.countOf("n", decimal(t, strconv.Itoa(n)), programme.Whole{}); got != want {
			t.Errorf("%d as a decimal: %s, want %s", n, got, want)
		}
	}
	if got := w.whole(-1234567); got != "−1,234,567" {
		t.Errorf("grouped: %s", got)
	}
}

// A number whose last digits alone would be one is not one.
func TestAMillionAndOneIsNoOne(t *testing.T) {
	for language, want := range map[string]string{"en": "other", "tk": "other", "ru": "one"} {
		if got := wordsIn(t, language).pluralForm(decimal(t, "1000001"), programme.Whole{}); got != want {
			t.Errorf("%s: %s, want %s", language, got, want)
		}
	}
}
