package disclosure

import (
	"iter"

	"elinde/generator/programme"
)

// Audited is a figure as the last audit left it: what the finished site is held
// against. Value is blank where none is published.
type Audited struct {
	Key      string // as in table revisions
	Release  programme.ReleaseID
	Value    string
	Withheld bool
}

// Audited gives every figure of every release that is out. It is made from what was
// audited and not from the rows that pages read.
func (p *Protected) Audited() iter.Seq[Audited] {
	return func(yield func(Audited) bool) {
		for row := range p.audited.rows {
			o := &p.audited.rows[row]
			a := Audited{Key: slotOf(o).String(), Release: o.ReleaseID, Withheld: p.audited.blank[row]}
			if !a.Withheld {
				a.Value = o.Value.Text
			}
			if !yield(a) {
				return
			}
		}
	}
}

// decided are the rows before anything was blanked, and which are to be.
type decided struct {
	rows  []programme.Observation
	blank []bool
}
