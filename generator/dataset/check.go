package dataset

import (
	"runtime"
	"sync"

	"elinde/generator/config"
	"elinde/generator/finding"
	"elinde/generator/programme"
	"elinde/generator/table"
)

// Check runs every family of checks. The Dataset holds the rows that no policy
// of config.toml left out, also where findings are errors: whoever goes on after
// an error does so at their own risk. Findings are sorted.
func Check(r *table.Records, s config.Settings) (*Dataset, []finding.Finding) {
	return newCheck(r, r.Tables, s).all()
}

// all runs the families: cells and keys first, because what they leave out the
// others should not stumble over.
func (c *check) all() (*Dataset, []finding.Finding) {
	c.run(append(c.cellFamilies(), identities, retirements)...)
	c.settle()
	c.run(cycles, placeTree, placesInForce, coordinates, contacts, schedules, statuses, closures, staleness,
		translations, scripts, giveaways, observations, series, gaps, continuity, units, rates, reforms, releases, facts, persons, eligibilityRows)
	c.settle()
	c.run(eligibilityProof)
	c.settle()
	more := append(append(c.missing(), c.copied()...), c.foreign()...)
	list := append(c.settled, more...)
	list = append(list, c.summary()...)
	finding.Sort(list)
	return &Dataset{c.index, c.leftOut}, list
}

// source is what the checks want of table.Records besides the rows: raw cells
// with their headers, and what to do about faults.
type source interface {
	Cell(r *programme.Row, table, column string) (value, header string)
	Policy(r *programme.Row, table string, code finding.Code) string
	Outline(file string) (table.Outline, bool)
	Outlines() []string
}

// check is the state of one run. Families read it concurrently; only settle
// changes it.
type check struct {
	source   source
	settings config.Settings
	today    programme.Date
	tables   programme.Tables // slices are replaced when rows leave, never written to
	index    *programme.Index
	ids      map[string]map[string]*programme.Row // of each table with a column id
	schemas  map[string]*programme.Schema
	secret   map[int]bool // Row.Index of confidential locations

	histories *histories

	faults  []fault // of the last run
	settled []finding.Finding
	leftOut []LeftOut
	gone    map[string]map[string]bool // ids of rows left out, by table
	orphans map[string]bool            // references to them that were reported
}

func newCheck(src source, t programme.Tables, s config.Settings) *check {
	c := &check{source: src, settings: s, today: s.Today(), tables: t,
		schemas: map[string]*programme.Schema{}, gone: map[string]map[string]bool{}, orphans: map[string]bool{}}
	all := programme.Schemas()
	for i := range all {
		c.schemas[all[i].Table] = &all[i]
	}
	c.look()
	return c
}

// look makes the index and the sets of ids anew.
func (c *check) look() {
	c.index = programme.NewIndex(&c.tables)
	c.histories = new(histories)
	c.ids = map[string]map[string]*programme.Row{}
	for name, schema := range c.schemas {
		if column := schema.Column("id"); column != nil && name != "terms" && name != "question_options" {
			ids := map[string]*programme.Row{}
			rows := c.rows(schema)
			for i := range rows.Len() {
				row := rows.Index(i)
				id := row.FieldByIndex(column.Index).String()
				if _, twice := ids[id]; !twice {
					ids[id] = rowOf(row)
				}
			}
			c.ids[name] = ids
		}
	}
	c.secret = map[int]bool{}
	for i := range c.tables.Locations {
		// A cell that is neither yes nor no is a fault; until it is mended the
		// place is taken for confidential.
		if l := &c.tables.Locations[i]; l.Confidential != programme.No {
			c.secret[l.Index] = true
		}
	}
}

// family looks at one side of the rows and reports faults.
type family func(*report)

// run lets the families work at the same time and keeps what they report, in
// the order of the families.
func (c *check) run(families ...family) {
	reports := make([]*report, len(families))
	var wait sync.WaitGroup
	room := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i, f := range families {
		reports[i] = &report{check: c}
		wait.Add(1)
		go func() {
			defer wait.Done()
			room <- struct{}{}
			f(reports[i])
			<-room
		}()
	}
	wait.Wait()
	for _, r := range reports {
		c.faults = append(c.faults, r.faults...)
	}
}
