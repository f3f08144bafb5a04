package pages

import "testing"

// An office serves nobody by standing there: its etrap does not list a service
// for another one, and where the service is listed, the way to go is told.
func TestAnOfficeElsewhereIsTold(t *testing.T) {
	pages := planned(t, tinyPlan(t))
	far := func(path string) *entry {
		for _, p := range pages[path].Params.(list).Parts {
			for _, e := range p.Entries {
				if e.Href == "en/services/far/" {
					return e
				}
			}
		}
		return nil
	}
	if far("en/places/sakar/") != nil {
		t.Error("the etrap of the office lists the service")
	}
	e := far("en/places/yoloten/")
	if e == nil || e.Office == nil || e.Office.T != "Sakarchage District" {
		t.Errorf("the etrap that is served lists %+v", e)
	}
}
