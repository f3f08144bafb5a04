package eligibility

import "elinde/generator/programme"

// Change gives the answers nearest to the given ones that turn the outcome: into
// likely, or out of it. It changes as few questions of the set as can be, of equal
// changes the one whose questions are asked first, and lists them; nil where no
// answers do, or where the set is too large to try.
func (b *Book) Change(set *Set, given Answers, asOf programme.Date) (Answers, []int) {
	if b.Size(set, asOf) > mostLooked {
		return nil, nil
	}
	answers := append(Answers(nil), given...)
	settled := b.settle(answers, nil)
	v := set.weigh(settled, asOf)
	was := v.outcome()
	tries := make([][]Answer, len(b.Questions))
	for _, n := range set.Questions {
		tries[n] = b.tries(set, n, asOf)
	}
	var changed []int
	var walk func(from, want int) bool
	walk = func(from, want int) bool {
		if want == 0 {
			settled = b.settle(answers, settled)
			v := set.weigh(settled, asOf)
			return (v.outcome() == Likely) != (was == Likely)
		}
		for i := from; i <= len(set.Questions)-want; i++ {
			n := set.Questions[i]
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
