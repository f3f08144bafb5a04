package eligibility

import (
	"slices"

	"elinde/generator/programme"
)

// mostLooked bounds the answers that are looked at to find out whether a question
// can still change an outcome. Beyond it every question of an open set is asked.
const mostLooked = 1 << 14

// Next gives the first question in the order of asking that arises, was not put
// yet and can still change the outcome of one of the sets; -1 for none. Put says
// which questions were put, answered or not.
func (b *Book) Next(sets []*Set, given Answers, put []bool, asOf programme.Date) int {
	wanted := make([]bool, len(b.Questions))
	for _, set := range sets {
		for _, n := range b.open(set, given, put, asOf) {
			wanted[n] = true
		}
	}
	settled := b.settle(given, nil)
	for n, q := range b.Questions {
		if w := q.When; wanted[n] && !put[n] && (w == nil || slices.Contains(w.Values, int(settled[w.Question]))) {
			return n
		}
	}
	return -1
}

// open lists the questions of a set not put yet of which two answers lead to
// different outcomes, whatever else is answered to the others.
func (b *Book) open(set *Set, given Answers, put []bool, asOf programme.Date) []int {
	var left []int
	tries := make([][]Answer, len(b.Questions))
	size := 1
	answers := b.Blank()
	for _, n := range set.Questions {
		if put[n] {
			answers[n] = given[n]
			continue
		}
		left = append(left, n)
		tries[n] = b.tries(set, n, asOf, false)
		size *= max(len(tries[n]), 1)
		if size > mostLooked {
			size = mostLooked + 1
		}
	}
	var settled Answers
	judge := func() Outcome {
		settled = b.settle(answers, settled)
		v := set.weigh(settled, asOf)
		return v.outcome()
	}
	if judge() != CannotTell { // further answers never take it back
		return nil
	}
	if size > mostLooked {
		return left
	}
	var open []int
	for _, n := range left {
		if varies(left, n, tries, answers, judge) {
			open = append(open, n)
		}
	}
	return open
}

// varies reports whether answers to question n alone can change the outcome, for
// some answers to the others that are left.
func varies(left []int, n int, tries [][]Answer, answers Answers, judge func() Outcome) bool {
	var walk func(i int) bool
	walk = func(i int) bool {
		if i == len(left) {
			var first Outcome
			for j, a := range tries[n] {
				answers[n] = a
				if o := judge(); j == 0 {
					first = o
				} else if o != first {
					return true
				}
			}
			return false
		}
		if left[i] == n {
			return walk(i + 1)
		}
		for _, a := range tries[left[i]] {
			answers[left[i]] = a
			if walk(i + 1) {
				return true
			}
		}
		return false
	}
	found := walk(0)
	for _, i := range left {
		answers[i] = Unanswered
	}
	return found
}
