package hsds

import (
	"bytes"
	"strings"
	"testing"

	"elinde/generator/config"
	"elinde/generator/programme"
)

// TestConfidentialPlacesAreNotTold exports what disclosure control would leave of
// a shelter, and more than that: even if it left something, nothing of it may
// show, and no two services share an identifier that would say that they share
// the place.
func TestConfidentialPlacesAreNotTold(t *testing.T) {
	const secret = "SECRET"
	text := programme.Text{secret}
	rows := &programme.Tables{
		Places:    []programme.Place{{ID: "turkmenistan", Name: programme.Text{"Türkmenistan"}}, {ID: "mary", ParentID: "turkmenistan", ISO31662: "TM-M", Name: programme.Text{"Mary"}}},
		Terms:     []programme.Term{{Scheme: "accessibility", ID: "ramp", Name: programme.Text{"Pandus"}}},
		Providers: []programme.Provider{{ID: "centre", Name: programme.Text{"Merkez"}}},
		Services:  []programme.Service{{ID: "a", ProviderID: "centre", Name: programme.Text{"A"}, Status: "active"}, {ID: "b", ProviderID: "centre", Name: programme.Text{"B"}, Status: "active"}},
		Locations: []programme.Location{{ID: "confidential-1", ProviderID: "centre", PlaceID: "mary", Confidential: programme.Yes, Accessibility: programme.List{"ramp"},
			Name: text, Address: text, Directions: text, PostalCode: secret, Phone: secret, Email: secret, Latitude: programme.Decimal{Text: "37.987654", F: 37.987654}}},
		ServiceLocations: []programme.ServiceLocation{{ServiceID: "a", LocationID: "confidential-1"}, {ServiceID: "b", LocationID: "confidential-1"}},
		Schedules:        []programme.Schedule{{ServiceID: "a", LocationID: "confidential-1", Weekdays: 1, OpensAt: 541, ClosesAt: 1441}},
	}
	p := export(programme.NewIndex(rows), 20261116, config.Settings{BaseURL: "https://x.example/", UTCOffset: "+05:00", Country: "turkmenistan",
		Languages: []config.Language{{Code: "tk"}}}, said, addresses)
	for f := range p.Files("https://x.example/", "openapi.json") {
		for _, s := range []string{secret, "37.98", "confidential-1"} {
			if bytes.Contains(f.Data, []byte(s)) {
				t.Errorf("%s tells %q", f.Path, s)
			}
		}
	}
	if len(p.Rows["location"]) != 2 || len(p.Rows["address"]) != 0 || len(p.Rows["accessibility"]) != 0 || p.Rows["location"][0]["id"] == p.Rows["location"][1]["id"] {
		t.Errorf("locations are %v", p.Rows["location"])
	}
	if s := p.Rows["schedule"][0]; s["service_at_location_id"] != p.Rows["service_at_location"][0]["id"] || s["closes_at"] != "23:59:00" || s["timezone"] != "5" {
		t.Errorf("the schedule is %v", s)
	}
	for f := range p.Files("https://x.example/", "openapi.json") {
		if strings.HasPrefix(f.Path, Folder+"organizations/") && bytes.Contains(f.Data, []byte(`"locations"`)) {
			t.Errorf("%s names a location: %s", f.Path, f.Data)
		}
	}
}
