package disclosure

import (
	"math"
	"strconv"
	"strings"

	"elinde/generator/disclosure/suppression"
	"elinde/generator/programme"
)

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
