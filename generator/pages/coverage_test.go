package pages

import (
	"bytes"
	"slices"
	"testing"
	"testing/fstest"

	"elinde/themes"
)

// Coverage counts what can be used today, for all around that it is for.
func TestCoverageCountsWhatCanBeUsed(t *testing.T) {
	pages := planned(t, tinyPlan(t))
	v := pages["en/coverage/mary/"].Params.(coverageIn)
	at := slices.IndexFunc(v.Districts, func(d coverageLacks) bool { return d.T == "Yoloten District" })
	if at < 0 || slices.ContainsFunc(v.Districts, func(d coverageLacks) bool { return d.T == "Former District" }) {
		t.Fatalf("the districts are %+v", v.Districts)
	}
	// Older persons: day care for all of Mary, help for Yoloten alone, a sensitive
	// service of the region; the closed one does not count.
	if got := v.Matrix[0].N[at]; got != 3 {
		t.Errorf("Yoloten has %d services for older persons, want 3", got)
	}
	if rows := v.Matrix[0].Rows; len(rows) != 2 || rows[0].Name.T != "Day care" || rows[0].N[at] != 2 {
		t.Errorf("the kinds for older persons are %+v", rows)
	}
	all := pages["en/coverage/"].Params.(coveragePage)
	if len(all.Groups) != 1 || all.Groups[0].None != nil || all.Groups[0].Some != nil {
		t.Errorf("gaps are %+v", all.Groups)
	}
	if want := "Counted: 2 districts. In force on 16 November 2026."; all.Counted != want {
		t.Errorf("says %q, want %q", all.Counted, want)
	}
}

// A kind of help that one district has is missing in the other, and one that none has
// is told of the region.
func TestCoverageNamesWhatIsMissing(t *testing.T) {
	files := tinyFiles(t)
	terms, services := files["terms.csv"], files["services.csv"]
	terms.Data = append(terms.Data, "service_type,home,older,Öýde kömek,Помощь на дому,Home help,,,,4,no\nservice_type,night,older,Gijeki ideg,Ночной уход,Night care,,,,5,no\n"...)
	services.Data = bytes.Replace(services.Data, []byte("We come to you.,,,,day-care,"), []byte("We come to you.,,,,home,"), 1)
	s := tinySettings()
	plan, err := Plan(protected(t, files, s), s, themes.Elinde(), fstest.MapFS{}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	pages := planned(t, plan)
	v := pages["en/coverage/mary/"].Params.(coverageIn)
	if len(v.Nowhere) != 1 || v.Nowhere[0].T != "Night care" {
		t.Errorf("nowhere there is %+v", v.Nowhere)
	}
	lacks := map[string][]text{}
	for _, d := range v.Districts {
		lacks[d.T] = d.Kinds
	}
	if got := lacks["Sakarchage District"]; len(got) != 1 || got[0].T != "Home help" {
		t.Errorf("Sakarchage lacks %+v", got)
	}
	if got := lacks["Yoloten District"]; got != nil {
		t.Errorf("Yoloten lacks %+v", got)
	}
	all := pages["en/coverage/"].Params.(coveragePage)
	at := slices.IndexFunc(all.Kinds, func(g coverageGap) bool { return g.T == "Home help" })
	if g := all.Kinds[at]; g.None != nil || len(g.Some) != 1 || g.Some[0].Tip.T != "1 of 2" {
		t.Errorf("home help is missing in %+v", g)
	}
}
