package pages

import (
	"testing"

	"elinde/generator/programme"
)

// Those for the same people come first, however near others are.
func TestSimilarServicesAreForTheSamePeople(t *testing.T) {
	service := func(id programme.ServiceID, groups ...string) programme.Service {
		return programme.Service{ID: id, ServiceType: "care", TargetGroups: groups, Status: "active"}
	}
	set := programme.Tables{
		Places: []programme.Place{{ID: "tm", Level: "country"}, {ID: "north", ParentID: "tm", Level: "welayat"},
			{ID: "near", ParentID: "north", Level: "etrap"}, {ID: "far", ParentID: "north", Level: "etrap"}},
		Terms:    []programme.Term{{Scheme: "service_type", ID: "care"}},
		Services: []programme.Service{service("asked", "older"), service("near-children", "children"), service("far-older", "older", "children")},
		ServiceAreas: []programme.ServiceArea{{ServiceID: "asked", PlaceID: "near"}, {ServiceID: "near-children", PlaceID: "near"},
			{ServiceID: "far-older", PlaceID: "far"}, {ServiceID: "far-older", PlaceID: "north"}},
	}
	g := newGraph(programme.NewIndex(&set), 0, false)
	var got []programme.ServiceID
	for _, s := range g.of["asked"].similar {
		got = append(got, s.ID)
	}
	if len(got) != 2 || got[0] != "far-older" || got[1] != "near-children" {
		t.Errorf("similar to one for older people are %v, want far-older, then near-children", got)
	}
}
