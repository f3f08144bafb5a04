package pipeline

import (
	"cmp"
	"slices"
	"strings"

	"elinde/generator/dataset"
	"elinde/generator/disclosure"
	"elinde/generator/programme"
	"elinde/generator/table"
)

// Absent says what is known of a figure that no release which is out has. It is for
// officials only: it tells of rows that are not out yet.
type Absent struct {
	Unknown bool // there is no such indicator
	// Release holds the figure and is not out yet; nil where none does.
	Release *programme.Release
	// Nearest is the indicator, or the key, that may have been meant, "" for none.
	Nearest string
}

// Absent looks for a figure among all rows that were checked.
func (c *Checked) Absent(indicator programme.IndicatorID, key string) Absent {
	x := c.set.Index()
	if x.Indicator[indicator] == nil {
		return Absent{Unknown: true, Nearest: dataset.Nearest(string(indicator), x.Indicator)}
	}
	period := func(key string) string { return key[strings.LastIndexByte(key, '.')+1:] }
	var keys []string
	codes := map[string]bool{} // in any key of the indicator
	for i := range x.Observations {
		o := &x.Observations[i]
		if o.Indicator != indicator {
			continue
		}
		if disclosure.SameKey(disclosure.KeyOf(o), key) {
			return Absent{Release: x.Release[o.ReleaseID]}
		}
		own := o.Key()
		keys = append(keys, own)
		for _, code := range strings.Split(own, ".") {
			codes[code] = true
		}
	}
	meant := strings.Split(key, ".")
	for i, code := range meant {
		if !codes[code] {
			meant[i] = cmp.Or(placeNamed(x, code), dataset.Nearest(code, codes))
		}
	}
	shared := func(key string) (n int) {
		for _, code := range strings.Split(key, ".") {
			if slices.Contains(meant, code) {
				n++
			}
		}
		return n
	}
	if len(keys) == 0 {
		return Absent{}
	}
	return Absent{Nearest: slices.MaxFunc(keys, func(a, b string) int {
		return cmp.Or(cmp.Compare(shared(a), shared(b)), cmp.Compare(period(a), period(b)), cmp.Compare(b, a))
	})}
}

// placeNamed gives the id of the place with a name in any language, "" for none.
func placeNamed(x *programme.Index, name string) string {
	folded := table.Fold(name)
	for i := range x.Places {
		p := &x.Places[i]
		for _, other := range slices.Concat([]string(p.Name), []string(p.AlternativeNames)) {
			if other != "" && table.Fold(other) == folded {
				return string(p.ID)
			}
		}
	}
	return ""
}
