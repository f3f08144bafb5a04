package cli

import (
	"cmp"
	"fmt"
	"regexp"
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
	slices.SortStableFunc(groups, func(a, b []finding.Finding) int {
		return cmp.Or(weight(b[0])-weight(a[0]), rank(a)-rank(b))
	})
	return groups
}

// rank puts files of figures and releases before the others, and those last of which
// nothing is told but that rows wait for a check or a translation: the day's work is
// about the first and must not drown.
func rank(group []finding.Finding) int {
	waits := func(f finding.Finding) bool {
		return f.Code == finding.VerificationOld || f.Code == finding.TranslationsMissing || f.Code == finding.TranslationMissing
	}
	switch {
	case !slices.ContainsFunc(group, func(f finding.Finding) bool { return !waits(f) }):
		return 2
	case figures.MatchString(group[0].File):
		return 0
	}
	return 1
}

var figures = regexp.MustCompile(`(?:^|/)(?:observations|releases|revisions|indicators)(?:[./]|$)`)

// kinds gives the findings of a file kind by kind, and of each kind those together
// that say the same of several rows: the same sentence and hint on the same column and
// value, or on days that differ. Every finding stands alone where all are wanted.
func (a *app) kinds(t thread, group []finding.Finding, all bool) [][][]finding.Finding {
	type words struct{ column, value, sentence, hint string }
	var kinds [][][]finding.Finding
	at, in := map[finding.Code]int{}, map[finding.Code]map[words]int{}
	for _, f := range group {
		n, ok := at[f.Code]
		if !ok {
			n = len(kinds)
			at[f.Code], in[f.Code] = n, map[words]int{}
			kinds = append(kinds, nil)
		}
		w := words{f.Column, f.Value, t.words.Sentence(f), t.words.Hint(f)}
		if day.MatchString(f.Value) {
			w.value = ""
		}
		i, same := in[f.Code][w]
		if same && !all && f.Line > 0 && t.followers[f.Name()] == 0 {
			kinds[n][i] = append(kinds[n][i], f)
			continue
		}
		in[f.Code][w] = len(kinds[n])
		kinds[n] = append(kinds[n], []finding.Finding{f})
	}
	return kinds
}

var day = regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)
