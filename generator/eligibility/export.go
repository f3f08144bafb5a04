package eligibility

import (
	"math"

	"elinde/generator/programme"
)

// File is a Book for one language as the browser reads it. Keys are short because
// a phone on a slow line loads it; docs/eligibility.md describes them.
type File struct {
	Questions []FileQuestion `json:"questions"`
	Sets      []FileSet      `json:"sets"`
	Lines     []FileLine     `json:"lines,omitempty"`
}

// FileQuestion is a question. Texts are what the caller made of them.
type FileQuestion struct {
	ID        string `json:"id"`
	Kind      string `json:"k"`
	Text      any    `json:"t"`
	Help      any    `json:"h,omitempty"`
	Options   []any  `json:"o,omitempty"` // labels of choices
	Places    int    `json:"n,omitempty"` // of a place: how many there are
	Min       int    `json:"min,omitempty"`
	Max       int    `json:"max,omitempty"` // of a day 0: the day of the answer
	Sensitive bool   `json:"s,omitempty"`
	When      []int  `json:"w,omitempty"` // the question it depends on, then its answers
	// RulesOut holds what answers of a choice contradict.
	RulesOut []FileDoubt `json:"x,omitempty"`
}

// FileDoubt is an answer to a choice with what it contradicts.
type FileDoubt struct {
	Option int `json:"by"`
	FileTest
}

// FileLine is a helpline that is shown first where the first test holds and the
// others may.
type FileLine struct {
	First []FileTest `json:"if"`
	// Of is what the caller says of the line.
	Of any `json:"of"`
}

// FileTest compares an answer: In where it is a set, else Lo and Hi where they
// are not open.
type FileTest struct {
	Question int   `json:"q"`
	In       []int `json:"in,omitzero"`
	Lo       *int  `json:"lo,omitempty"`
	Hi       *int  `json:"hi,omitempty"`
	Age      bool  `json:"a,omitempty"`
	Several  bool  `json:"m,omitempty"`
}

// FileSet is a set of rules. Questions are indexes, ascending.
type FileSet struct {
	Questions []int      `json:"q"`
	Rules     []FileRule `json:"rules"`
	// Of holds what the caller knows of the service.
	Of any `json:"of,omitempty"`
}

// FileRule is a rule.
type FileRule struct {
	FileTest
	Effect string `json:"e"` // first letter, v for review
	Group  int    `json:"g,omitempty"`
	From   int    `json:"from,omitempty"`
	To     int    `json:"to,omitempty"`
	Met    any    `json:"y"`
	Unmet  any    `json:"n"`
	Legal  string `json:"c,omitempty"`
	Origin string `json:"x,omitempty"`
}

var effectLetters = map[string]string{Require: "r", Exclude: "x", Review: "v"}

// Export makes the file of a language. Say gives a text in it, of gives what the
// file shall say of a set's service, line of a helpline.
func (b *Book) Export(say func(programme.Text) any, of func(*Set) any, line func(*programme.Helpline) any) File {
	f := File{Questions: make([]FileQuestion, len(b.Questions)), Sets: make([]FileSet, len(b.Sets))}
	for i, q := range b.Questions {
		x := FileQuestion{ID: string(q.ID), Kind: q.Kind, Text: say(q.Text), Min: q.Min, Max: q.Max, Sensitive: q.Sensitive == programme.Yes}
		if !q.Help.Empty() {
			x.Help = say(q.Help)
		}
		switch q.Kind {
		case Choice, Choices:
			for i, o := range q.Options {
				x.Options = append(x.Options, say(o.Label))
				for _, c := range o.RulesOut {
					x.RulesOut = append(x.RulesOut, FileDoubt{i, c.Test.export(c.Question)})
				}
			}
		case Place:
			x.Places = len(q.Options)
		}
		if q.When != nil {
			x.When = append([]int{q.When.Question}, q.When.Values...)
		}
		f.Questions[i] = x
	}
	for i, set := range b.Sets {
		x := FileSet{Questions: set.Questions, Of: of(set)}
		for _, r := range set.Rules {
			x.Rules = append(x.Rules, r.export(say))
		}
		f.Sets[i] = x
	}
	for _, l := range b.Lines {
		f.Lines = append(f.Lines, FileLine{First: ExportConditions(l.First), Of: line(l.Helpline)})
	}
	return f
}

// ExportConditions gives conditions as the file holds them.
func ExportConditions(list []Condition) []FileTest {
	var tests []FileTest
	for _, c := range list {
		tests = append(tests, c.Test.export(c.Question))
	}
	return tests
}

func (r *Rule) export(say func(programme.Text) any) FileRule {
	return FileRule{FileTest: r.Test.export(r.Question), Effect: effectLetters[r.Effect], Group: r.group,
		From: int(r.ValidFrom), To: int(r.ValidTo), Met: say(r.Met), Unmet: say(r.Unmet), Legal: r.LegalRef, Origin: r.Origin}
}

func (t *Test) export(question int) FileTest {
	x := FileTest{Question: question, In: t.Set, Age: t.Age, Several: t.Several}
	if t.Set == nil {
		if t.Lo != math.MinInt {
			x.Lo = &t.Lo
		}
		if t.Hi != math.MaxInt {
			x.Hi = &t.Hi
		}
	}
	return x
}
