package disclosure

import (
	"slices"
	"testing"

	"elinde/generator/finding"
)

func TestKeepPatterns(t *testing.T) {
	key := slot{"i", "mary", "_T", "F", "_T", "_T", "", "2026-Q1"}.String()
	for pattern, want := range map[string]bool{
		"Q.mary.i._T.F._T._T.2026-Q1": true,
		"Q.mary.i._Z.F._Z._T.2026-Q1": true,
		"*.mary.*":                    true,
		"*":                           true,
		"Q.mary.i._T.M._T._T.2026-Q1": false,
		"Q.mary":                      false,
		"*.*.i.*.*.*.*.2026-Q1":       true,
		"*.*.i.*.*.*.*.2026-Q1.x":     false,
	} {
		if got := matches(pattern, key); got != want {
			t.Errorf("%s: %v", pattern, got)
		}
	}
}

// TestWhatMustStay: the part that would hide another stays where config.toml says so.
func TestWhatMustStay(t *testing.T) {
	g := grid{inner: [2][3][2]int{{{30, 30}, {1, 1}, {5, 5}}, {{30, 30}, {1, 1}, {5, 5}}}, has: [2][3]bool{{true}, {true}}}
	for _, c := range []struct {
		keep   []string
		hidden string
	}{{nil, "east"}, {[]string{"*.east.*"}, "north"}} {
		p, found := g.protect(t, c.keep...)
		if p == nil {
			t.Fatal(found)
		}
		w, state := p.Explain("Q." + c.hidden + ".i._T._T._T._T.2025-Q4")
		if state != Secret || w.Reason != Hides || w.For != "Q.south.i._T._T._T._T.2025-Q4" {
			t.Errorf("keep %v: %+v", c.keep, w)
		}
	}
	if p, _ := g.protect(t, "*"); p != nil {
		t.Error("everything must stay, and yet there is no refusal")
	}
}

// TestKeyMissing: figures that hide others are withheld in an order that anybody can work
// out where there is no key; where none hides another it needs none.
func TestKeyMissing(t *testing.T) {
	for _, c := range []struct {
		key          string
		small, warns bool
	}{{"-", true, true}, {testKey, true, false}, {"-", false, false}} {
		g := grid{inner: [2][3][2]int{{{30, 30}, {30, 30}, {5, 5}}, {{30, 30}, {30, 30}, {5, 5}}}, has: [2][3]bool{{true}, {true}}, key: c.key}
		if c.small {
			g.inner[0][1], g.inner[1][1] = [2]int{1, 1}, [2]int{1, 1}
		}
		_, found := g.protect(t)
		if got := slices.ContainsFunc(found, func(f finding.Finding) bool { return f.Code == finding.WithholdingKeyMissing }); got != c.warns {
			t.Errorf("%+v: %v", c, found)
		}
	}
}
