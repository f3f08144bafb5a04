package pages

import (
	"testing"

	"elinde/generator/programme"
	"elinde/themes"
)

func TestDates(t *testing.T) {
	for code, want := range map[string]string{
		"tk": "2026-\u2060njy ýylyň 16-\u2060njy noýabry", "ru": "16 ноября 2026\u00a0г.", "en": "16 November 2026",
	} {
		w, err := readWords(themes.Elinde(), code)
		if err != nil {
			t.Fatal(err)
		}
		if got := w.date(programme.Date(20261116)); got != want {
			t.Errorf("%s writes %q, want %q", code, got, want)
		}
	}
}

func TestOrdinalsFollowTheVowels(t *testing.T) {
	for n, want := range map[int]string{1: "1-\u2060nji", 3: "3-\u2060nji", 6: "6-\u2060njy", 9: "9-\u2060njy", 10: "10-\u2060njy", 16: "16-\u2060njy", 18: "18-\u2060nji",
		20: "20-\u2060nji", 26: "26-\u2060njy", 30: "30-\u2060njy", 40: "40-\u2060njy", 50: "50-\u2060nji", 2021: "2021-\u2060nji"} {
		if got := ordinal(n); got != want {
			t.Errorf("%d is %s, want %s", n, got, want)
		}
	}
}

func TestPlurals(t *testing.T) {
	for code, forms := range map[string]map[int]string{
		"ru": {1: "1 услуга", 2: "2 услуги", 5: "5 услуг", 11: "11 услуг", 21: "21 услуга", 1234: "1\u00a0234 услуги"},
		"en": {1: "1 service", 2: "2 services", 1234: "1,234 services"},
		"tk": {1: "1 hyzmat", 2: "2 hyzmat"},
	} {
		w, err := readWords(themes.Elinde(), code)
		if err != nil {
			t.Fatal(err)
		}
		for n, want := range forms {
			if got := w.count("services_count", n); got != want {
				t.Errorf("%s counts %q, want %q", code, got, want)
			}
		}
	}
}
