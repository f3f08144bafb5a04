package dataset

import (
	"cmp"
	"slices"
	"sync"

	"elinde/generator/programme"
)

// history is the observations of one cell in all periods and releases, by the
// order of the releases, then by period. Observations of releases that no table
// has are in none.
type history []point

// histories are found once for all families that compare observations with each
// other: two million of them have few enough lines.
type histories struct {
	once  sync.Once
	lines []history
}

// lineKey is the key of a cell without its period.
type lineKey [8]uint32

// lines gives the histories in the order in which they begin in the table.
func (c *check) lines() []history {
	c.histories.once.Do(func() {
		numbers := numbering{}
		of := map[lineKey]int{}
		order := c.releaseOrder()
		for i := range c.tables.Observations {
			o := &c.tables.Observations[i]
			at, ok := order[o.ReleaseID]
			if !ok {
				continue
			}
			k := numbers.line(o)
			n, known := of[k]
			if !known {
				n = len(c.histories.lines)
				of[k] = n
				c.histories.lines = append(c.histories.lines, nil)
			}
			c.histories.lines[n] = append(c.histories.lines[n], point{o, at})
		}
		for _, h := range c.histories.lines {
			slices.SortStableFunc(h, func(a, b point) int {
				return cmp.Or(a.release-b.release, cmp.Compare(a.TimePeriod, b.TimePeriod))
			})
		}
	})
	return c.histories.lines
}

func (n numbering) line(o *programme.Observation) lineKey {
	k := lineKey{n.of(o.Freq), n.of(string(o.RefArea)), n.of(string(o.Indicator)), n.of(string(o.ServiceType)),
		n.of(string(o.Sex)), n.of(string(o.Age)), n.of(string(o.TargetGroup))}
	if len(o.Extra) > 0 {
		rest := ""
		for _, e := range o.Extra {
			rest += string(e) + "\x00"
		}
		k[7] = n.of(rest)
	}
	return k
}

// newest gives of each period the observation that counts now, in the order of
// periods: that of the newest release that is out.
func (c *check) newest(h history) []point {
	var list []point
	for _, p := range slices.Backward(h) {
		if release := c.index.Release[p.ReleaseID]; release == nil || !c.out(release) {
			continue
		}
		at, found := slices.BinarySearchFunc(list, p, func(a, b point) int { return cmp.Compare(a.TimePeriod, b.TimePeriod) })
		if !found {
			list = slices.Insert(list, at, p)
		}
	}
	return list
}
