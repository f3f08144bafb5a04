package disclosure

import (
	"cmp"
	"slices"

	"elinde/generator/config"
	"elinde/generator/disclosure/suppression"
	"elinde/generator/programme"
	"elinde/generator/record"
)

// ledger goes through the releases in the order in which they came out and keeps
// what each made public: the cells of package suppression, what they are called
// here, and which of them counts now. A cell whose value a later release changes
// becomes another cell: the earlier figure stays known.
type ledger struct {
	dimensions
	rows    []programme.Observation
	country programme.PlaceID
	keep    []string                               // figures that must stay
	bound   map[programme.ReleaseID]record.Release // what was published of releases, by slot
	// conceded are the cells that what was published exposes already.
	conceded []suppression.Interval
	modes    map[programme.IndicatorID]mode
	usual    map[programme.IndicatorID]float64                // mean of an average with declared weights
	rates    map[programme.IndicatorID][]*programme.Indicator // by numerator and denominator

	seats seats

	tables  *suppression.Tables
	origins []origin // of the cells of tables
	codes   map[string]uint32
	number  map[slotKey]int32
	slots   []slot
	current []int       // the cell of a slot in the newest release so far, -1: none
	before  map[int]int // of slots of reformed places that the release at hand changes: the cell until then, -1: none
	reforms map[programme.PlaceID][]*reform
	cellOf  []int // the cell of a row, -1: none

	split    []int             // dimensions in which some row is a part
	lines    map[lineKey]int32 // number of the line; of one with a single member ^slot
	drawn    []*line
	linesOf  [][]*line // of a slot, those with more than one member
	touched  []*line
	evidence map[evidenceKey]*[2]int // how often a dimension added up, and did not
	related  map[string]bool
	told     map[slot]programme.Decimal // rates that are out
	baseline map[programme.IndicatorID]int
	// hasSecrets marks indicators of which something may have to be withheld.
	hasSecrets map[programme.IndicatorID]bool
}

// origin says what a cell of the tables is here.
type origin struct {
	slot    int
	release programme.ReleaseID
	row     int // of observations; -1: a baseline, or a count that a rate implies
	source  bool
	margin  bool // a total that no row tells
}

func newLedger(to *programme.Tables, x *programme.Index, s config.Settings) *ledger {
	l := &ledger{dimensions: newDimensions(x, s), rows: to.Observations, country: s.Country, keep: s.Keep,
		modes: map[programme.IndicatorID]mode{}, usual: map[programme.IndicatorID]float64{}, rates: map[programme.IndicatorID][]*programme.Indicator{},
		reforms: reformsOf(x), before: map[int]int{}, tables: suppression.New(), codes: map[string]uint32{}, number: map[slotKey]int32{}, cellOf: make([]int, len(to.Observations)),
		lines: map[lineKey]int32{}, evidence: map[evidenceKey]*[2]int{},
		related: map[string]bool{}, told: map[slot]programme.Decimal{}, baseline: map[programme.IndicatorID]int{}, hasSecrets: map[programme.IndicatorID]bool{}}
	for i := range l.cellOf {
		l.cellOf[i] = -1
	}
	for i := range to.Indicators {
		n := &to.Indicators[i]
		for _, id := range []programme.IndicatorID{n.NumeratorID, n.DenominatorID} {
			if id != "" && n.Kind != "count" {
				l.rates[id] = append(l.rates[id], n)
			}
		}
		if n.Kind != "count" {
			l.hasSecrets[n.NumeratorID] = true
		}
	}
	l.setModes(to)
	l.setSplit()
	l.seats = l.seated(s.WithholdingKey)
	return l
}

// releases gives the numbers of the rows of each release, in the order of
// publishing.
func (l *ledger) releases() [][]int {
	of := map[programme.ReleaseID][]int{}
	var order []*programme.Release
	for i := range l.rows {
		id := l.rows[i].ReleaseID
		if of[id] == nil && l.index.Release[id] != nil {
			order = append(order, l.index.Release[id])
		}
		of[id] = append(of[id], i)
	}
	slices.SortStableFunc(order, func(a, b *programme.Release) int {
		return cmp.Or(a.PublishAt.Compare(b.PublishAt.Time), cmp.Compare(a.ID, b.ID))
	})
	list := make([][]int, len(order))
	for i, r := range order {
		list[i] = of[r.ID]
	}
	return list
}
