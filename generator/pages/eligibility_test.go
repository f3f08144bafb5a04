package pages

import (
	"bytes"
	"encoding/json"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"elinde/generator/dataset"
	"elinde/generator/disclosure"
	"elinde/generator/eligibility"
	"elinde/generator/table"
	"elinde/site"
	"elinde/themes"
)

// withRules is the small country with rules for two of its services' types.
func withRules(t *testing.T) (*planner, site.Plan) {
	t.Helper()
	files := fstest.MapFS{}
	for _, name := range []string{"testdata/tiny.txtar", "testdata/rules.txtar"} {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			files[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	s := tinySettings()
	records, _, err := table.Read(files, s)
	if err != nil {
		t.Fatal(err)
	}
	set, _ := dataset.Check(records, s)
	p, _ := disclosure.Protect(set, s)
	w, err := newPlanner(p, s, themes.Elinde(), newGraph(p.Index(), p.Today(), false), newStatistics(p, s, nil), nil, 2)
	if err != nil {
		t.Fatal(err)
	}
	plan, err := Plan(p, s, themes.Elinde(), nil, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return w, plan
}

// Whoever marks the sheet of a service by its words and reads the marks as it says
// has the checker's outcome, for all answers there are, unknown ones included.
func TestMarksOnPaperGiveTheSameOutcome(t *testing.T) {
	w, _ := withRules(t)
	s := w.Service["day-care"]
	v, set := w.fitOf(s), w.rules.SetOf(s)
	if v == nil || len(v.Require) != 2 || len(v.Require[0]) != 2 || len(v.Exclude) != 1 || len(v.Review) != 1 {
		t.Fatalf("the sheet is %+v", v)
	}
	seen := map[eligibility.Outcome]int{}
	w.rules.Each(set, w.today, true, func(a eligibility.Answers) bool {
		r := w.rules.Evaluate(set, a, w.today)
		marks := map[string]eligibility.Truth{}
		for _, reason := range r.Reasons {
			marks[w.text(reason.Rule.Met).T] = reason.Truth
		}
		seen[r.Outcome]++
		if got := read(v, marks); got != r.Outcome {
			t.Errorf("%v: paper says %s, the checker %s", marks, got, r.Outcome)
		}
		return !t.Failed()
	})
	if len(seen) != 3 {
		t.Errorf("outcomes are %v", seen)
	}
}

// read does what the messages eligibility_count_… say.
func read(v *fit, marks map[string]eligibility.Truth) eligibility.Outcome {
	all := func(lines []fitLine, mark eligibility.Truth) bool {
		return !slices.ContainsFunc(lines, func(l fitLine) bool { return marks[l.T] != mark })
	}
	some := func(lines []fitLine, mark eligibility.Truth) bool {
		return slices.ContainsFunc(lines, func(l fitLine) bool { return marks[l.T] == mark })
	}
	whole := slices.ContainsFunc(v.Require, func(g []fitLine) bool { return all(g, eligibility.Yes) })
	without := slices.ContainsFunc(v.Require, func(g []fitLine) bool { return !some(g, eligibility.No) })
	switch {
	case whole && all(v.Exclude, eligibility.No) && all(v.Review, eligibility.No):
		return eligibility.Likely
	case some(v.Exclude, eligibility.Yes) || !without:
		return eligibility.Not
	}
	return eligibility.CannotTell
}

func TestTheCheckerIsPlanned(t *testing.T) {
	_, plan := withRules(t)
	linksHold(t, plan)
	pages := planned(t, plan)
	v, ok := pages["ru/eligibility/"].Params.(checker)
	if !ok || !v.Exit || len(v.Kinds) != 2 || v.Zone != 300 || v.Day != 20261116 {
		t.Errorf("the checker is %+v", v)
	}
	for key, word := range v.Words {
		if word == "" || word[0] == '[' {
			t.Errorf("the word %s is %q", key, word)
		}
	}
	if _, ok := planned(t, tinyPlan(t))["ru/eligibility/"]; ok {
		t.Error("a site without rules has a checker")
	}
}

// The files that the checker loads name no sensitive service and nothing of a
// confidential place, and the places are numbered as the rules have them.
func TestTheCheckersFiles(t *testing.T) {
	w, plan := withRules(t)
	files := map[string][]byte{}
	for f := range plan.Files {
		files[f.Path] = f.Data
	}
	for _, name := range []string{"tk/eligibility/rules.json", "en/eligibility/where.json"} {
		if len(files[name]) == 0 {
			t.Errorf("there is no %s", name)
		}
		for _, secret := range []string{"KANAR", "s-1a2b", "99-99-99", "98-98-98"} {
			if bytes.Contains(files[name], []byte(secret)) {
				t.Errorf("%s holds %s", name, secret)
			}
		}
	}
	var where whereOfSite
	if err := json.Unmarshal(files["en/eligibility/where.json"], &where); err != nil {
		t.Fatal(err)
	}
	if len(where.Places) != len(w.Places) || len(where.Services) == 0 {
		t.Fatalf("%d places, %d services", len(where.Places), len(where.Services))
	}
	// Of a sensitive service only the telephone of its page, without its address.
	for _, s := range where.Services {
		if s.Href == "" && s.Phone == "" {
			t.Errorf("%v has neither an address nor a telephone", s.Name)
		}
	}
	for i, p := range where.Places {
		if p.Parent > 0 && w.Places[p.Parent-1].ID != w.Places[i].ParentID {
			t.Errorf("%s lies in %s", w.Places[i].ID, w.Places[p.Parent-1].ID)
		}
		if (p.Name == nil) != (w.Places[i].ID == "gone") {
			t.Errorf("%s is called %v", w.Places[i].ID, p.Name)
		}
	}
}

// The page names the kinds of services in use that no question is about, and no
// kind twice.
func TestTheCheckerSaysWhatItDoesNotAsk(t *testing.T) {
	w, _ := withRules(t)
	if other := w.unruled(); len(other) != 0 {
		t.Errorf("%v have rules", other)
	}
	asked := map[string]bool{}
	for _, set := range w.rules.Sets {
		asked[w.kindOf(set).Href] = true
	}
	w.rules = &eligibility.Book{}
	other := w.unruled()
	for _, l := range other {
		delete(asked, l.Href)
	}
	if len(other) == 0 || len(asked) != 0 {
		t.Errorf("without rules %v are told, %v are not", other, asked)
	}
}
