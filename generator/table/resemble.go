package table

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// spoken are headers of statistics as people write them, folded, by column.
var spoken = map[string][]string{
	"ref_area":     {"территория", "регион", "велаят", "область", "район", "ýer", "welaýat", "sebit", "place", "region", "area"},
	"time_period":  {"период", "квартал", "отчётныйпериод", "döwür", "çärýek", "period", "quarter"},
	"obs_value":    {"значение", "величина", "число", "количество", "baha", "bahasy", "san", "sany", "value"},
	"obs_status":   {"статус", "состояние", "ýagdaý", "status"},
	"conf_status":  {"конфиденциальность", "gizlinlik", "confidentiality"},
	"comment_ru":   {"примечание", "комментарий"},
	"comment_tk":   {"bellik", "düşündiriş"},
	"comment_en":   {"comment", "note", "remark"},
	"indicator":    {"показатель", "görkeziji"},
	"release_id":   {"выпуск", "çykaryş", "release"},
	"freq":         {"частота", "периодичность", "ýygylyk", "frequency"},
	"sex":          {"пол", "jyns", "jynsy", "gender"},
	"age":          {"возраст", "возрастнаягруппа", "ýaş", "ýaşy"},
	"target_group": {"группа", "целеваягруппа", "topar"},
	"service_type": {"услуга", "видуслуги", "hyzmat"},
}

// resembling gives the name that an unknown header was meant to be: the same but
// for case, marks and separators, what people call it, or at most two letters away. Names that the
// file has already are none.
func resembling(header string, names []string, seen map[string]bool) string {
	folded := Fold(header)
	best, least := "", 3
	for _, name := range names {
		if seen[name] {
			continue
		}
		other := Fold(name)
		if other == folded || slices.ContainsFunc(spoken[name], func(s string) bool { return Fold(s) == folded }) {
			return name
		}
		if len(folded) > 4 && abs(len(other)-len(folded)) < least {
			if n := distance(folded, other); n < least {
				best, least = name, n
			}
		}
	}
	return best
}

// Fold brings a header or a name to what a hasty eye sees of it.
func Fold(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 0x300 && r < 0x370, r == ' ', r == '-', r == '_', r == '.':
			return -1
		}
		return r
	}, norm.NFD.String(strings.ToLower(s)))
}

// distance counts the bytes to insert, delete or replace (Levenshtein).
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		last := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := last
			if a[i] != b[j] {
				cost++
			}
			last = row[j+1]
			row[j+1] = min(cost, row[j]+1, last+1)
		}
	}
	return row[len(b)]
}

func abs(n int) int { return max(n, -n) }
