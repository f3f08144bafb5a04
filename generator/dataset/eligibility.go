package dataset

import (
	"elinde/generator/eligibility"
	"elinde/generator/finding"
)

// eligibilityRows types the questions and rules.
func eligibilityRows(r *report) {
	_, faults := eligibility.New(&r.tables)
	r.addAll(faults)
}

// eligibilityProof tries the rules with every answer and runs the worked
// examples. It comes after policies took faulty rows out, so that what is proved
// is what is published.
func eligibilityProof(r *report) {
	book, _ := eligibility.New(&r.tables)
	r.addAll(book.Prove(r.today))
	r.addAll(book.RunCases(&r.tables, r.today))
}

func (r *report) addAll(faults []eligibility.Fault) {
	for _, f := range faults {
		r.add(f.Code, finding.Usual(f.Code), f.Table, f.Row, f.Column, f.Value, f.Args...)
	}
}
