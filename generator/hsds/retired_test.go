package hsds

import (
	"encoding/json"
	"strings"
	"testing"

	"elinde/generator/config"
	"elinde/generator/programme"
)

// TestRetiredObjectsAnswer asks for the object of an id of each table that was
// retired: it says when it went and what took its place, and stands in no list.
func TestRetiredObjectsAnswer(t *testing.T) {
	var tables programme.Tables
	tables.Places = []programme.Place{{ID: "mary", Name: programme.Text{"Mary"}}}
	tables.Terms = []programme.Term{{Scheme: "need", ID: "alone", Name: programme.Text{"Alone"}}}
	tables.Providers = []programme.Provider{{ID: "centre", Name: programme.Text{"Centre"}}}
	tables.Services = []programme.Service{{ID: "help", ProviderID: "centre", Status: "active", Name: programme.Text{"Help"}}}
	day := programme.Date(20260101)
	tables.Retired = []programme.Retired{
		{Table: "services", ID: "old", SuccessorID: "help", Date: day}, {Table: "providers", ID: "old", SuccessorID: "centre", Date: day},
		{Table: "places", ID: "merw", SuccessorID: "mary", Date: day}, {Table: "terms", Scheme: "need", ID: "lonely", SuccessorID: "alone", Date: day},
		{Table: "services", ID: "older", Date: day}, {Table: "indicators", ID: "old", Date: day}, {Table: "services", ID: "help", Date: day},
	}
	s := config.Settings{BaseURL: "https://x.example/", UTCOffset: "+05:00", Languages: []config.Language{{Code: "en"}}}
	ids, files, lists := NewIdentifiers(s.BaseURL), map[string][]byte{}, ""
	for f := range export(programme.NewIndex(&tables), day, s, said, addresses).Files(s.BaseURL, "") {
		files[f.Path] = f.Data
		if strings.Count(f.Path, "/") == 1 {
			lists += string(f.Data)
		}
	}
	for _, c := range []struct{ path, id, next string }{
		{"services", ids.Of("service", "old"), ids.Of("service", "help")}, {"organizations", ids.Of("organization", "old"), ids.Of("organization", "centre")},
		{"taxonomy_terms", ids.Of("taxonomy_term", "place", "merw"), ids.Of("taxonomy_term", "place", "mary")},
		{"taxonomy_terms", ids.Of("taxonomy_term", "need", "lonely"), ids.Of("taxonomy_term", "need", "alone")},
		{"services", ids.Of("service", "older"), "none"},
	} {
		var o struct {
			ID, Status string
			Metadata   []struct {
				Date string `json:"last_action_date"`
				Type string `json:"last_action_type"`
				Next string `json:"replacement_value"`
			}
		}
		if err := json.Unmarshal(files[Folder+c.path+"/"+c.id+".json"], &o); err != nil {
			t.Errorf("%s %s: %v", c.path, c.id, err)
			continue
		}
		if o.ID != c.id || len(o.Metadata) != 1 || o.Metadata[0].Date != "2026-01-01" || o.Metadata[0].Type != "delete" || o.Metadata[0].Next != c.next {
			t.Errorf("%s is %+v, want %s", c.path, o, c.next)
		}
		if c.path == "services" && o.Status != "defunct" || strings.Contains(lists, c.id) {
			t.Errorf("%s %s has the status %q, or is listed", c.path, c.id, o.Status)
		}
	}
	if data := string(files[Folder+"services/"+ids.Of("service", "help")+".json"]); strings.Contains(data, "delete") {
		t.Errorf("a service that lives is retired: %s", data)
	}
}
