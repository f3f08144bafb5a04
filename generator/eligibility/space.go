package eligibility

import (
	"math"
	"slices"
	"strconv"

	"elinde/generator/programme"
)

// MostAnswers bounds the answers that are tried for one set of rules.
const MostAnswers = 1 << 20

// tries gives answers to question n such that every other answer is judged by the
// set's rules as one of them, or, unless each rule is meant, leads to the same outcome:
// all options, and of numbers and days those on both
// sides of each boundary.
func (b *Book) tries(set *Set, n int, asOf programme.Date, each bool) []Answer {
	q := b.Questions[n]
	switch q.Kind {
	case Choice, YesNo:
		list := make([]Answer, len(q.Options))
		for i := range list {
			list[i] = Answer(i)
		}
		return list
	case Choices:
		return b.choicesTries(set, n, each)
	case Place:
		return b.placeTries(set, n)
	}
	low, high := q.Min, q.Max
	if q.Kind == Day && high == 0 {
		high = int(asOf)
	}
	list := []Answer{Answer(low), Answer(high)}
	add := func(below, above int) { // the answers next to a boundary
		for _, x := range []int{below, above} {
			if x > low && x < high {
				list = append(list, Answer(x))
			}
		}
	}
	for _, r := range set.Rules {
		if r.Question != n {
			continue
		}
		for _, edge := range []struct{ value, last int }{{r.Test.Lo, -1}, {r.Test.Hi, 0}} {
			switch {
			case edge.value == math.MinInt || edge.value == math.MaxInt:
			case q.Kind == Number:
				add(edge.value+edge.last, edge.value+edge.last+1)
			case r.Test.Age: // the last day on which an age is reached, and the next one
				add(around(int(asOf) - (edge.value+edge.last+1)*10000))
			default:
				add(around(edge.value + edge.last))
			}
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// around gives the last day not after n, a day as yyyymmdd that the calendar may
// not have, and the day after it.
func around(n int) (int, int) {
	d := programme.Date(n)
	last := programme.DateOf(d.Time())
	for last > d { // 29 February of a common year reads as 1 March, day 0 as the day before
		last = last.AddDays(-1)
	}
	return int(last), int(last.AddDays(1))
}

// choicesTries gives every set of the options that the rules tell apart, of those
// alike the first, and none. Rules that are each enough by themselves lead to the same
// outcome, so that they are told apart only where each is meant.
func (b *Book) choicesTries(set *Set, n int, each bool) []Answer {
	seen := map[string]bool{}
	list := []Answer{0}
	for i := range b.Questions[n].Options {
		var class []byte
		named, enough := false, false
		for _, r := range set.Rules {
			if r.Question != n {
				continue
			}
			holds := r.Test.Holds(1<<i, 0)
			named = named || holds
			if !each && set.alone(r) {
				enough = enough || holds
			} else {
				class = strconv.AppendBool(class, holds)
			}
		}
		class = strconv.AppendBool(class, enough)
		if !named || seen[string(class)] || len(list) > MostAnswers {
			continue
		}
		seen[string(class)] = true
		for _, a := range list[:len(list):len(list)] {
			list = append(list, a|1<<i)
		}
	}
	return list
}

// alone reports whether a rule is a way into the service by itself, on every day.
func (s *Set) alone(r *Rule) bool {
	return r.Effect == Require && r.ValidFrom == 0 && r.ValidTo == 0 &&
		!slices.ContainsFunc(s.Rules, func(x *Rule) bool { return x != r && x.Effect == Require && x.group == r.group })
}

// placeTries gives one place of each class that the rules tell apart.
func (b *Book) placeTries(set *Set, n int) []Answer {
	var list []Answer
	seen := map[string]bool{}
	for i := range b.Questions[n].Options {
		var class []byte
		for _, r := range set.Rules {
			if r.Question == n {
				class = strconv.AppendBool(class, r.Test.Holds(Answer(i), 0))
			}
		}
		if !seen[string(class)] {
			seen[string(class)] = true
			list = append(list, Answer(i))
		}
	}
	return list
}

// Size counts the answers that Each would give, those to moot questions included;
// it stops counting beyond MostAnswers.
func (b *Book) Size(set *Set, asOf programme.Date) int {
	n := 1
	for _, q := range set.Questions {
		if n *= max(len(b.tries(set, q, asOf, true)), 1); n > MostAnswers {
			return MostAnswers + 1
		}
	}
	return n
}

// Each calls take with all answers to the set's questions that its rules can tell
// apart, and with none to each question as well where open is set. The answers given to
// take are settled and must not be kept. take returns false to end it.
func (b *Book) Each(set *Set, asOf programme.Date, open bool, take func(Answers) bool) {
	var order []int
	tries := make([][]Answer, len(b.Questions))
	for _, n := range b.order {
		if _, used := slices.BinarySearch(set.Questions, n); used {
			order = append(order, n)
			if tries[n] = b.tries(set, n, asOf, true); open {
				tries[n] = append(tries[n], Unanswered)
			}
		}
	}
	answers := b.Blank()
	var walk func(depth int) bool
	walk = func(depth int) bool {
		if depth == len(order) {
			return take(answers)
		}
		n := order[depth]
		defer func() { answers[n] = Unanswered }()
		if w := b.Questions[n].When; w != nil {
			parent := answers[w.Question]
			if parent == Unanswered {
				return walk(depth + 1)
			}
			if parent == Moot || !slices.Contains(w.Values, int(parent)) {
				answers[n] = Moot
				return walk(depth + 1)
			}
		}
		for _, a := range tries[n] {
			answers[n] = a
			if !walk(depth + 1) {
				return false
			}
		}
		return true
	}
	walk(0)
}
