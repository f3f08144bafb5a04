package pages

import (
	"testing"

	"elinde/generator/programme"
	"elinde/themes"
)

func TestDates(t *testing.T) {
	for code, want := range map[string]string{
		"tk": "2026-njy ýylyň 16-njy noýabry", "ru": "16 ноября 2026\u00a0г.", "en": "16 November 2026",
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
	for n, want := range map[int]string{1: "1-nji", 3: "3-nji", 6: "6-njy", 9: "9-njy", 10: "10-njy", 16: "16-njy", 18: "18-nji",
		20: "20-nji", 26: "26-njy", 30: "30-njy", 40: "40-njy", 50: "50-nji", 2021: "2021-nji"} {
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
