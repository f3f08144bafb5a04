package pages

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"elinde/generator/config"
	"elinde/generator/dataset"
	"elinde/generator/disclosure"
	"elinde/generator/finding"
	"elinde/generator/table"
	"elinde/site"
	"elinde/themes"
)

// figures is a small export. Mary counts few in 2026-Q2, so that Arkadag, the only
// other part of the total, is withheld too; Arkadag came into being in 2026.
var figures = map[string]string{
	"places.csv": `id,parent_id,level,name_tk,name_en
turkmenistan,,country,Türkmenistan,Turkmenistan
mary,turkmenistan,welayat,Mary welaýaty,Mary Region
ahal,turkmenistan,welayat,Ahal welaýaty,
arkadag,turkmenistan,city,Arkadag şäheri,Arkadag City
`,
	"place_validity.csv": `place_id,valid_from,valid_to
arkadag,2026-01-01,
`,
	"terms.csv": `scheme,id,name_tk,name_en,position
theme,coverage,Elýeterlilik,Coverage,1
component,law,Kanun,Law,1
component,empty,Boş,Empty,2
sex,F,Aýal-gyzlar,Women,1
sex,M,Erkekler,Men,2
unit,person,adam,people,1
`,
	"indicators.csv": `id,theme,kind,name_tk,name_en,definition_tk,definition_en,unit,decimals,threshold,zero_is_safe,frequency,target,target_period,source_tk,source_en,origin
served,coverage,count,Peýdalanyjylar,Users,Sany.,Number of **users**.,person,0,5,yes,Q,20000,2030,Hasabat,Reports,illustration
silent,coverage,count,<b>Sessiz</b>,,Hiç.,,person,0,5,yes,Q,,,Hasabat,,
`,
	"releases.csv": `id,publish_at,status,title_tk,title_en,periods
2026-Q1,2026-04-30T10:00:00+05:00,published,1-nji çärýek,First quarter,2025-Q4;2026-Q1
2026-Q2,2026-07-31T10:00:00+05:00,published,2-nji çärýek,Second quarter,2026-Q1;2026-Q2
2026-Q3,2026-12-31T10:00:00+05:00,planned,3-nji çärýek,Third quarter,2026-Q3
`,
	"observations.csv": `release_id,freq,ref_area,indicator,service_type,sex,age,target_group,time_period,obs_value,obs_status,conf_status,comment_tk,comment_en
2026-Q1,Q,turkmenistan,served,_T,_T,_T,_T,2025-Q4,12000,A,F,,
2026-Q1,Q,turkmenistan,served,_T,_T,_T,_T,2026-Q1,12100,P,F,,
2026-Q2,Q,turkmenistan,served,_T,_T,_T,_T,2026-Q1,12200,A,F,,
2026-Q1,Q,mary,served,_T,_T,_T,_T,2025-Q4,0,A,F,,
2026-Q1,Q,mary,served,_T,_T,_T,_T,2026-Q1,700,E,F,Aýry sanaldy,
2026-Q1,Q,ahal,served,_T,_T,_T,_T,2026-Q1,,O,F,,
2026-Q2,Q,mary,served,_T,_T,_T,_T,2026-Q1,700,E,F,Aýry sanaldy,
2026-Q2,Q,ahal,served,_T,_T,_T,_T,2026-Q1,,O,F,,
2026-Q2,Q,turkmenistan,served,_T,_T,_T,_T,2026-Q2,13000,P,F,,
2026-Q2,Q,turkmenistan,served,_T,F,_T,_T,2026-Q2,7000,P,F,,
2026-Q2,Q,turkmenistan,served,_T,M,_T,_T,2026-Q2,6000,P,F,,
2026-Q2,Q,mary,served,_T,_T,_T,_T,2026-Q2,3,P,F,,
2026-Q2,Q,ahal,served,_T,_T,_T,_T,2026-Q2,,O,F,,
2026-Q2,Q,arkadag,served,_T,_T,_T,_T,2026-Q2,12997,P,F,,
2026-Q3,Q,turkmenistan,served,_T,_T,_T,_T,2026-Q3,98765,A,F,,
`,
	"facts.csv": `id,component,value,qualifier,unit,as_of,text_tk,text_en,source_title_tk,source_title_en,conflict_group
one,law,500,more-than,person,2022,Bir,One,Çeşme,Source,g
two,law,2021,,year,2021-03-05,Iki,Two,Çeşme,Source,
three,law,400,,person,2022-07-20,Üç,Three,Çeşme,Source,g
four,,7,,person,2022-07-20,Dört,Four,Çeşme,Source,
`,
}

// planOf plans a site of two languages from the files of an export.
func planOf(t *testing.T, files map[string]string) site.Plan {
	t.Helper()
	s := config.Settings{BaseURL: "https://example.org/", Title: map[string]string{"tk": "Durmuş hyzmatlary", "en": "Social services"},
		AsOf: time.Date(2026, 11, 16, 9, 0, 0, 0, time.UTC), UTCOffset: "+05:00", Country: "turkmenistan", PageSize: 20, StaleAfterDays: 400,
		Languages: []config.Language{{Code: "tk", Name: "Türkmençe", Direction: "ltr"}, {Code: "en", Name: "English", Direction: "ltr"}}}
	fsys := fstest.MapFS{}
	for name, data := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(data)}
	}
	records, found, err := table.Read(fsys, s)
	if err != nil {
		t.Fatal(err)
	}
	checked, more := dataset.Check(records, s)
	for _, f := range append(found, more...) {
		if f.Severity == finding.Error {
			t.Fatalf("the export of the test has a fault: %+v", f)
		}
	}
	p, _ := disclosure.Protect(checked, s)
	plan, err := Plan(p, s, themes.Elinde(), fs.FS(os.DirFS(t.TempDir())), Options{})
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

// pageAt gives the params of the page at an address.
func pageAt[T any](t *testing.T, plan site.Plan, path string) T {
	t.Helper()
	for _, pages := range plan.Pages {
		for p := range pages {
			if p.Path != path {
				continue
			}
			data, err := json.Marshal(p.Params)
			if err != nil {
				t.Fatal(err)
			}
			var params T
			if err := json.Unmarshal(data, &params); err != nil {
				t.Fatal(err)
			}
			return params
		}
	}
	t.Fatalf("no page at %s", path)
	panic("not reached")
}

// draw writes a table as people see it, a line a row.
func draw(ft figureTable) string {
	var b strings.Builder
	for _, h := range ft.Heads {
		fmt.Fprintf(&b, " | %s", h.T)
	}
	for _, r := range ft.Rows {
		fmt.Fprintf(&b, "\n%s", r.Name.T)
		for _, c := range r.Cells {
			b.WriteString(" | " + c.V)
			for _, s := range c.S {
				fmt.Fprintf(&b, "[%s]", s)
			}
			if c.N > 0 {
				fmt.Fprintf(&b, "(%d)", c.N)
			}
		}
	}
	return strings.TrimPrefix(b.String(), " | ")
}

// tablesOf lists the tables of an indicator's own page.
func tablesOf(p indicatorPage) (list []figureTable) {
	for _, t := range []*figureTable{p.Series, p.Places} {
		if t != nil {
			list = append(list, *t)
		}
	}
	for _, s := range p.Splits {
		list = append(list, *s.Table)
	}
	return list
}

func TestIndicatorPage(t *testing.T) {
	p := pageAt[indicatorPage](t, planOf(t, figures), "en/statistics/served/")
	if got := flat(p.Figure.Sentence) + " " + flat(p.Figure.Change) + " " + p.Figure.Status; got !=
		"Turkmenistan, second quarter of 2026: 13,000 people. That is up by 800 people from a quarter earlier. Provisional figure: it may still change." {
		t.Errorf("headline: %s", got)
	}
	drawn := map[string]string{}
	for _, ft := range tablesOf(p) {
		drawn[ft.ID] = draw(ft)
	}
	// Withheld, zero, missing and not applicable are four different things.
	for id, want := range map[string]string{
		"by-place": `Q2 2026 | Q1 2026 | Q4 2025
Turkmenistan | 13,000[p] | 12,200[r] | 12,000
Ahal welaýaty | [x] | [x] | [x]
Arkadag City | [c] | [x] | [z]
Mary Region | [c] | 700[e](1) | 0`,
		"by-sex": `Q2 2026 | Q1 2026 | Q4 2025
Women | 7,000[p] | [x] | [x]
Men | 6,000[p] | [x] | [x]
Total | 13,000[p] | 12,200[r] | 12,000`,
		"series": `Turkmenistan
second quarter of 2026 | 13,000[p]
first quarter of 2026 | 12,200[r]
fourth quarter of 2025 | 12,000`,
	} {
		if drawn[id] != want {
			t.Errorf("table %s:\n%s\nwant:\n%s", id, drawn[id], want)
		}
	}
	var explained []string
	for _, n := range p.Symbols {
		explained = append(explained, string(n.S))
	}
	if got := strings.Join(explained, ""); got != "czxper" {
		t.Errorf("explained symbols: %s", got)
	}
	if n := p.Places.Notes; len(n) != 1 || n[0] != (text{T: "Aýry sanaldy", L: "tk"}) {
		t.Errorf("notes: %+v", n)
	}
	if len(p.Goals) != 1 || flat(p.Goals[0]) != "Target, 2030: 20,000 people." {
		t.Errorf("goals: %v", p.Goals)
	}
	if p.Next == nil || p.Next.At.ISO != "2026-12-31T10:00:00+05:00" || !p.Illustration {
		t.Errorf("next release %+v, illustration %v", p.Next, p.Illustration)
	}
}

func TestUnreleasedAndSmallFiguresReachNoPage(t *testing.T) {
	for _, pages := range planOf(t, figures).Pages {
		for p := range pages {
			data, err := json.Marshal(p.Params)
			if err != nil {
				t.Fatal(err)
			}
			for _, secret := range []string{"98,765", "98765", "98\u00a0765", "12,997", "12\u00a0997"} {
				if strings.Contains(string(data), secret) {
					t.Errorf("%s tells %s", p.Path, secret)
				}
			}
		}
	}
}

func TestIndicatorWithoutFiguresSaysSoAndMarksItsLanguage(t *testing.T) {
	p := pageAt[indicatorPage](t, planOf(t, figures), "en/statistics/silent/")
	if p.Figure != nil || len(tablesOf(p)) != 0 || p.Heading != (text{T: "<b>Sessiz</b>", L: "tk"}) {
		t.Errorf("got %+v", p)
	}
}

// TestIndicatorWithoutTotal: figures of parts are shown though the country's own
// was not published.
func TestIndicatorWithoutTotal(t *testing.T) {
	files := maps.Clone(figures)
	rows := ""
	for line := range strings.Lines(files["observations.csv"]) {
		if !strings.Contains(line, "turkmenistan,served") {
			rows += line
		}
	}
	files["observations.csv"] = rows
	plan := planOf(t, files)
	p := pageAt[indicatorPage](t, plan, "en/statistics/served/")
	if p.Figure != nil || !p.NoTotal || p.Release == nil || p.Places == nil {
		t.Fatalf("got %+v", p)
	}
	if got := draw(*p.Places); !strings.HasPrefix(got, "Q2 2026 | Q1 2026 | Q4 2025") || !strings.Contains(got, "700[e](1)") {
		t.Errorf("got\n%s", got)
	}
	if e := pageAt[indicatorList](t, plan, "en/statistics/").Themes[0].List; !e[0].NoTotal || e[1].NoTotal {
		t.Errorf("list: %+v", e)
	}
}

func TestIndicatorListAndFacts(t *testing.T) {
	plan := planOf(t, figures)
	list := pageAt[indicatorList](t, plan, "tk/statistics/")
	if len(list.Themes) != 1 || len(list.Themes[0].List) != 2 || flat(list.Themes[0].List[0].Figure.Value) != "13\u00a0000 adam" {
		t.Errorf("list: %+v", list.Themes)
	}
	facts := pageAt[factsPage](t, plan, "en/figures/")
	if len(facts.Milestones) != 1 || flat(facts.Milestones[0].Value) != "5 March 2021" || len(facts.Sections) != 2 {
		t.Fatalf("facts: %+v", facts)
	}
	law, others := facts.Sections[0], facts.Sections[1]
	if law.ID != "c-law" || len(law.Conflicts) != 1 || len(law.Facts) != 0 || others.ID != "others" || len(others.Facts) != 1 {
		t.Fatalf("sections: %+v", facts.Sections)
	}
	var side []string
	for _, f := range law.Conflicts[0] {
		side = append(side, flat(f.Value))
	}
	slices.Sort(side)
	if got := strings.Join(side, " / "); got != "400 people / More than 500 people" {
		t.Errorf("side by side: %s", got)
	}
	if l := pageAt[indicatorList](t, plan, "en/statistics/").Components; len(l) != 1 || l[0].Href != "en/figures/#c-law" {
		t.Errorf("components: %+v", l)
	}
	releases := pageAt[releaseList](t, plan, "en/releases/")
	if len(releases.Out) != 2 || releases.Out[0].Title.T != "Second quarter" || len(releases.Planned) != 1 || releases.Planned[0].Periods != "" {
		t.Errorf("releases: %+v", releases)
	}
}

// A table of places is cut by its cells, so that a page keeps its weight when a
// quarter is added: with twice as many columns a page has half as many rows.
func TestRowSlices(t *testing.T) {
	lengths := func(rows, first, most, cells int) (n []int) {
		for _, s := range rowSlices(make([]figureRow, rows), first, most, cells) {
			n = append(n, len(s))
		}
		return n
	}
	for _, c := range []struct {
		rows, first, most, cells int
		want                     []int
	}{
		{53, 120, 120, 3, []int{40, 13}},
		{53, 67, 120, 3, []int{22, 31}},
		{53, 67, 120, 6, []int{11, 20, 20, 2}},
		{2, 1, 1, 9, []int{1, 1}},
		{0, 120, 120, 3, nil},
	} {
		if got := lengths(c.rows, c.first, c.most, c.cells); !slices.Equal(got, c.want) {
			t.Errorf("%d rows of %d cells: %v, want %v", c.rows, c.cells, got, c.want)
		}
	}
}
