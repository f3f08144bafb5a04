package programme

import "testing"

func TestOutlineHolds(t *testing.T) {
	// A square with a hole, and an island inside the hole.
	square := func(a, b float64) [][2]float64 { return [][2]float64{{a, a}, {b, a}, {b, b}, {a, b}, {a, a}} }
	outline := Outline{{square(0, 10), square(4, 6)}, {square(4.9, 5.1)}}
	for _, c := range []struct {
		lon, lat float64
		want     bool
	}{{1, 1, true}, {4.5, 4.5, false}, {5, 5, true}, {11, 5, false}, {-1, 5, false}} {
		if got := outline.Holds(c.lon, c.lat); got != c.want {
			t.Errorf("(%v, %v): %v", c.lon, c.lat, got)
		}
	}
}

func TestIndexFollowsPlaces(t *testing.T) {
	x := NewIndex(&Tables{
		Places: []Place{{ID: "tm"}, {ID: "mary", ParentID: "tm"}, {ID: "oguzhan", ParentID: "mary"},
			{ID: "a", ParentID: "b"}, {ID: "b", ParentID: "a"}, {ID: "mary", ParentID: "oguzhan"}},
		PlaceValidity: []PlaceValidity{{PlaceID: "oguzhan", ValidTo: 20221109}, {PlaceID: "oguzhan", ValidFrom: 20250920}},
	})
	if r := x.Region("oguzhan"); r == nil || r.ID != "mary" {
		t.Errorf("the region of an etrap is %v", r)
	}
	if r := x.Region("mary"); r == nil || r.ID != "mary" {
		t.Errorf("the region of a region is %v", r)
	}
	if r := x.Region("tm"); r != nil {
		t.Errorf("the region of the country is %v", r)
	}
	if n := len(x.Within("a")); n > 8 {
		t.Errorf("a cycle of parents gives %d places", n)
	}
	for _, c := range []struct {
		span Span
		want bool
	}{{Span{20240101, 20240331}, false}, {Span{20221001, 20221231}, true}, {Span{20250701, 20250930}, true}, {Span{20221110, 20250919}, false}} {
		if got := x.InForce("oguzhan", c.span); got != c.want {
			t.Errorf("in force during %v: %v", c.span, got)
		}
	}
	if !x.InForce("mary", Span{19000101, 19000101}) {
		t.Error("a place without validity was always in force")
	}
}
