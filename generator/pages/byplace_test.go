package pages

import (
	"testing"

	"elinde/generator/programme"
)

// A service stands in each region that it serves: for all of it where it serves
// the region or the country, in its district otherwise.
func TestServicesSpreadOverRegions(t *testing.T) {
	services := []programme.Service{{ID: "country"}, {ID: "region"}, {ID: "district"}, {ID: "village"}}
	x := programme.NewIndex(&programme.Tables{
		Places: []programme.Place{{ID: "c", Level: "country"}, {ID: "r", ParentID: "c"}, {ID: "s", ParentID: "c"},
			{ID: "d", ParentID: "r"}, {ID: "v", ParentID: "d"}},
		Services: services,
		ServiceAreas: []programme.ServiceArea{{ServiceID: "country", PlaceID: "c"}, {ServiceID: "region", PlaceID: "r"},
			{ServiceID: "district", PlaceID: "d"}, {ServiceID: "village", PlaceID: "v"}},
	})
	w := &planner{Index: x, graph: newGraph(x, 0, false), order: newOrder(tinySettings().Languages[2])}
	w.settings.Country = "c"
	var list []*entry
	for i := range services {
		list = append(list, &entry{service: &services[i]})
	}
	got := w.byRegion(list)
	if len(got) != 2 || len(got[0].all) != 4 || len(got[0].whole) != 2 || len(got[0].districts["d"]) != 2 {
		t.Fatalf("the first region has %+v", got[0])
	}
	if len(got[1].all) != 1 || got[1].all[0].service.ID != "country" {
		t.Errorf("the other region has %+v", got[1])
	}
}

// Institutions come last, whom one turns to first comes first.
func TestFirstThingsFirst(t *testing.T) {
	w := &planner{Index: &programme.Index{Term: map[string]map[programme.TermID]*programme.Term{"delivery_mode": {
		"home": {Position: programme.Whole{N: 1, Set: true}}, "house": {Position: programme.Whole{N: 3, Set: true}}}}},
		listed: &listed{firstTypes: map[programme.TermID]bool{"worker": true}}}
	house := &entry{service: &programme.Service{DeliveryModes: programme.List{"house"}}}
	home := &entry{service: &programme.Service{DeliveryModes: programme.List{"house", "home"}}}
	worker := &entry{service: &programme.Service{ServiceType: "worker"}}
	list := []*entry{house, home, worker}
	for _, e := range list {
		w.listed.rank(w, e)
	}
	got := w.firstThings(list)
	if got[0] != worker || got[1] != home || got[2] != house {
		t.Errorf("the order is %v", got)
	}
}
