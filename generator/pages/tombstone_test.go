package pages

import (
	"testing"
	"testing/fstest"

	"elinde/generator/programme"
	"elinde/themes"
)

// TestWhatIsRetiredAnswers retires an id of every table and asks for each of its
// former addresses, in each language: a page that leads to the successor. What was
// sensitive answers where it was, at an address that says nothing.
func TestWhatIsRetiredAnswers(t *testing.T) {
	s := tinySettings()
	plan, err := Plan(protected(t, fstest.MapFS{
		"places.csv":     {Data: []byte("id,parent_id,level,name_tk,name_ru,name_en\ntm,,country,a,b,c\n")},
		"providers.csv":  {Data: []byte("id,kind,name_tk,name_ru,name_en\norg,state,a,b,c\n")},
		"services.csv":   {Data: []byte("id,provider_id,name_tk,name_ru,name_en,status\nhelp,org,a,b,c,active\n")},
		"terms.csv":      {Data: []byte("scheme,id,name_tk,name_ru,name_en,sensitive\nneed,alone,a,b,c,no\nneed,beaten,a,b,c,yes\ntheme,quiet,a,b,c,yes\nunit,person,a,b,c,no\n")},
		"indicators.csv": {Data: []byte("id,theme,kind,name_tk,name_ru,name_en,unit\nnew,quiet,count,a,b,c,person\n")},
		"retired.csv": {Data: []byte("table,scheme,id,successor_id,date\nplaces,,old,tm,2026-01-01\nproviders,,old,org,2026-01-01\nservices,,old,help,2026-01-01\n" +
			"indicators,,old,new,2026-01-01\nterms,need,old,alone,2026-01-01\nterms,need,hit,beaten,2026-01-01\nterms,unit,old,person,2026-01-01\nterms,target_group,all,,2026-01-01\n")},
	}, s), s, themes.Elinde(), nil, Options{})
	if err != nil {
		t.Fatal(err)
	}
	pages := planned(t, plan)
	sensitiveTerm := func(id programme.TermID) string {
		return termPath(&programme.Term{Scheme: "need", ID: id, Sensitive: programme.Yes})
	}
	oldFigure, newFigure := IndicatorPath(&programme.Indicator{ID: "old"}, true), IndicatorPath(&programme.Indicator{ID: "new"}, true)
	want := map[string]string{
		"places/old/": "places/tm/", "compare/old/": "places/tm/", "providers/old/": "providers/org/", "services/old/": "services/help/",
		"needs/old/": "needs/alone/", sensitiveTerm("hit"): sensitiveTerm("beaten"), "groups/all/": "",
		oldFigure: newFigure, splitPath(oldFigure): newFigure, placesPath(oldFigure): newFigure, "needs/hit/": sensitiveTerm("beaten"),
		"statistics/old/": newFigure, "statistics/old/by/": newFigure, "statistics/old/places/": newFigure,
	}
	for path, next := range want {
		for _, language := range s.Codes() {
			p, ok := pages[language+"/"+path]
			if !ok || p.Layout != "gone" || !p.NoIndex {
				t.Errorf("%s/%s does not answer: %+v", language, path, p)
				continue
			}
			if v := p.Params.(tombstone); next == "" && v.Next != nil || next != "" && (v.Next == nil || v.Next.Href != language+"/"+next) {
				t.Errorf("%s/%s leads to %+v, want %s", language, path, v.Next, next)
			}
		}
	}
	tombstones := 0
	for _, p := range pages {
		if p.Layout == "gone" {
			tombstones++
		}
	}
	if tombstones != len(want)*len(s.Codes()) {
		t.Errorf("%d tombstones, want %d: terms of a vocabulary without pages have none", tombstones, len(want)*len(s.Codes()))
	}
}
