package disclosure

import (
	"strconv"

	"elinde/generator/programme"
)

func count(n int) string { return strconv.Itoa(n) }

// isSecret reports whether the cell itself must be withheld: its source says so,
// or it counts fewer people than the indicator's threshold. A zero is as telling
// as a small count unless the indicator says otherwise.
func isSecret(o *programme.Observation, i *programme.Indicator) bool {
	return fromSource(o) || i != nil && i.Kind == "count" && o.Value.Set() && isSmall(o.Value.F, i)
}

// fromSource reports whether the source withheld the cell.
func fromSource(o *programme.Observation) bool { return o.ConfStatus != "F" || o.Status.Has("Q") }

// isSmall reports whether a count of the indicator is too small to be told.
func isSmall(n float64, i *programme.Indicator) bool {
	return n < float64(i.Threshold.N) && (n != 0 || i.ZeroIsSafe != programme.Yes)
}

// isMissing reports whether the cell has no value and nothing is hidden by that:
// its status says why.
func isMissing(o *programme.Observation) bool { return !o.Value.Set() && !fromSource(o) }
