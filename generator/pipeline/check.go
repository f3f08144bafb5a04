// Package pipeline holds the stages in their order: read, check, protect, plan,
// build. Nothing else knows the order. In come settings, out come findings and
// what was done; an error is returned only where reading or writing fails.
package pipeline

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"elinde/generator/config"
	"elinde/generator/dataset"
	"elinde/generator/disclosure"
	"elinde/generator/finding"
	"elinde/generator/record"
	"elinde/generator/table"
)

// Stage is a step that takes time.
type Stage string

// Stages in their order.
const (
	Read    Stage = "read"
	Check   Stage = "check"
	Protect Stage = "protect"
	Plan    Stage = "plan"
	Search  Stage = "search"
	Site    Stage = "site"
)

// Progress is told how far a stage is; total 0: not known. It is called from one
// goroutine at a time.
type Progress func(stage Stage, done, total int)

// Checked is what reading and checking gave.
type Checked struct {
	Findings []finding.Finding
	Counts   []table.Count
	// Protected is nil where findings stop the build.
	Protected *disclosure.Protected
	// Withheld is the report on withheld figures, for officials; a build that is
	// refused for one has it too.
	Withheld []disclosure.WithheldCell

	kept      *record.Kept
	records   *table.Records
	set       *dataset.Dataset
	forbidden withheld
	// inputs is a fingerprint of all that the plan is made from but services.
	inputs []byte
}

// Examine reads, checks and protects the data that s names. found are findings
// of config.toml.
func Examine(ctx context.Context, s config.Settings, found []finding.Finding, progress Progress) (*Checked, error) {
	return examine(ctx, &s, found, progress, func(*table.Records) error { return nil })
}

// examine lets whoever wants another time for the checks set it once the rows are
// read.
func examine(ctx context.Context, at *config.Settings, found []finding.Finding, progress Progress, read func(*table.Records) error) (*Checked, error) {
	s := *at
	progress(Read, 0, 0)
	records, list, err := table.Read(table.Open(s), s)
	if err != nil {
		return nil, fmt.Errorf("cannot read the data: %w", err)
	}
	found = append(found, list...)
	found = append(found, dataset.Screen(list)...)
	if err := read(records); err != nil {
		return nil, err
	}
	s = *at
	if err := ctx.Err(); err != nil {
		return nil, err
	}

	progress(Check, 0, 0)
	set, list := dataset.Check(records, s)
	found = append(found, list...)
	kept, list, err := recordsOf(s)
	if err != nil {
		return nil, err
	}
	found = append(found, list...)
	checked := &Checked{Counts: countsOf(records, set), kept: kept, records: records, set: set}
	if !finding.Stops(found) {
		progress(Protect, 0, 0)
		checked.Protected, checked.Withheld, list = disclosure.ProtectAndReport(set, s, kept.Releases)
		found = append(found, list...)
		if checked.Protected != nil {
			checked.forbidden = secretsOf(checked.Protected, set)
			checked.inputs = inputsOf(records, kept, checked.Protected, s)
		}
	}
	finding.Sort(found)
	records.Number(found)
	finding.Trace(found, records.Files())
	checked.Findings = found
	return checked, ctx.Err()
}

// countsOf completes the counts of reading by the rows that checking left out.
func countsOf(records *table.Records, set *dataset.Dataset) []table.Count {
	counts := slices.Clone(records.Counts())
	for _, l := range set.LeftOut() {
		for i := range counts {
			c := &counts[i]
			if c.File != l.At.File || c.Table != l.Table {
				continue
			}
			c.Kept--
			c.LeftOut = maps.Clone(c.LeftOut)
			if c.LeftOut == nil {
				c.LeftOut = map[string]int{}
			}
			c.LeftOut[string(l.Code)]++
			break
		}
	}
	return counts
}
