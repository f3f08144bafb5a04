package downloads

import (
	"slices"
	"strings"
	"testing"

	"elinde/generator/programme"
	"elinde/generator/series"
)

// Sheets are called after their indicators as far as the format lets them: it knows no
// case, 31 characters and not every sign.
func TestSheetNames(t *testing.T) {
	p := &pivot{names: map[string]bool{}}
	long := strings.Repeat("long ", 10)
	for i, name := range []string{"Users", "USERS", "*/?", long, long + "er", "Notes: of all"} {
		got := p.sheetName(&programme.Indicator{ID: programme.IndicatorID("i-" + string(rune('1'+i))), Name: programme.Text{name}}, "Q", true)
		if want := []string{"Users", "i-2", "i-3", "long long long long long long…", "i-5", "Notes of all"}[i]; got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
	if got := p.name("NOTES OF ALL"); got != "NOTES OF ALL-2" {
		t.Errorf("got %q", got)
	}
}

// A sheet names periods and signs in the words of its language, as pages do.
func TestSheetSpeaksTheLanguage(t *testing.T) {
	h := shelfOf(func(*programme.Tables) {})
	observed(h)
	words := map[string]string{"period_quarter_short": "{{ .quarter }} {{ .year }}", "quarter_1_short": "I\u00a0кв.", "quarter_2_short": "2-\u2060nji", "quarter_3_short": "Q3",
		"sign_c": "скрыто", "sign_p": "предв.", "sign_u": "ненадёжно", "download_sign": "Знак"}
	p := &pivot{h: h, i: 1, say: func(key string) string { return words[key] }, names: map[string]bool{}, notes: map[*programme.Observation]string{}}
	figures := h.tables["served"].Figures
	slices.SortFunc(figures, func(a, b *series.Figure) int { return strings.Compare(a.TimePeriod, b.TimePeriod) })
	s := p.table(h.Indicator["served"], figures, true)
	if got, want := strings.Join(s.Header, "|"), "||I кв. 2026|2-nji 2026|Знак: 2-nji 2026|Q3 2026|Знак: Q3 2026|"; got != want {
		t.Errorf("the head is %q, want %q", got, want)
	}
	if row := s.Rows[0]; row[2].Number != "0" || row[3].Number != "" || row[4].Text != "[скрыто]" || row[6].Text != "[предв.][ненадёжно]" {
		t.Errorf("the row is %+v", row)
	}
}
