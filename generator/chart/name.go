package chart

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// nameWidth is the number of letters that a name beside a line may take in one row.
const nameWidth = 14

// names gives for each series how far down the first row of its name stands: at
// its last value, pushed apart where names would meet.
func (l Line) names(scale Scale) []float64 {
	const row = 1.15
	at := make([]float64, len(l.Series))
	rows := make([]float64, len(l.Series))
	order := make([]int, len(l.Series))
	for i, s := range l.Series {
		order[i] = i
		rows[i] = row * float64(len(wrapped(s.Name, nameWidth)))
		if last := s.last(); last >= 0 {
			at[i] = LineTop + scale.down(s.Marks[last].Value, LineHeight) + .35
		}
	}
	sort.SliceStable(order, func(a, b int) bool { return at[order[a]] < at[order[b]] })
	lowest := LineTop + LineHeight + lineBelow
	for n, i := range order {
		if n > 0 {
			before := order[n-1]
			at[i] = max(at[i], at[before]+rows[before])
		}
	}
	for n := len(order) - 1; n >= 0; n-- { // back from the lower edge
		i := order[n]
		at[i] = min(at[i], lowest-rows[i]+row*.8)
		lowest = at[i] - row*.8
	}
	return at
}

// wrapped breaks words into rows of at most so many letters; a longer word stays
// whole, and a no-break space stays what it is.
func wrapped(s string, width int) []string {
	var rows []string
	row, letters := "", 0
	for _, word := range strings.Split(s, " ") {
		n := utf8.RuneCountInString(word)
		if letters > 0 && letters+1+n > width {
			rows, row, letters = append(rows, row), "", 0
		}
		if letters > 0 {
			row, letters = row+" ", letters+1
		}
		row, letters = row+word, letters+n
	}
	if letters > 0 {
		rows = append(rows, row)
	}
	return rows
}
