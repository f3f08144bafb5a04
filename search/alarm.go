package search

import (
	"slices"
	"strings"

	"elinde/search/analysis"
)

// alarmOf gives the pattern of a text that tells of danger: a part for each of its
// words, parted by spaces. A part has the stems of which a query needs one, and
// folded beginnings of words, which end with "*", parted by "|". Stop words count.
func alarmOf(language, text string) string {
	rules := analysis.For(language)
	var parts []string
	for _, word := range strings.Fields(text) {
		var choices []string
		several := strings.Contains(word, "|")
		for _, choice := range strings.Split(word, "|") {
			if begins, ok := strings.CutSuffix(choice, "*"); ok {
				if folded := rules.Fold(begins); folded != "" {
					choices = append(choices, folded+"*")
				}
				continue
			}
			stems := rules.Stems(choice)
			if !several { // two words where people write them apart or with a hyphen
				parts = append(parts, stems...)
				continue
			}
			choices = append(choices, stems...)
		}
		if len(choices) > 0 {
			parts = append(parts, strings.Join(slices.Compact(choices), "|"))
		}
	}
	return strings.Join(parts, " ")
}

// said is what a query has, by the rules of a language.
type said struct {
	stems    map[string]bool
	surfaces []string // folded
}

func saidIn(language string, texts []string) said {
	rules := analysis.For(language)
	s := said{stems: map[string]bool{}}
	for _, text := range texts {
		for raw := range analysis.Split(text) {
			if surface := rules.Fold(raw); surface != "" {
				s.stems[rules.Stem(surface)] = true
				s.surfaces = append(s.surfaces, surface)
			}
		}
	}
	return s
}

// tells reports whether every part of a pattern is among what was said.
func (s said) tells(pattern []string) bool {
	return !slices.ContainsFunc(pattern, func(part string) bool {
		return !slices.ContainsFunc(strings.Split(part, "|"), func(choice string) bool {
			begins, ok := strings.CutSuffix(choice, "*")
			if !ok {
				return s.stems[choice]
			}
			return slices.ContainsFunc(s.surfaces, func(surface string) bool { return strings.HasPrefix(surface, begins) })
		})
	})
}
