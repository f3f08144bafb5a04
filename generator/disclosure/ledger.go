package disclosure

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

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

// slotKey is a slot whose codes are numbers: there are millions of them.
type slotKey [8]uint32

// lineKey is what the slots of a line share.
type lineKey struct {
	dimension uint32
	rest      slotKey
}

type evidenceKey struct {
	indicator programme.IndicatorID
	dimension int
}

// origin says what a cell of the tables is here.
type origin struct {
	slot    int
	release programme.ReleaseID
	row     int // of observations; -1: a baseline, or a count that a rate implies
	source  bool
	margin  bool // a total that no row tells
}

// mode says how an indicator's figures tell of each other.
type mode struct {
	counted  bool // counts add up
	averaged bool // total and parts are tied by weights that anybody may know
	follows  bool // numerator and denominator tell the figure
}

func newLedger(to *programme.Tables, x *programme.Index, s config.Settings) *ledger {
	l := &ledger{dimensions: newDimensions(x, s), rows: to.Observations, country: s.Country, keep: s.Keep,
		modes: map[programme.IndicatorID]mode{}, rates: map[programme.IndicatorID][]*programme.Indicator{},
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

// setModes finds out how each indicator is protected. A figure that its source
// withheld and that no counts stand behind is an average of unknown weights.
func (l *ledger) setModes(to *programme.Tables) {
	has := map[programme.IndicatorID]bool{}
	for i := range l.rows {
		if isSecret(&l.rows[i], l.index.Indicator[l.rows[i].Indicator]) {
			l.hasSecrets[l.rows[i].Indicator] = true
		}
		has[l.rows[i].Indicator] = true
	}
	for i := range to.Indicators {
		n := &to.Indicators[i]
		l.modes[n.ID] = mode{counted: n.Kind == "count", follows: n.Kind != "count" && (has[n.NumeratorID] || has[n.DenominatorID])}
	}
	var exists map[slotKey]bool
	for i := range l.rows {
		o := &l.rows[i]
		n := l.index.Indicator[o.Indicator]
		if n == nil || n.Kind == "count" || !fromSource(o) {
			continue
		}
		if exists == nil {
			exists = l.filled()
		}
		above, below := slotOf(o), slotOf(o)
		above.indicator, below.indicator = n.NumeratorID, n.DenominatorID
		if !exists[l.keyOf(above)] && !exists[l.keyOf(below)] {
			m := l.modes[n.ID]
			m.averaged = true
			l.modes[n.ID] = m
		}
	}
}

// filled gives the slots of which there is a row.
func (l *ledger) filled() map[slotKey]bool {
	there := make(map[slotKey]bool, len(l.rows))
	for i := range l.rows {
		there[l.keyOf(slotOf(&l.rows[i]))] = true
	}
	return there
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

// setSplit finds the dimensions in which some row is a part. In the others every
// slot is a total, and no line has a second member.
func (l *ledger) setSplit() {
	isSplit := make([]bool, len(l.names))
	isSplit[byPeriod] = true // baselines come beside the rows
	for i := range l.rows {
		s := slotOf(&l.rows[i])
		for d := range l.names {
			if !isSplit[d] {
				member, _ := s.along(d)
				isSplit[d] = !l.isTop(d, member)
			}
		}
	}
	for d, yes := range isSplit {
		if yes {
			l.split = append(l.split, d)
		}
	}
}

// code gives the number of a code, never 0.
func (l *ledger) code(text string) uint32 {
	n, ok := l.codes[text]
	if !ok {
		n = uint32(len(l.codes) + 1)
		l.codes[text] = n
	}
	return n
}

func (l *ledger) keyOf(s slot) slotKey {
	return slotKey{l.code(string(s.indicator)), l.code(string(s.area)), l.code(string(s.service)), l.code(string(s.sex)),
		l.code(string(s.age)), l.code(string(s.group)), l.code(s.extra), l.code(s.period)}
}

// known gives the number of a slot that was entered before.
func (l *ledger) known(s slot) (n int, ok bool) {
	number, ok := l.number[l.keyOf(s)]
	return int(number), ok
}

// slot gives the number of a slot and puts it on its lines.
func (l *ledger) slot(s slot) int {
	k := l.keyOf(s)
	if n, ok := l.number[k]; ok {
		return int(n)
	}
	n := len(l.slots)
	l.number[k] = int32(n)
	l.slots, l.current, l.linesOf = append(l.slots, s), append(l.current, -1), append(l.linesOf, nil)
	for _, d := range l.split {
		key := lineKey{uint32(d), k}
		switch {
		case d == byPeriod:
			key.rest[7] = 0
		case d < byExtra:
			key.rest[d+1] = 0
		default:
			_, rest := s.along(d)
			key.rest[6] = l.code(rest.extra)
		}
		at, seen := l.lines[key]
		switch {
		case !seen:
			l.lines[key] = int32(^n)
			continue
		case at < 0: // the second member makes a line of it
			first := int(^at)
			on := &line{dimension: d, order: first*len(l.names) + d}
			at = int32(len(l.drawn))
			l.lines[key] = at
			l.drawn = append(l.drawn, on)
			l.join(on, first)
		}
		l.join(l.drawn[at], n)
	}
	return n
}

// join makes a slot a member of a line.
func (l *ledger) join(on *line, n int) {
	member, _ := l.slots[n].along(on.dimension)
	on.add(member, n)
	at, _ := slices.BinarySearchFunc(l.linesOf[n], on, func(a, b *line) int { return a.dimension - b.dimension })
	l.linesOf[n] = slices.Insert(l.linesOf[n], at, on)
}

// enter takes the value of a slot in a release and gives its cell: that of the
// release before where the value is the same.
func (l *ledger) enter(s slot, c suppression.Cell, from origin) int {
	n := l.slot(s)
	from.slot = n
	before := l.current[n]
	isMargin, isTold := before >= 0 && l.origins[before].margin, false
	if before >= 0 && !isMargin {
		was := l.tables.Cell(before)
		if isTold = was.State == suppression.Withheld && c.State == suppression.Published; isTold {
			// What one release withheld, the next told: the cell is another one.
		} else if was.Unknown == c.Unknown && was.Value == c.Value || c.Unknown && was.State == suppression.Withheld {
			l.tables.Guard(before, c.Threshold)
			return before
		}
	}
	c.Cost, c.Seat = l.cost(s), l.seat(s)
	cell := l.tables.Add(c)
	l.origins = append(l.origins, from)
	if before >= 0 && !isMargin && !l.origins[before].source {
		l.tables.Stay(cell, before)
	}
	l.put(n, cell)
	if (isMargin || isTold) && l.tables.Cell(before).Value == c.Value {
		// What was hidden so far is told now.
		l.tables.Relate(suppression.Relation{Terms: []suppression.Term{{Cell: cell, Coefficient: 1}, {Cell: before, Coefficient: -1}}})
	}
	return cell
}

// put makes the cell the one that counts.
func (l *ledger) put(n, cell int) {
	if _, known := l.before[n]; !known && len(l.reforms[l.slots[n].area]) > 0 {
		l.before[n] = l.current[n]
	}
	l.current[n] = cell
	for _, on := range l.linesOf[n] {
		if !on.touched {
			on.touched = true
			l.touched = append(l.touched, on)
		}
	}
}

// largest keeps sums of counts far from the end of int64.
const largest = 1_000_000_000_000

// counted gives the cell of an observation of a count.
func (l *ledger) counted(o *programme.Observation, i *programme.Indicator) suppression.Cell {
	c := suppression.Cell{Unknown: !o.Value.Set(), Value: wholeOf(o.Value)}
	if c.State = l.stateOf(o); c.State != suppression.Published && isSecret(o, i) {
		c.Threshold, c.Small = max(int64(i.Threshold.N), 1), !fromSource(o)
	}
	c.Least = l.least(c, fromSource(o), i)
	return c
}

// least gives what everybody knows of a withheld count: where zeros are published,
// and never withheld for the sake of others, it is one at least.
func (l *ledger) least(c suppression.Cell, source bool, i *programme.Indicator) int64 {
	if i.ZeroIsSafe == programme.Yes && !source && !c.Unknown && c.Value > 0 {
		return 1
	}
	return 0
}

func wholeOf(d programme.Decimal) int64 {
	text, _, _ := strings.Cut(d.Text, ".")
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		n = int64(math.Round(min(max(d.F, 0), largest)))
	}
	return min(max(n, 0), largest)
}

// average is the value that every cell of an average stands for: with weights
// unknown, what counts is how many cells of a line are hidden, not what they say.
const average = 1000

func (l *ledger) averaged(o *programme.Observation) suppression.Cell {
	c := suppression.Cell{Value: average, State: l.stateOf(o)}
	if fromSource(o) {
		c.Threshold = average
	}
	return c
}
