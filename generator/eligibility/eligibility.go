// Package eligibility judges whether a service may be for somebody. In come the
// rows of questions, options, rules and cases, out comes a Book of typed rules
// that is asked with answers: Evaluate says likely, not or cannot tell, with the
// reasons; Next says what to ask; Change says what would turn the outcome; Prove
// tries the rules with all answers there are. Nothing is read, written, printed
// or remembered here. The browser's half (components/eligibility/evaluate.js of
// the theme) does the same with the file that Export makes, and a test holds
// the two together.
//
// Logic is Kleene's, with three values. What was not answered, is not known or
// is not said is unknown; unknown is never taken for no. An answer to a question
// that does not arise (see When) meets no rule: its rules are false.
package eligibility

import (
	"math"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

// Truth is a value of Kleene's logic: and is the minimum, or the maximum.
type Truth int8

// Values of Truth.
const (
	No Truth = iota - 1
	Maybe
	Yes
)

func (t Truth) String() string { return [...]string{"no", "maybe", "yes"}[t+1] }

// Outcome is what can be said of a service, as table eligibility_cases writes it.
type Outcome string

// Outcomes. Likely is never an entitlement; Not is what the rules say and may be
// wrong about a person.
const (
	Likely     Outcome = "likely"
	Not        Outcome = "not"
	CannotTell Outcome = "cannot-tell"
)

// Effects of rules.
const (
	Require = "require"
	Exclude = "exclude"
	Review  = "review"
)

// Answer is an answer as a number: the index of an option or place, a bit for each
// option of several, a whole number, a day as yyyymmdd.
type Answer int

// Answers that are no answers.
const (
	Unanswered Answer = math.MinInt + iota // not asked, not known or not said
	Moot                                   // the question does not arise
)

// Answers holds an answer per question of a Book, in its order.
type Answers []Answer

// Fault is something wrong with a row, found while rules are read or proved.
// Args are names and values in turn.
type Fault struct {
	Code   finding.Code
	Table  string
	Row    *programme.Row
	Column string // "" for the whole row
	Value  string
	Args   []string
}

// Book is a set of questions and the rules that use them.
type Book struct {
	Questions []*Question // in the order of asking
	Sets      []*Set      // in the order of their first rows
	Lines     []*Line     // helplines shown first to some, by position
	order     []int       // indexes of questions, those depended on first
	index     map[programme.QuestionID]int
	sets      map[target]*Set
}

// target is what rules are of: a service, or a type of services.
type target struct {
	service programme.ServiceID
	kind    programme.TermID
}

// Set is the rules of one service, or of a type of services.
type Set struct {
	ServiceID   programme.ServiceID
	ServiceType programme.TermID // where ServiceID is empty
	Rules       []*Rule
	Questions   []int // that its rules ask, and those these depend on, ascending
	groups      int
}

// SetOf gives the rules of a service: its own, else those of its type, else nil.
func (b *Book) SetOf(s *programme.Service) *Set {
	if own := b.sets[target{service: s.ID}]; own != nil {
		return own
	}
	return b.sets[target{kind: s.ServiceType}]
}

// Blank gives answers to no question.
func (b *Book) Blank() Answers {
	a := make(Answers, len(b.Questions))
	for i := range a {
		a[i] = Unanswered
	}
	return a
}
