package pages

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"elinde/generator/config"
)

func sorted(o *order, words string) string {
	list := strings.Fields(words)
	sortBy(o, list, func(s string) string { return s }, func(s string) string { return s })
	return strings.Join(list, " ")
}

func TestTurkmenOrder(t *testing.T) {
	s := tinySettings()
	o := newOrder(s.Languages[0])
	want := "Aşgabat bag çaga Daşoguz Etrek ägirt Gökdepe iş jemi žurnal Mary nahar ňe oba ödeg saglyk şäher uly üns ylym ýaş zenan"
	mixed := strings.Fields(want)
	slices.Reverse(mixed)
	if got := sorted(o, strings.Join(mixed, " ")); got != want {
		t.Errorf("sorted as %s", got)
	}
}

func TestRussianOrderTakesYoAsALetter(t *testing.T) {
	s := tinySettings()
	if got := sorted(newOrder(s.Languages[1]), "жизнь ёлка езда Ель"); got != "езда Ель ёлка жизнь" {
		t.Errorf("sorted as %s", got)
	}
	without := newOrder(config.Language{Code: "ru", Alphabet: "а б в г д е ж з"})
	if got := sorted(without, "ёж еда ель"); got != "еда ёж ель" && got != "еда ель ёж" {
		t.Errorf("sorted as %s", got)
	}
}

func TestWithoutAlphabetXTextSorts(t *testing.T) {
	o := newOrder(config.Language{Code: "en"})
	if got := sorted(o, "zebra Apple éclair eagle"); got != "Apple eagle éclair zebra" {
		t.Errorf("sorted as %s", got)
	}
}

func TestLetters(t *testing.T) {
	tk := newOrder(tinySettings().Languages[0])
	for word, want := range map[string]string{"Ýaşlar": "Ý", "«Çagalar»": "Ç", "12 hyzmat": "#", "Село": "#", "éclair": "E", "": "#"} {
		if got, _ := tk.letter(word); got != want {
			t.Errorf("%q stands under %q, want %q", word, got, want)
		}
	}
	en := newOrder(config.Language{Code: "en"})
	if got, n := en.letter("care"); !reflect.DeepEqual([]any{got, n}, []any{"C", 3}) {
		t.Errorf("care stands under %s %d", got, n)
	}
}
