package disclosure

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"elinde/generator/finding"
	"elinde/generator/programme"
	"elinde/generator/record"
)

// recordOf gives what a Protected publishes of some releases.
func recordOf(p *Protected, releases ...programme.ReleaseID) map[programme.ReleaseID]record.Release {
	kept := map[programme.ReleaseID]record.Release{}
	for _, r := range releases {
		kept[r] = record.Release{}
	}
	for _, o := range p.Index().Observations {
		if r := kept[o.ReleaseID]; r != nil {
			r[slotOf(&o).String()] = record.Figure{Value: o.Value.Text, Status: strings.Join(o.Status, ";")}
		}
	}
	return kept
}

// TestRecordsBind protects random exports again after they were published: nothing
// changes while nothing else did, and with other thresholds each recorded figure is
// told or withheld as it was.
func TestRecordsBind(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 5))
	bound := 0
	for range 40 {
		g := randomGrid(random)
		p, _ := g.protect(t)
		if p == nil {
			continue
		}
		both := recordOf(p, "2026-Q1", "2026-Q2")
		again, _ := g.protectAfter(t, both, k)
		if again == nil || !reflect.DeepEqual(again.Index().Observations, p.Index().Observations) || !reflect.DeepEqual(again.Withheld(), p.Withheld()) {
			t.Fatalf("%v: the record changes what it records", g)
		}
		for _, threshold := range []int{1, 3, 9} {
			after, found := g.protectAfter(t, both, threshold)
			if after == nil {
				t.Fatalf("%v: threshold %d is refused: %v", g, threshold, found)
			}
			if now := recordOf(after, "2026-Q1", "2026-Q2"); !maps.EqualFunc(now, both, maps.Equal) {
				t.Fatalf("%v: threshold %d changes what was published", g, threshold)
			}
		}

		// The first release alone is recorded, and the threshold was raised for the next:
		// what is told there again stays told.
		first := recordOf(p, "2026-Q1")
		after, _ := g.protectAfter(t, first, k+3)
		if after == nil {
			continue
		}
		bound++
		now := recordOf(after, "2026-Q1", "2026-Q2")
		if !maps.Equal(now["2026-Q1"], first["2026-Q1"]) {
			t.Fatalf("%v: the first release changes", g)
		}
		g.cells(1, func(place, sex int) {
			key := "Q." + name(gridPlaces, place, "country") + ".i._T." + name(gridSexes, sex, "_T") + "._T._T.2025-Q4"
			n := sumOf(&g.inner[1], place, sex)
			before, is := now["2026-Q1"][key], now["2026-Q2"][key]
			if wasTold := before.Value == fmt.Sprint(n); wasTold && is.Withheld() || !wasTold && n > 0 && n < k+3 && !is.Withheld() {
				t.Errorf("%v: %s is %v, after %v", g, key, is, before)
			}
		})
	}
	if bound < 10 {
		t.Errorf("only %d exports with a threshold that was raised", bound)
	}
}

// TestRecordedReleasesComeFirst adds a release of an earlier day: what is recorded
// counts as known to it, although it claims to have come before.
func TestRecordedReleasesComeFirst(t *testing.T) {
	// Both releases tell the country and its places, the earlier one more places
	// than the recorded one told.
	g := grid{}
	g.inner[0] = [3][2]int{{1, 1}, {10, 10}, {10, 11}}
	g.inner[1] = g.inner[0]
	g.has = [2][3]bool{{true}, {true}}
	told := record.Release{
		"Q.country.i._T._T._T._T.2025-Q4": {Value: "43", Status: "A"}, "Q.north.i._T._T._T._T.2025-Q4": {Status: "Q"},
		"Q.south.i._T._T._T._T.2025-Q4": {Value: "20", Status: "A"}, "Q.east.i._T._T._T._T.2025-Q4": {Status: "Q"},
	}
	free, _ := g.protect(t)
	if f := recordOf(free, "2026-Q2")["2026-Q2"]; !f["Q.south.i._T._T._T._T.2025-Q4"].Withheld() {
		t.Fatalf("the case does not show anything: %v", f)
	}
	p, found := g.protectAfter(t, map[programme.ReleaseID]record.Release{"2026-Q2": told}, k)
	if p == nil || finding.Stops(found) {
		t.Fatal(found)
	}
	for release, figures := range recordOf(p, "2026-Q1", "2026-Q2") {
		for key, f := range figures {
			if f.Value != told[key].Value {
				t.Errorf("%s: %s is %v, recorded as %v", release, key, f, told[key])
			}
		}
	}
}
