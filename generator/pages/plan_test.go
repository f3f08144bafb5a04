package pages

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"

	"elinde/generator/config"
	"elinde/generator/downloads"
	"elinde/generator/hsds"
	"elinde/site"
	"elinde/themes"
)

var update = flag.Bool("update", false, "write the golden files anew")

// indented encodes params as the site does, indented for a reader.
func indented(t testing.TB, v any) []byte {
	t.Helper()
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(v); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestParamsAreGolden(t *testing.T) {
	pages := planned(t, tinyPlan(t))
	for name, path := range map[string]string{
		"service-tk": "tk/services/day-care/", "service-ru": "ru/services/day-care/", "service-sensitive": "en/services/s-1a2b/",
		"service-closed": "ru/services/old/", "place": "ru/places/mary/", "place-gone": "ru/places/gone/",
		"provider": "en/providers/centre/", "tombstone": "tk/services/very-old/", "home": "en/", "letters": "tk/a-z/",
		"helplines": "ru/helplines/", "root": "",
	} {
		page, ok := pages[path]
		if !ok {
			t.Errorf("no page %q", path)
			continue
		}
		got := indented(t, page)
		file := "testdata/golden/" + name + ".json"
		if *update {
			writeFile(t, file, got)
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s differs from %s; run with -update and read the difference:\n%s", path, file, got)
		}
	}
}

// links collects every "href" of params.
func links(v any, found map[string]bool) {
	switch v := v.(type) {
	case map[string]any:
		for key, value := range v {
			if s, ok := value.(string); ok && (key == "href" || key == "prev" || key == "next") {
				if out, _ := v["out"].(bool); !out {
					found[s] = true
				}
			}
			links(value, found)
		}
	case []any:
		for _, x := range v {
			links(x, found)
		}
	}
}

func TestEveryLinkLeadsToAPage(t *testing.T) {
	if pages := linksHold(t, tinyPlan(t)); pages < 100 {
		t.Errorf("planned %d pages, want more than 100", pages)
	}
}

func TestLinksHoldWithoutMostTables(t *testing.T) {
	s := tinySettings()
	for name, keep := range map[string][]string{
		"nothing": {}, "services": {"services.csv", "providers.csv"}, "places": {"places.csv", "services.csv", "service_areas.csv"},
	} {
		plan, err := Plan(tiny(t, s, keep...), s, themes.Elinde(), nil, Options{})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		linksHold(t, plan)
	}
}

func TestAnAddedLanguageIsMarked(t *testing.T) {
	s := tinySettings()
	s.Languages = append(s.Languages, config.Language{Code: "ar", Name: "العربية", Direction: "rtl", Interface: "en"})
	plan, err := Plan(tiny(t, s), s, themes.Elinde(), nil, Options{})
	if err != nil {
		t.Fatal(err)
	}
	v := planned(t, plan)["ar/services/day-care/"].Params.(*service)
	if v.Heading != (text{T: "Gündizki ideg merkezi", L: "tk", D: "ltr"}) {
		t.Errorf("heading is %+v", v.Heading)
	}
	if shared := plan.Shared["ar"]; shared["dir"] != "rtl" || shared["language"] != "ar" {
		t.Errorf("shared says %v %v", shared["dir"], shared["language"])
	}
}

// linksHold fails for each link of a plan that leads to no page or file of it,
// and gives the number of pages.
func linksHold(t *testing.T, plan site.Plan) int {
	t.Helper()
	pages := planned(t, plan)
	files := map[string]bool{"en/about/": true}
	for f := range plan.Files {
		files[f.Path] = true
	}
	check := func(from string, v any) {
		var decoded any
		if err := json.Unmarshal(indented(t, v), &decoded); err != nil {
			t.Fatal(err)
		}
		found := map[string]bool{}
		links(decoded, found)
		for href := range found {
			href, _, _ = strings.Cut(href, "#")
			// The rooms downloads and hsds make theirs; a build looks for each.
			elsewhere := strings.HasPrefix(href, downloads.Folder) || strings.HasPrefix(href, hsds.Folder)
			if _, ok := pages[href]; !ok && !files[href] && !elsewhere {
				t.Errorf("%q links to %q, which is not planned", from, href)
			}
		}
	}
	for path, p := range pages {
		check(path, p.Params)
		for _, a := range p.Alternates {
			if _, ok := pages[a.Path]; !ok {
				t.Errorf("%q has the alternate %q, which is not planned", path, a.Path)
			}
		}
	}
	for code, shared := range plan.Shared {
		check("shared "+code, shared)
	}
	return len(pages)
}

func TestNothingConfidentialIsPlanned(t *testing.T) {
	plan := tinyPlan(t)
	for path, p := range planned(t, plan) {
		for _, secret := range []string{"KANAR", "kanar", "37.777", "61.888", "99-99-99", "98-98-98"} {
			if strings.Contains(string(indented(t, p)), secret) {
				t.Errorf("%q holds %s", path, secret)
			}
		}
	}
	for f := range plan.Files {
		if bytes.Contains(f.Data, []byte("KANAR")) || bytes.Contains(f.Data, []byte("s-1a2b")) {
			t.Errorf("%s holds a confidential place or a sensitive service", f.Path)
		}
	}
}

func TestSensitivePagesSayNothingOutside(t *testing.T) {
	pages := planned(t, tinyPlan(t))
	sensitive := 0
	for path, p := range pages {
		var head struct {
			frame
			Heading text `json:"heading"`
		}
		if err := json.Unmarshal(indented(t, p.Params), &head); err != nil {
			t.Fatal(err)
		}
		if !head.Exit || head.Section == "helplines" { // which everybody may need, and must find
			continue
		}
		sensitive++
		if p.Title == head.Heading.T || head.Description != "" || head.Structured != "" {
			t.Errorf("%q tells what it is about: title %q, description %q", path, p.Title, head.Description)
		}
		if strings.Contains(path, "safe") {
			t.Errorf("the address %q tells what it is about", path)
		}
	}
	if sensitive != 4*3 { // the service, its provider, its need and its type, in three languages
		t.Errorf("%d sensitive pages, want 12", sensitive)
	}
}

func TestHostileCellsStayText(t *testing.T) {
	pages := planned(t, tinyPlan(t))
	for _, lang := range []string{"tk", "ru", "en"} {
		v := pages[lang+"/services/hostile/"].Params.(*service)
		if v.Structured == "" || strings.ContainsAny(v.Structured, "<>") {
			t.Errorf("structured data of %s can close its element: %s", lang, v.Structured)
		}
		if v.Body == nil || strings.Contains(v.Body.HTML, "<script") || strings.Contains(v.Body.HTML, "href=\"javascript") {
			t.Errorf("prose of %s is not safe: %+v", lang, v.Body)
		}
	}
}

func TestSlicesHoldEachServiceOnce(t *testing.T) {
	w := &planner{}
	w.settings.PageSize = 2
	a, b, c := &entry{Href: "a"}, &entry{Href: "b"}, &entry{Href: "c"}
	got := w.slice([]part{{Heading: "one", Entries: []*entry{a}}, {Heading: "two", Entries: []*entry{b, c}}})
	if len(got) != 2 || len(got[0]) != 2 || got[0][1].Entries[0] != b || got[1][0].Heading != "two" || got[1][0].Entries[0] != c {
		t.Errorf("slices are %+v", got)
	}
	if got := w.slice(nil); len(got) != 1 {
		t.Errorf("an empty list has %d slices, want 1", len(got))
	}
}
