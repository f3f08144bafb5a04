package readback

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// Two releases of one indicator: in the second, two welaýats are withheld by sex.
var source = Source{
	Country: "tm",
	Languages: []Language{
		{Code: "en", Group: ",", Decimal: ".", Months: []string{"october", "january"}, Quarters: [4]string{"1st quarter, {{ .year }}", "2nd quarter, {{ .year }}", "3rd quarter, {{ .year }}", "4th quarter, {{ .year }}"}},
		{Code: "ru", Group: "\u00a0", Decimal: ",", Months: []string{"октября"}},
		{Code: "tk", Group: "\u00a0", Decimal: ",", Months: []string{"oktýabry"}},
	},
	Releases: []string{"2026-Q1", "2026-Q2"},
	Indicators: []Indicator{
		{ID: "served", Names: []string{"Persons served", "Обслуженные лица"}, Decimals: 0, Told: []string{"2000"}, Texts: []string{"Persons aged 18 and over"}, Sums: true},
		{ID: "share", Names: []string{"Share of the satisfied"}, Decimals: 1},
	},
	Cells: slices.Values([]Cell{
		{"Q.tm.served._T._T._T._T.2025-Q4", "2026-Q1", "1240", false},
		{"Q.tm.served._T._T._T._T.2025-Q4", "2026-Q2", "1250", false},
		{"Q.tm.served._T._T._T._T.2026-Q1", "2026-Q2", "1271", false},
		{"Q.mary.served._T._T._T._T.2026-Q1", "2026-Q2", "22", false},
		{"Q.mary.served._T.F._T._T.2026-Q1", "2026-Q2", "", true},
		{"Q.mary.served._T.M._T._T.2026-Q1", "2026-Q2", "", true},
		{"Q.ahal.served._T._T._T._T.2026-Q1", "2026-Q2", "39", false},
		{"Q.ahal.served._T.F._T._T.2026-Q1", "2026-Q2", "27", false},
		{"Q.ahal.served._T.M._T._T.2026-Q1", "2026-Q2", "12", false},
		{"Q.lebap.served._T._T._T._T.2026-Q1", "2026-Q2", "", false},
		{"Q.tm.served._T._T._T._T.2024-Q1", "2026-Q1", "1300", false},
		{"Q.tm.served._T._T._T._T.2024-Q2", "2026-Q1", "1271", false},
		{"Q.mary.served._T._T._T._T.2026-Q2", "2026-Q2", "", true},
		{"Q.tm.share._T._T._T._T.2026-Q1", "2026-Q2", "93.25", false},
	}),
	Texts: map[string][]string{"en": {"Persons aged 18 and over", "Since 14 centres opened"}, "": {"5.2"}},
}

// page lays something into the main part of an indicator's page.
func page(inner string) string {
	return `<!DOCTYPE html><html lang="en"><head><title>Persons served</title></head><body><main id="main">` + inner + `</main></body></html>`
}

// table is one as the site makes it; cells are Mary's women and men.
func table(women, men string) string {
	return page(`<table data-key="Q.{row}.served._T.{col}._T._Z.2026-Q1"><thead><tr><th>Place</th><th data-key="F">Women</th><th data-key="M">Men</th><th data-key="_T">Total</th></tr></thead>
<tbody><tr data-key="mary"><th>Mary</th><td>` + women + `</td><td>` + men + `</td><td>22 <sup><span class="vh">note </span>1</sup></td></tr>
<tr data-key="ahal"><th>Ahal</th><td>27</td><td>12</td><td>39</td></tr>
<tr data-key="lebap"><th>Lebap</th><td>[x]</td><td>[x]</td><td>[x]</td></tr></tbody></table><ol><li>Counted anew.</li></ol>`)
}

const onPage = "en/statistics/served/index.html"

// TestWhatIsPublishedMayStand: none of the forms in which a site tells its figures
// is a fault.
func TestWhatIsPublishedMayStand(t *testing.T) {
	for name, files := range map[string]map[string]string{
		"table":    {onPage: table("[c]", "[c]")},
		"sentence": {onPage: page(`<p>Turkmenistan, first quarter of 2026: 1,271 people, up by 21.</p><p>Target: 2,000. On 30 October 2026, Q1, 10:00.</p>`)},
		"words":    {onPage: page(`<p>Persons aged 18 and over. Since 14 centres opened.</p>`)},
		"parts of a list": {"en/statistics/served/places/2.html": page(
			`<ul><li><a href="../places/">1</a></li><li><span aria-current="page">2</span></li><li><a href="../places/3.html">3</a></li></ul>`)},
		"file size": {onPage: page(`<p>CSV, 12 KB</p>`)},
		"a mark":    {onPage: page(`<p>Most in <data data-key="Q.ahal.served._T._T._T._T.2026-Q1" value="39">39</data></p>`)},
		"quarters added up": {onPage: page(`<p><b data-key="S.tm.served._T._Z._T._T.2024-Q2">2,571</b> <b data-key="S.mary.served._T._T._T._T.2026-Q2">[c]</b>
			<b data-key="S.ahal.served._T._T._T._T.2026-Q2">[x]</b> <b data-key="S.mary.served._T._T._T._T.2026-Q1">22</b></p>`)},
		"an earlier release": {"en/releases/2026-q1/index.html": page(
			`<div data-release="2026-Q1"><p data-key="Q.tm.served._T._T._T._T.2025-Q4">1,240</p></div>`)},
		"a page about something else": {"en/services/x/index.html": page(`<p>Open 3 days. Call 5 times.</p>`)},
		"csv": {"downloads/indicators/served.csv": "release_id,freq,ref_area,indicator,sex,time_period,obs_value,obs_status\r\n" +
			"2026-Q2,Q,mary,served,_T,2026-Q1,22,A\r\n2026-Q2,Q,mary,served,F,2026-Q1,,Q\r\n2026-Q1,Q,tm,served,_Z,2025-Q4,1240,A\r\n"},
		"sdmx-csv": {"downloads/x.csv": "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,SEX,TIME_PERIOD,OBS_VALUE\n" +
			"dataflow,TM:SERVED(1.0.0),M,Q,mary,served,F,2026-Q1,NaN\ndataflow,TM:SERVED(1.0.0),M,Q,ahal,served,F,2026-Q1,27\n"},
		"revisions": {"downloads/revisions.csv": "release_id,before_release_id,freq,ref_area,indicator,time_period,value_before,obs_value\r\n" +
			"2026-Q2,2026-Q1,Q,tm,served,2025-Q4,1240,1250\r\n2026-Q2,2026-Q1,Q,tm,served,2026-Q1,,1271\r\n"},
		"sums": {"downloads/years.csv": "quarters,ref_area,indicator,sex,time_period,obs_value\r\n" +
			"2024-Q1;2024-Q2,tm,served,_T,2024-01-01/P6M,2571\r\n2026-Q1;2026-Q2,mary,served,_T,2026-01-01/P6M,\r\n"},
		"json": {"downloads/indicators/served.json": `{"id":"served","decimals":0,"target":2000,"name":{"en":"Persons served"},"observations":[
			{"freq":"Q","ref_area":"mary","dimensions":{"sex":"F"},"time_period":"2026-Q1","value":null,"conf_status":"C"},
			{"release":"2026-Q1","freq":"Q","ref_area":"tm","time_period":"2025-Q4","value":1240}],"sums":[
			{"derivation":"sum-of-quarters","quarters":["2024-Q1","2024-Q2"],"ref_area":"tm","dimensions":{"sex":"_T"},"time_period":"2024-01-01/P6M","value":2571},
			{"quarters":["2026-Q1","2026-Q2"],"ref_area":"mary","dimensions":{"sex":"_T"},"time_period":"2026-01-01/P6M","value":null}]}`},
		"feed": {"en/feed.xml": `<feed><entry><title>Persons served: 1,271</title><updated>2026-10-30T10:00:00+05:00</updated></entry></feed>`},
	} {
		t.Run(name, func(t *testing.T) {
			for _, f := range New(source).Tree(inOrder(files)) {
				t.Errorf("%+v", f)
			}
		})
	}
}

func inOrder(files map[string]string) func(func(string, []byte) bool) {
	return func(yield func(string, []byte) bool) {
		for _, name := range slices.Sorted(maps.Keys(files)) {
			if !yield(name, []byte(files[name])) {
				return
			}
		}
	}
}

// TestLeaksAreRefused plants a withheld figure, or one that gives it away, in each
// place where a site may tell it. Mary's women are 3, its men 19.
func TestLeaksAreRefused(t *testing.T) {
	csv := func(row string) string {
		return "freq,ref_area,indicator,sex,time_period,obs_value,note\nQ,ahal,served,F,2026-Q1,27,\n" + row + "\n"
	}
	sum := func(row string) string { return "quarters,ref_area,indicator,sex,time_period,obs_value\n" + row + "\n" }
	revised := func(row string) string {
		return "release_id,before_release_id,freq,ref_area,indicator,sex,time_period,value_before,obs_value\n" + row + "\n"
	}
	for _, c := range []struct{ name, file, text, code string }{
		{"a sum with a withheld quarter", "downloads/years.csv", sum("2026-Q1;2026-Q2,mary,served,_T,2026-01-01/P6M,25"), Withheld},
		{"another sum", "downloads/years.csv", sum("2024-Q1;2024-Q2,tm,served,_T,2024-01-01/P6M,2572"), Differs},
		{"a sum that is left out", "downloads/years.csv", sum("2024-Q1;2024-Q2,tm,served,_T,2024-01-01/P6M,"), Differs},
		{"a sum of other quarters", "downloads/years.csv", sum("2024-Q2,tm,served,_T,2024-01-01/P3M,1271"), Foreign},
		{"a sum that names another time", "downloads/years.csv", sum("2024-Q1;2024-Q2,tm,served,_T,2024,2571"), Foreign},
		{"a cell", onPage, table("3", "[c]"), Withheld},
		{"a part of a list that is none", onPage, page(`<ul><li><span aria-current="page">19</span></li></ul>`), Foreign},
		{"a link with another number", onPage, page(`<ul><li><a href="../served/2.html">19</a></li></ul>`), Foreign},
		{"a cell that looks like a year", onPage, table("2015", "[c]"), Withheld},
		{"a cell beside its symbol", onPage, table("3 [c]", "[c]"), Withheld},
		{"digits of another script", onPage, table("٣", "[c]"), Withheld},
		{"another number", onPage, strings.Replace(table("[c]", "[c]"), ">27<", ">28<", 1), Differs},
		{"rows in another order", onPage, strings.Replace(table("[c]", "[c]"), `data-key="ahal"`, `data-key="lebap"`, 1), Foreign},
		{"a published figure that is not shown", onPage, strings.Replace(table("[c]", "[c]"), ">27<", ">[c]<", 1), Differs},
		{"a raised number that is no note", onPage, table("[c]<sup>3</sup>", "[c]"), Withheld},
		{"a tooltip", onPage, table(`<span title="3">[c]</span>`, "[c]"), Withheld},
		{"an attribute for a script", onPage, strings.Replace(table("[c]", "[c]"), "<td>[c]", `<td data-value="3">[c]`, 1), Withheld},
		{"a table without marks", onPage, page(`<table><tr><th>Women</th><td>3</td></tr></table>`), Foreign},
		{"a title", onPage, strings.Replace(page(""), "<title>", "<title>3: ", 1), Foreign},
		{"a description", onPage, strings.Replace(page(""), "</title>", `</title><meta name="description" content="Mary: 19 men">`, 1), Foreign},
		{"another sum of quarters", onPage, page(`<b data-key="S.tm.served._T._T._T._T.2024-Q2">2,572</b>`), Differs},
		{"a sum with a withheld quarter", onPage, page(`<b data-key="S.mary.served._T._T._T._T.2026-Q2">31</b>`), Withheld},
		{"a sum with a missing quarter", onPage, page(`<b data-key="S.ahal.served._T._T._T._T.2026-Q2">41</b>`), Foreign},
		{"a sum that is not one", onPage, page(`<b data-key="S.tm.share._T._T._T._T.2026-Q1">93.3</b>`), Foreign},
		{"a heading", onPage, page(`<h1>Persons served: 3</h1>`), Foreign},
		{"a comment of the page", onPage, page(`<!-- 3 -->`), Foreign},
		{"a script", onPage, page(`<script type="application/json">[3,19]</script>`), Foreign},
		{"structured data", onPage, page(`<script type="application/ld+json">{"@type":"Observation","value":19}</script>`), Foreign},
		{"words in structured data", onPage, page(`<script type="application/ld+json">{"@type":"Dataset","description":"19 men in Mary"}</script>`), Foreign},
		{"a hidden element", onPage, page(`<p hidden>19</p>`), Foreign},
		{"a page of a place", "en/places/mary/index.html", page(`<ul><li>Persons served: 19</li></ul>`), Foreign},
		{"a link to the indicator", "en/index.html", page(`<p><a href="../en/statistics/served/">See</a> 19</p>`), Foreign},
		{"a mark elsewhere", "en/places/mary/index.html", page(`<p><data data-key="Q.mary.served._T.F._T._T.2026-Q1">3</data></p>`), Withheld},
		{"an earlier figure under a later release", onPage, page(`<p data-key="Q.tm.served._T._T._T._T.2025-Q4">1,240</p>`), Differs},
		{"csv", "downloads/a.csv", csv("Q,mary,served,F,2026-Q1,3,"), Withheld},
		{"a note in csv", "downloads/a.csv", csv("Q,mary,served,F,2026-Q1,,3"), Foreign},
		{"a figure no release has", "downloads/a.csv", csv("Q,balkan,served,F,2026-Q1,8,"), Foreign},
		{"another figure in csv", "downloads/a.csv", csv("Q,ahal,served,M,2026-Q1,13,"), Differs},
		{"an earlier figure that was withheld", "downloads/a.csv", revised("2026-Q2,2026-Q2,Q,mary,served,F,2026-Q1,3,"), Withheld},
		{"an earlier figure of another release", "downloads/a.csv", revised("2026-Q2,2026-Q1,Q,tm,served,_T,2025-Q4,1250,1250"), Differs},
		{"an earlier figure of no release", "downloads/a.csv", revised("2026-Q2,,Q,tm,served,_T,2025-Q4,1240,1250"), Foreign},
		{"json", "downloads/a.json", `[{"indicator":"served","freq":"Q","ref_area":"mary","sex":"F","time_period":"2026-Q1","value":3}]`, Withheld},
		{"a sum in json", "downloads/served.json", `{"id":"served","sums":[{"quarters":["2026-Q1","2026-Q2"],"ref_area":"mary","time_period":"2026-01-01/P6M","value":44}]}`, Withheld},
		{"a sum of other quarters in json", "downloads/served.json", `{"id":"served","sums":[{"quarters":["2024-Q2"],"ref_area":"tm","time_period":"2024-01-01/P6M","value":1300}]}`, Foreign},
		{"a name in json", "downloads/a.json", `[{"indicator":"served","freq":"Q","ref_area":"mary","sex":"F","time_period":"2026-Q1","value":null,"rank":3}]`, Foreign},
		{"a summary in json", "downloads/a.json", `{"id":"served","min":3}`, Foreign},
		{"a feed", "en/feed.xml", `<feed><entry><title>Persons served: 19 men</title></entry></feed>`, Foreign},
		{"a text file", "downloads/a.txt", "served: 19\n", Foreign},
		{"another format", "downloads/served.parquet", "PAR1 served 3", Unread},
		{"a damaged file", "downloads/served.json", `{"id":"served",`, Unread},
	} {
		t.Run(c.name, func(t *testing.T) {
			found := New(source).Tree(inOrder(map[string]string{c.file: c.text}))
			if !slices.ContainsFunc(found, func(f Fault) bool { return f.Code == c.code && f.Path == c.file }) {
				t.Errorf("want %s, got %v", c.code, found)
			}
			for _, f := range found {
				if said := fmt.Sprint(f.Place, f.Key); strings.Contains(said, "19") || strings.Contains(said, ": 3") {
					t.Errorf("the fault tells the figure: %+v", f)
				}
			}
		})
	}
}
