package eligibility_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"elinde/generator/eligibility"
	"elinde/generator/programme"
)

func soundBook(t *testing.T) *eligibility.Book {
	t.Helper()
	book, faults := eligibility.New(read(t, sound))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	return book
}

func TestAges(t *testing.T) {
	for _, c := range []struct {
		birth, day programme.Date
		age        int
	}{
		{19661116, 20261116, 60}, // birthday today
		{19661117, 20261116, 59}, // and tomorrow
		{20080229, 20260228, 17}, {20080229, 20260301, 18}, {20080229, 20280229, 20},
		{20261116, 20261116, 0},
	} {
		for lo := range 70 {
			test := eligibility.Test{Lo: lo, Hi: 200, Age: true}
			if got := test.Holds(eligibility.Answer(c.birth), c.day); got != (c.age >= lo) {
				t.Errorf("born %s: at least %d on %s: %v", c.birth, lo, c.day, got)
			}
		}
	}
	unborn := eligibility.Test{Lo: -1000, Hi: 200, Age: true}
	if unborn.Holds(20261117, 20261116) {
		t.Error("tomorrow's child has an age")
	}
}

// Of the days of birth those are tried that lie on both sides of a limit, also
// where the calendar has no such day.
func TestBirthsOnBothSidesOfALimitAreTried(t *testing.T) {
	for _, c := range []struct {
		rule, max string
		day       programme.Date
		want      []eligibility.Answer
	}{
		{"ge,18y", "", 20280229, []eligibility.Answer{19000101, 20100228, 20100301, 20280229}}, // 2010 has no 29 February
		{"ge,18y", "", 20260228, []eligibility.Answer{19000101, 20080228, 20080229, 20260228}}, // 2008 has one, and 2026 has not
		{"ge,18y", "", 20260301, []eligibility.Answer{19000101, 20080301, 20080302, 20260301}},
		{"ge,20y", "", 20280229, []eligibility.Answer{19000101, 20080229, 20080301, 20280229}},
		{"between,18y;18y", "", 20280229, []eligibility.Answer{19000101, 20090228, 20090301, 20100228, 20100301, 20280229}},
		{"gt,2008-02-28", "", 20260228, []eligibility.Answer{19000101, 20080228, 20080229, 20260228}},
		{"ge,18y", "2008-03-02", 20260301, []eligibility.Answer{19000101, 20080301, 20080302}}, // and next to the last day
	} {
		book, faults := eligibility.New(read(t, with(t, "birth,date,?,1900-01-01,", "birth,date,?,1900-01-01,"+c.max, "birth,ge,60y", "birth,"+c.rule)))
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		var got []eligibility.Answer
		book.Each(book.Sets[0], c.day, false, func(a eligibility.Answers) bool {
			if !slices.Contains(got, a[0]) {
				got = append(got, a[0])
			}
			return true
		})
		if !slices.Equal(got, c.want) {
			t.Errorf("%s on %s: %v, want %v", c.rule, c.day, got, c.want)
		}
	}
}

func TestRulesCountFromTheirFirstToTheirLastDay(t *testing.T) {
	book, faults := eligibility.New(read(t, with(t, "gt,20,exclude,y,n,1,,", "gt,20,exclude,y,n,1,2026-12-01,2026-12-31")))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	a := book.Blank()
	a[2] = 22 // hours
	for day, want := range map[programme.Date]eligibility.Outcome{20261130: "cannot-tell", 20261201: "not", 20261231: "not", 20270101: "cannot-tell"} {
		if got := book.Evaluate(book.Sets[0], a, day).Outcome; got != want {
			t.Errorf("%s: %s, want %s", day, got, want)
		}
	}
}

// requireNothing are the sound tables with no rule that speaks for the service.
func requireNothing(t *testing.T) *eligibility.Book {
	t.Helper()
	book, faults := eligibility.New(read(t, with(t, ",require,", ",review,", "care,a,", "care,,", "care,b,", "care,,")))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	return book
}

// Rules that require nothing promise nothing, and refuse only whom they exclude.
func TestRulesThatRequireNothingPromiseNothing(t *testing.T) {
	book := requireNothing(t)
	set := book.Sets[0]
	book.Each(set, today, true, func(a eligibility.Answers) bool {
		want := eligibility.CannotTell
		if a[2] > 20 { // hours
			want = eligibility.Not
		}
		if got := book.Evaluate(set, a, today).Outcome; got != want {
			t.Errorf("%v is %s, want %s", a, got, want)
		}
		return !t.Failed()
	})
}

// Without an answer nothing is refused and nothing is promised.
func TestNobodyIsToldBeforeAnswering(t *testing.T) {
	book, _ := demonstration(t)
	for _, set := range book.Sets {
		if r := book.Evaluate(set, book.Blank(), today); r.Outcome != eligibility.CannotTell {
			t.Errorf("%s: %s", set.ServiceType, r.Outcome)
		}
	}
}

// Kleene's logic never takes a word back: what is said with some answers open
// stays whatever they become.
func TestMoreAnswersNeverTakeAWordBack(t *testing.T) {
	book := soundBook(t)
	set := book.Sets[0]
	n := 0
	book.Each(set, today, true, func(open eligibility.Answers) bool {
		was := book.Evaluate(set, open, today).Outcome
		if was == eligibility.CannotTell {
			return true
		}
		full := slices.Clone(open)
		book.Each(set, today, false, func(a eligibility.Answers) bool {
			for i := range full {
				if full[i] = open[i]; full[i] == eligibility.Unanswered {
					full[i] = a[i]
				}
			}
			n++
			if got := book.Evaluate(set, full, today).Outcome; got != was {
				t.Errorf("%v is %s, %v is %s", open, was, full, got)
				return false
			}
			return true
		})
		return !t.Failed()
	})
	if n < 1000 {
		t.Errorf("only %d pairs", n)
	}
}

// A question is asked if, and only if, it arises and two answers to it differ in
// outcome for some answers to what else is open.
func TestOnlyWhatCanChangeAnOutcomeIsAsked(t *testing.T) {
	book := soundBook(t)
	set := book.Sets[0]
	random := rand.New(rand.NewPCG(1, 2))
	var all []eligibility.Answers
	book.Each(set, today, false, func(a eligibility.Answers) bool { all = append(all, slices.Clone(a)); return true })
	asked, done := 0, 0
	for range 300 {
		given, put := book.Blank(), make([]bool, len(book.Questions))
		whole := all[random.IntN(len(all))]
		for i := range given {
			if put[i] = random.IntN(2) == 0; put[i] && random.IntN(4) > 0 && whole[i] != eligibility.Moot {
				given[i] = whole[i]
			}
		}
		got := book.Next(book.Sets, given, put, today)
		want := -1
		for i := range given {
			if want < 0 && !put[i] && arises(book, given, i) && matters(book, set, given, put, i, all) {
				want = i
			}
		}
		if got != want {
			t.Fatalf("%v put %v: asks %d, want %d", given, put, got, want)
		}
		if got < 0 {
			done++
		} else {
			asked++
		}
	}
	if asked < 50 || done < 50 {
		t.Errorf("%d asked, %d done", asked, done)
	}
}

func arises(book *eligibility.Book, given eligibility.Answers, i int) bool {
	w := book.Questions[i].When
	return w == nil || slices.Contains(w.Values, int(given[w.Question])) && arises(book, given, w.Question)
}

// matters tries all whole answers that agree with what was put, with each answer
// to one question.
func matters(book *eligibility.Book, set *eligibility.Set, given eligibility.Answers, put []bool, i int, all []eligibility.Answers) bool {
	var own []eligibility.Answer
	for _, a := range all {
		if a[i] != eligibility.Moot && !slices.Contains(own, a[i]) {
			own = append(own, a[i])
		}
	}
	for _, whole := range all {
		a := slices.Clone(whole)
		for j := range a {
			if put[j] {
				a[j] = given[j]
			}
		}
		var first eligibility.Outcome
		for j, x := range own {
			a[i] = x
			if o := book.Evaluate(set, a, today).Outcome; j == 0 {
				first = o
			} else if o != first {
				return true
			}
		}
	}
	return false
}

// The change is as small as any that brute force finds, and does what it says: of
// the sound tables with every seventh answer, of each service of the demonstration
// with some.
func TestChangeIsTheSmallest(t *testing.T) {
	book := soundBook(t)
	if n := smallest(t, book, book.Sets[0], 7); n < 150 {
		t.Errorf("only %d answers", n)
	}
	book, _ = demonstration(t)
	for _, set := range book.Sets {
		size := 0
		book.Each(set, today, true, func(a eligibility.Answers) bool {
			if fewChosen(book, a) {
				size++
			}
			return true
		})
		if n := smallest(t, book, set, size/20+1); n < 3 {
			t.Errorf("%s: only %d answers", set.ServiceType, n)
		}
	}
}

// fewChosen reports whether at most one of several options is chosen: all sets of them
// would be too many to compare with each other.
func fewChosen(book *eligibility.Book, a eligibility.Answers) bool {
	for i, q := range book.Questions {
		if q.Kind == eligibility.Choices && a[i] > 0 && a[i]&(a[i]-1) != 0 {
			return false
		}
	}
	return true
}

// smallest compares one of so many answers with all there are, and counts them.
func smallest(t *testing.T, book *eligibility.Book, set *eligibility.Set, oneOf int) int {
	t.Helper()
	var all []eligibility.Answers
	likely := map[bool][]eligibility.Answers{}
	book.Each(set, today, true, func(a eligibility.Answers) bool {
		if !fewChosen(book, a) {
			return true
		}
		a = slices.Clone(a)
		is := book.Evaluate(set, a, today).Outcome == eligibility.Likely
		all, likely[is] = append(all, a), append(likely[is], a)
		return true
	})
	tried := 0
	for i := 0; i < len(all); i += oneOf {
		given := all[i]
		tried++
		was := book.Evaluate(set, given, today).Outcome == eligibility.Likely
		best := len(given) + 1
		for _, a := range likely[!was] {
			n := 0
			for i := range a {
				switch known := given[i] >= 0; {
				case a[i] != given[i] && known && (book.Questions[i].Kind == eligibility.Day || book.Questions[i].ID == "children"): // nobody becomes another
					n = len(a) + 1
				case a[i] >= 0 && a[i] != given[i]:
					n++
				case a[i] == eligibility.Unanswered && known: // an answer is not taken back
					n = len(a) + 1
				}
			}
			best = min(best, n)
		}
		to, changed := book.Change(set, given, today)
		if best > len(given) {
			if to != nil {
				t.Errorf("%s %v: changes %v, brute force finds nothing", set.ServiceType, given, changed)
			}
			continue
		}
		if len(changed) != best {
			t.Errorf("%s %v: changes %v, brute force needs %d", set.ServiceType, given, changed, best)
		}
		for i := range given {
			if to != nil && (to[i] != given[i]) != slices.Contains(changed, i) {
				t.Errorf("%v → %v does not change %v", given, to, changed)
			}
		}
		if to != nil && (book.Evaluate(set, to, today).Outcome == eligibility.Likely) == was {
			t.Errorf("%v → %v changes nothing", given, to)
		}
	}
	return tried
}
