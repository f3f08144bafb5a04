package dataset

import (
	"strconv"
	"strings"

	"elinde/generator/finding"
)

// What a policy of config.toml may say.
const (
	skip      = "skip"       // leave the row out
	blank     = "blank"      // blank the cell
	keepFirst = "keep-first" // leave out all but the first of rows with one key
)

// settle applies the policies to the errors of the last run, takes rows out, and
// goes on until no row refers to one that is gone. An error that a policy dealt
// with becomes a warning that says what was done; no row leaves without one.
func (c *check) settle() {
	for len(c.faults) > 0 {
		p := plan{drop: map[string]map[int]bool{}, blank: map[string]map[int][]fault{}}
		for _, f := range c.faults {
			if f.Code == finding.ReferenceLeftOut && c.told(&f) {
				continue // an error that stays is found again in each round
			}
			c.decide(&f, &p)
			c.settled = append(c.settled, f.Finding)
		}
		c.faults = nil
		if !c.carryOut(p) {
			return
		}
		c.run(orphans)
	}
}

// told reports whether the orphan was reported before, and remembers it.
func (c *check) told(f *fault) bool {
	key := strings.Join([]string{f.table, strconv.Itoa(f.row.Index), f.column, f.raw}, "\x00")
	was := c.orphans[key]
	c.orphans[key] = true
	return was
}

// plan is what is to be done to rows, by table and Row.Index.
type plan struct {
	drop  map[string]map[int]bool
	blank map[string]map[int][]fault
}

// decide asks the policy about a fault and enters the answer into the plan. A
// warning is dealt with only where its code is named: "*" speaks of errors.
func (c *check) decide(f *fault, p *plan) {
	if f.Severity == finding.Note || f.row == nil || f.table == "" {
		return
	}
	policy := c.source.Policy(f.row, f.table, f.Code)
	if f.Severity == finding.Warning && policy == c.source.Policy(f.row, f.table, "") {
		return
	}
	switch {
	case policy == keepFirst && !repeats(f.Code):
		return
	case policy == keepFirst, policy == skip:
		if p.drop[f.table] == nil {
			p.drop[f.table] = map[int]bool{}
		}
		if !p.drop[f.table][f.row.Index] {
			p.drop[f.table][f.row.Index] = true
			c.leftOut = append(c.leftOut, LeftOut{f.table, f.row.Position, f.Code})
		}
	case policy == blank && c.blankable(f):
		if p.blank[f.table] == nil {
			p.blank[f.table] = map[int][]fault{}
		}
		p.blank[f.table][f.row.Index] = append(p.blank[f.table][f.row.Index], *f)
	default:
		return
	}
	f.Severity = finding.Warning
	args := map[string]string{finding.Done: policy}
	for k, v := range f.Args {
		args[k] = v
	}
	f.Args = args
}

// repeats reports whether the code speaks of a second row with the same key.
func repeats(code finding.Code) bool {
	return code == finding.IDRepeated || code == finding.RowRepeated || code == finding.ObservationRepeated
}

// blankable reports whether a fault goes away with its cell: a required cell
// must not be blank either, unless it is a list with good values beside.
func (c *check) blankable(f *fault) bool {
	spec := c.column(f.table, f.column)
	return spec != nil && f.column != "" && (f.among || !spec.Rules.Has("required"))
}
