package readback

import (
	"fmt"
	"math/big"
	"strings"
)

// summed is the frequency in the key of a figure that no release tells: the quarters
// of a year, up to that of the key, added up.
const summed = "S"

// isSumOf turns the key of a row that names the quarters it sums into that of the sum;
// false where they are not those of one year from its first, or where the row calls
// its time otherwise: a year, or "2026-01-01/P9M".
func (k key) isSumOf(list string) bool {
	quarters, year := strings.Split(list, ";"), list[:min(4, len(list))]
	for i, q := range quarters {
		if q != fmt.Sprintf("%s-Q%d", year, i+1) {
			return false
		}
	}
	span := fmt.Sprintf("%s-01-01/P%dM", year, 3*len(quarters))
	if len(quarters) == 4 {
		span = year
	}
	if len(quarters) > 4 || k.period() != span {
		return false
	}
	k[0], k[len(k)-1] = summed, quarters[len(quarters)-1]
	return true
}

// sum adds up what was audited of the quarters. It is withheld where one of them is, and has
// no value where one has none.
func (a *Audit) sum(k key) (*audited, bool) {
	n, period := a.indicators[k.indicator()], k.period()
	if n == nil || !n.Sums || len(period) != 7 {
		return nil, false
	}
	q := append(key{"Q"}, k[1:]...)
	sum, digits := new(big.Rat), 0
	var missing, withheld bool
	for steps := range int(period[6] - '0') {
		q[len(q)-1] = earlier(period, steps)
		at, ok := a.current[a.hash(q, "")]
		if !ok {
			missing = true
			continue
		}
		cell := a.cells[at]
		withheld = withheld || cell.withheld
		v, ok := new(big.Rat).SetString(cell.value)
		if missing = missing || !ok; ok {
			sum.Add(sum, v)
			digits = max(digits, fraction(cell.value))
		}
	}
	if withheld || missing {
		return &audited{withheld: withheld}, true
	}
	return &audited{value: sum.FloatString(digits)}, true
}
