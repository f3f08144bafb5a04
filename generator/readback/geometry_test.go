package readback

import (
	"slices"
	"strings"
	"testing"
)

// Ahal has 27 women and 12 men; Mary's are withheld.
const bars = `<figure><svg class="bars" data-high="27"><title>By sex</title>
<text x="0">Ahal, women</text><text class="v">27</text><rect class="f" data-key="Q.ahal.served._T.F._T._T.2026-Q1" data-value="27" y="1em" width="100%" height=".8em"/>
<text x="0">Ahal, men</text><text class="v">12</text><rect class="f" data-key="Q.ahal.served._T.M._T._T.2026-Q1" data-value="12" y="3em" width="44.44%" height=".8em"/>
<text x="0">Mary, women</text><text class="v">[c]</text><rect class="c" data-key="Q.mary.served._T.F._T._T.2026-Q1" y="5em" width="100%" height=".8em"/></svg></figure>`

// The country's total over two periods, and a withheld one.
const line = `<svg class="line" data-low="1250" data-high="1275"><text class="y" y="15.5em">1,250</text><text class="y" y="1.5em">1,275</text>
<svg y="1.5em" viewBox="0 0 6 1000"><path class="g" d="M0 1000H6M0 0H6"/><path class="s s0" d="M1 1000L3 160"/></svg>
<g class="s s0"><circle class="f" data-key="Q.tm.served._T._T._T._T.2025-Q4" cx="16.67%" cy="15.5em"><title>Q4 2025: 1,250 people</title></circle>
<circle class="f" data-key="Q.tm.served._T._T._T._T.2026-Q1" cx="50%" cy="3.74em"><title>Q1 2026: 1,271 people</title></circle></g>
<rect class="c" data-key="Q.mary.served._T.F._T._T.2026-Q1" x="66.67%" width="33.33%" y="1.5em" height="14em"><title>withheld</title></rect></svg>`

const regions = `<svg viewBox="0 0 10 10"><g class="a0" data-key="Q.ahal.served._T.M._T._T.2026-Q1" data-value="12"><path d="M0 0L5 5Z"/><text>12</text></g>
<g class="a3" data-key="Q.ahal.served._T.F._T._T.2026-Q1" data-value="27"><path d="M5 5L9 9Z"/><text>27</text></g>
<g class="ac" data-key="Q.mary.served._T.F._T._T.2026-Q1"><path d="M1 9L2 3Z"/><text>[c]</text></g></svg>`

const tiles = `<figure class="tilemap"><ul class="tiles"><li class="a0" data-key="Q.ahal.served._T.M._T._T.2026-Q1">Ahal <b>12</b></li>
<li class="a3" data-key="Q.ahal.served._T.F._T._T.2026-Q1">Women <b>27</b></li><li class="ac" data-key="Q.mary.served._T.F._T._T.2026-Q1">Mary <b>[c]</b></li>
<li class="ax">Lebap <b>[x]</b></li></ul></figure>`

const spark = `<ul><li>Turkmenistan 1,271 <svg class="spark" data-key="Q.tm.served._T._T._T._T" data-from="2025-Q4" data-low="1250" data-high="1275">
<svg viewBox="0 0 1 100"><path data-at="0" d="M0 100L1 16"/></svg><circle class="f" cx="100%" cy="16%"/></svg></li></ul>`

// TestDrawings: a drawing tells its figures and nothing of others, in marks, axes,
// paths, shades and words.
func TestDrawings(t *testing.T) {
	for _, c := range []struct{ name, drawing, old, new, code string }{
		{"bars", bars, "", "", ""},
		{"a bar of a withheld figure", bars, `y="5em" width="100%"`, `y="5em" width="11.11%"`, Drawn},
		{"the value of a withheld bar", bars, `2026-Q1" y="5em"`, `2026-Q1" data-value="3" y="5em"`, Withheld},
		{"a bar of another length", bars, `width="44.44%"`, `width="45%"`, Drawn},
		{"an axis that a withheld bar stretches", bars, `data-high="27"`, `data-high="31"`, Drawn},
		{"a word at a bar", bars, `>[c]</text>`, `>3</text>`, Foreign},
		{"a bar without a key", bars, `</svg></figure>`, `<rect width="11.11%"/></svg></figure>`, Drawn},
		{"the key of another bar", bars, `Q.ahal.served._T.M`, `Q.ahal.served._T.F`, Differs},
		{"line", line, "", "", ""},
		{"a mark elsewhere", line, `cy="3.74em"`, `cy="3.9em"`, Drawn},
		{"a withheld mark at its value", line, `y="1.5em" height="14em"`, `y="9.1em" height="6.4em"`, Drawn},
		{"an axis end", line, `data-high="1275"`, `data-high="1400"`, Drawn},
		{"a number at the axis", line, `>1,275<`, `>1,310<`, Drawn},
		{"a path through a withheld period", line, `L3 160"`, `L3 160L5 410"`, Drawn},
		{"a mark without a key", line, `<rect class="c"`, `<circle cx="83.33%" cy="9em"/><rect class="c"`, Drawn},
		{"a tooltip", line, `<title>withheld`, `<title>3`, Withheld},
		{"map", regions, "", "", ""},
		{"a shade of a withheld place", regions, `class="ac"`, `class="a1"`, Drawn},
		{"another shade", regions, `class="a3"`, `class="a2"`, Drawn},
		{"a number on the map", regions, `>[c]<`, `>3<`, Withheld},
		{"a total under the map", regions, `</svg>`, `<text>Total: 61</text></svg>`, Foreign},
		{"tiles", tiles, "", "", ""},
		{"a tile of a withheld place", tiles, `class="ac"`, `class="a0"`, Drawn},
		{"a tile of no figure", tiles, `class="ax"`, `class="a0"`, Drawn},
		{"a tile of another shade", tiles, `class="a3"`, `class="a2"`, Drawn},
		{"a withheld tile as zero", tiles, `class="ac"`, `class="ac zero"`, Drawn},
		{"a number on a tile", tiles, `[c]`, `3`, Withheld},
		{"spark", spark, "", "", ""},
		{"another path", spark, `L1 16`, `L1 20`, Drawn},
		{"a point more", spark, `<path data-at="0" d="M0 100L1 16"/></svg>`, `<path data-at="0" d="M0 100L1 16L2 40"/></svg>`, Drawn},
		{"another scale", spark, `data-high="1275"`, `data-high="1290"`, Drawn},
		{"a drawing without marks", `<svg><rect/><rect/><rect/><rect/><rect/></svg>`, "", "", Drawn},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := c.drawing
			if c.old != "" {
				if !strings.Contains(text, c.old) {
					t.Fatalf("no %s", c.old)
				}
				text = strings.Replace(text, c.old, c.new, 1)
			}
			found := New(source).Tree(inOrder(map[string]string{onPage: page(text)}))
			if c.code == "" && len(found) > 0 || c.code != "" && !slices.ContainsFunc(found, func(f Fault) bool { return f.Code == c.code }) {
				t.Errorf("want %q, got %+v", c.code, found)
			}
		})
	}
}

// TestEnds: the ends of scales are round, whatever the values.
func TestEnds(t *testing.T) {
	for _, c := range []struct {
		values    []float64
		low, high float64
	}{
		{[]float64{120, 333}, 0, 400},
		{[]float64{1250, 1271}, 1250, 1275},
		{[]float64{0}, 0, 1},
		{[]float64{7}, 0, 8},
		{nil, 0, 1},
		{[]float64{1147, 1630}, 1000, 1800},
	} {
		if low, high := ends(c.values); !same(low, c.low) || !same(high, c.high) {
			t.Errorf("%v: %v to %v", c.values, low, high)
		}
	}
}
