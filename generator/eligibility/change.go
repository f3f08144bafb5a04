package eligibility

import (
	"slices"

	"elinde/generator/programme"
)

// Change gives the answers nearest to the given ones that turn the outcome: into
// likely, or out of it. It changes as few questions of the set as can be, and lists
// them; of equal changes the one whose questions are asked first, those on which
// others depend last, for their answers make others moot and so say little. Answers
// that nobody can change stay, see kept. nil where no answers do, or where the set is
// too large to try.
func (b *Book) Change(set *Set, given Answers, asOf programme.Date) (Answers, []int) {
	answers := append(Answers(nil), given...)
	settled := b.settle(answers, nil)
	v := set.weigh(settled, asOf)
	was := v.outcome()
	tries := make([][]Answer, len(b.Questions))
	size := 1
	for _, n := range set.Questions {
		tries[n] = b.tries(set, n, asOf, false)
		if size *= max(len(tries[n]), 1); size > mostLooked {
			return nil, nil
		}
		if b.Questions[n].kept(given[n]) {
			tries[n] = nil
		}
	}
	order := b.leavesFirst(set)
	var changed []int
	var walk func(from, want int) bool
	walk = func(from, want int) bool {
		if want == 0 {
			settled = b.settle(answers, settled)
			v := set.weigh(settled, asOf)
			return (v.outcome() == Likely) != (was == Likely)
		}
		for i := from; i <= len(order)-want; i++ {
			n := order[i]
			changed = append(changed, n)
			for _, a := range tries[n] {
				if a == given[n] {
					continue
				}
				answers[n] = a
				if walk(i+1, want-1) {
					return true
				}
			}
			answers[n] = given[n]
			changed = changed[:len(changed)-1]
		}
		return false
	}
	for want := 1; want <= len(set.Questions); want++ {
		if walk(0, want) {
			return answers, changed
		}
	}
	return nil, nil
}

// kept reports whether an answer is one that stays as it was given: nobody is born on
// another day, and who the help is for, which such a day can contradict, is the same.
func (q *Question) kept(given Answer) bool {
	contradicts := slices.ContainsFunc(q.Options, func(o Option) bool { return len(o.RulesOut) > 0 })
	return given >= 0 && (q.Kind == Day || contradicts)
}

// leavesFirst lists the questions of a set, those on which others of it depend last.
func (b *Book) leavesFirst(set *Set) []int {
	depended := map[int]bool{}
	for _, n := range set.Questions {
		if w := b.Questions[n].When; w != nil {
			depended[w.Question] = true
		}
	}
	var leaves, rest []int
	for _, n := range set.Questions {
		if depended[n] {
			rest = append(rest, n)
		} else {
			leaves = append(leaves, n)
		}
	}
	return append(leaves, rest...)
}
