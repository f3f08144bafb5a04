package pages

import (
	"testing"

	"elinde/generator/programme"
)

// What a sensitive service is and says stands only on pages with the way out.
func TestSensitiveServicesAreNeutralElsewhere(t *testing.T) {
	open, guarded := 0, 0
	check := func(path string, exit bool, entries []*entry) {
		for _, e := range entries {
			if e.service.Sensitive != programme.Yes {
				continue
			}
			for _, name := range e.service.Name {
				if e.Name.T == name {
					t.Errorf("%s names it: %q", path, name)
				}
			}
			if exit {
				if guarded++; e.Official == nil {
					t.Errorf("%s does not say what %q is", path, e.Name.T)
				}
				continue
			}
			open++
			if own, _ := e.service.Summary.In(0); e.Name.T == "" || e.Official != nil || own != "" && e.Summary.T == own || e.Provider.T != "" || e.service.Phone != "" && e.Phone == e.service.Phone {
				t.Errorf("%s: name %q, summary %q, provider %q, telephone %q", path, e.Name.T, e.Summary.T, e.Provider.T, e.Phone)
			}
		}
	}
	lists := func(path string, v list) {
		for _, p := range v.Parts {
			check(path, v.Exit, p.Entries)
		}
	}
	for path, page := range planned(t, tinyPlan(t)) {
		switch v := page.Params.(type) {
		case list:
			lists(path, v)
		case provider:
			lists(path, v.list)
		case *service:
			check(path, v.Exit, v.Similar)
		}
	}
	if open == 0 || guarded == 0 {
		t.Errorf("%d entries without the way out, %d with it: both were to be looked at", open, guarded)
	}
}
