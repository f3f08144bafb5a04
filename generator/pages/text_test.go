package pages

import "testing"

func TestSpansOfNumbersStayTogether(t *testing.T) {
	for in, want := range map[string]string{
		"Понедельник–пятница, 09:00–18:00": "Понедельник–пятница, 09:00\u2060–\u206018:00",
		"2024–2028 годы": "2024\u2060–\u20602028 годы",
		"no span – none": "no span – none",
	} {
		if got := tied(text{T: in, L: "ru"}); got != (text{T: want, L: "ru"}) {
			t.Errorf("%q becomes %+v, want %q", in, got, want)
		}
	}
}

func TestALineBeginsWithACapital(t *testing.T) {
	for in, want := range map[string]string{"город Ашхабад": "Город Ашхабад", "şäher": "Şäher", "Mary welaýaty": "Mary welaýaty", "45 etrap": "45 etrap", "": ""} {
		if got := capital(text{T: in}); got.T != want {
			t.Errorf("%q begins as %q, want %q", in, got.T, want)
		}
	}
}

func TestNamesUnderNoLetterHaveATitleOfTheirOwn(t *testing.T) {
	v, ok := planned(t, tinyPlan(t))["ru/a-z/00/"].Params.(list)
	if want := "Услуги на другие буквы и цифры"; !ok || v.Heading.T != want {
		t.Errorf("heading is %q, want %q", v.Heading.T, want)
	}
}
