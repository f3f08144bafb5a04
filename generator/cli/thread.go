package cli

import (
	"cmp"
	"fmt"
	"slices"

	"elinde/generator/finding"
)

// thread is a list of findings as a report tells them: what follows from what,
// and how often.
type thread struct {
	list      []finding.Finding
	words     finding.Catalogue
	followers map[string]int      // by the name of the cause
	where     map[string][]string // the files of the followers, with their number
}

func (a *app) thread(list []finding.Finding) thread {
	t := thread{list, finding.Texts(a.texts.language), map[string]int{}, map[string][]string{}}
	type pair struct{ cause, file string }
	count := map[pair]int{}
	var order []pair
	for _, f := range list {
		if f.Follows == "" {
			continue
		}
		t.followers[f.Follows]++
		p := pair{f.Follows, cmp.Or(f.File, a.texts.get("other-files"))}
		if count[p]++; count[p] == 1 {
			order = append(order, p)
		}
	}
	for _, p := range order {
		t.where[p.cause] = append(t.where[p.cause], fmt.Sprintf("%s: %d", p.file, count[p]))
	}
	return t
}

// files gives the findings of a severity file by file: those first that others
// follow from, each file with the finding first that has the most followers.
func (t thread) files(severity finding.Severity, all bool) [][]finding.Finding {
	var groups [][]finding.Finding
	at := map[string]int{}
	for _, f := range t.list {
		if f.Severity != severity || f.Follows != "" && !all {
			continue
		}
		i, ok := at[f.File]
		if !ok {
			i = len(groups)
			at[f.File] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], f)
	}
	weight := func(f finding.Finding) int {
		if f.Follows != "" {
			return -1
		}
		return t.followers[f.Name()]
	}
	for _, g := range groups {
		slices.SortStableFunc(g, func(a, b finding.Finding) int { return weight(b) - weight(a) })
	}
	slices.SortStableFunc(groups, func(a, b []finding.Finding) int { return weight(b[0]) - weight(a[0]) })
	return groups
}
