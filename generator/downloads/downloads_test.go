package downloads

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"elinde/generator/config"
	"elinde/generator/programme"
	"elinde/generator/revision"
	"elinde/generator/series"
)

// shelfOf makes a shelf of two languages with one row of everything; a test
// changes what it is about.
func shelfOf(change func(*programme.Tables)) *shelf {
	rows := &programme.Tables{
		Places:    []programme.Place{{ID: "turkmenistan", Name: programme.Text{"Türkmenistan", "Turkmenistan"}}},
		Terms:     []programme.Term{{Scheme: "sex", ID: "F", Name: programme.Text{"Aýal-gyzlar", "Women and girls"}}},
		Providers: []programme.Provider{{ID: "centre", Kind: "state", Name: programme.Text{"Merkez", ""}}},
		Services:  []programme.Service{{ID: "svc", ProviderID: "centre", Name: programme.Text{"Hyzmat", "Service"}, ServiceType: "basic"}},
		Locations: []programme.Location{{ID: "open", PlaceID: "turkmenistan", Confidential: programme.No, Address: programme.Text{"Köçe 1", ""}}},
		Indicators: []programme.Indicator{{ID: "served", Unit: "person", Frequency: "Q", Name: programme.Text{"Peýdalanyjylar", "Users"},
			Row: programme.Row{Origin: programme.Illustration}, Decimals: programme.Whole{N: 0, Set: true}, Baseline: programme.Decimal{Text: "007", F: 7}}},
	}
	change(rows)
	return &shelf{Index: programme.NewIndex(rows), codes: []string{"tk", "en"}, settings: config.Settings{Illustration: true,
		Title: map[string]string{"tk": "Durmuş", "en": "Social"}, Languages: []config.Language{{Code: "tk"}, {Code: "en"}}},
		tables: map[programme.IndicatorID]*series.Table{}, log: &revision.Log{}, today: 20261116,
		pages: Addresses{Indicator: func(n *programme.Indicator, sensitive bool) string { return "i/" }, Term: func(t *programme.Term) string { return "" },
			Release: func(id programme.ReleaseID) string { return "releases/" }, OpenData: "open-data/"}, say: func(language, key string) string { return language + " " + key }}
}

// table reads a CSV file back: one map a row.
func table(t *testing.T, data []byte) []map[string]string {
	t.Helper()
	all, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil || len(all) == 0 {
		t.Fatalf("cannot read what was written: %v", err)
	}
	var rows []map[string]string
	for _, cells := range all[1:] {
		row := map[string]string{}
		for i, c := range cells {
			row[all[0][i]] = c
		}
		rows = append(rows, row)
	}
	return rows
}

func TestFormulasAreQuoted(t *testing.T) {
	for cell, want := range map[string]string{
		"=1+1": "'=1+1", "+993 00": "'+993 00", "-2": "'-2", "@x": "'@x", "\t=1": "'\t=1", "\r=1": "'\r=1", "\n=1": "'\n=1",
		"  =1": "'  =1", "\u00a0=1": "'\u00a0=1", "＝1": "'＝1",
		"\u200b=1": "'\u200b=1", "\ufeff=1": "'\ufeff=1", "\u00ad\u2060 @x": "'\u00ad\u2060 @x", "\u3164=1": "'\u3164=1", "\u0301=1": "'\u0301=1",
		"\u202e\u2066=1": "'\u202e\u2066=1", "﹢1": "'﹢1", "﹦1": "'﹦1", "\x00=1": "'\x00=1", "\U000e0020=1": "'\U000e0020=1", "\u2003=1": "'\u2003=1", "\u2800=1": "'\u2800=1",
		"\u200bDay": "\u200bDay", "ä=": "ä=", "\u200b": "\u200b",
		"": "", "1=1": "1=1", "Day care": "Day care", "'=1": "'=1",
	} {
		if got := safe(cell); got != want {
			t.Errorf("%q became %q, want %q", cell, got, want)
		}
	}
}

// Every cell of text of every table is filled with a formula: none may come out
// as one.
func TestNoDirectoryCellStartsAFormula(t *testing.T) {
	const evil = "=HYPERLINK(\"http://x\")"
	two := programme.Text{evil, evil}
	h := shelfOf(func(r *programme.Tables) {
		r.Services[0] = programme.Service{ID: evil, ProviderID: evil, Name: two, Summary: two, ServiceType: evil, TargetGroups: programme.List{evil},
			Needs: programme.List{evil}, DeliveryModes: programme.List{evil}, Status: evil, StatusNote: two, Phone: evil, Documents: programme.List{evil},
			Fee: evil, FeeNote: two, ServiceLanguages: programme.List{evil}, LegalBasis: two, Funding: evil, SuccessorID: evil}
		r.Providers[0] = programme.Provider{ID: evil, Kind: evil, ParentID: evil, Name: two, Website: evil, Email: evil, Phone: evil, LegalStatus: evil}
		r.Places[0] = programme.Place{ID: evil, ParentID: evil, Level: evil, ISO31662: evil, Name: two}
		r.Locations[0] = programme.Location{ID: evil, ProviderID: evil, PlaceID: evil, Name: two, Address: two, PostalCode: evil, Phone: evil, Email: evil,
			Accessibility: programme.List{evil}, Confidential: programme.No}
		r.Terms[0] = programme.Term{Scheme: evil, ID: evil, ParentID: evil, Name: two, Description: two}
		r.Facts = []programme.Fact{{ID: evil, IndicatorID: evil, Qualifier: evil, Unit: evil, AsOf: evil, Text: two, SourceTitle: two, SourceDate: evil, SourceURL: evil}}
		r.Sources = []programme.Source{{ID: evil, Title: two, Publisher: evil, Date: evil, URL: evil, Licence: evil}}
		r.Indicators[0].Name, r.Indicators[0].Method, r.Indicators[0].SDGTarget = two, two, evil
	})
	for name, data := range map[string][]byte{"services": h.services(), "providers": h.providers(), "places": h.places(), "locations": h.locations(),
		"terms": h.terms(), "facts": h.facts(), "sources": h.sources(), "indicators": h.indicators()} {
		quoted := 0
		for _, row := range table(t, data) {
			for column, cell := range row {
				if cell != "" && strings.ContainsRune(formulaStarts, []rune(cell)[0]) {
					t.Errorf("%s: column %s holds %q", name, column, cell)
				}
				if strings.HasPrefix(cell, "'=") {
					quoted++
				}
			}
		}
		if quoted == 0 {
			t.Errorf("%s: no cell of the test came through", name)
		}
	}
}

// Disclosure control has blanked such a row already; the file does not lean on it.
func TestConfidentialLocationKeepsOnlyItsRegion(t *testing.T) {
	const canary = "CANARY-7"
	h := shelfOf(func(r *programme.Tables) {
		two := programme.Text{canary, canary}
		for _, confidential := range []programme.YesNo{programme.Yes, programme.Unset} {
			r.Locations = append(r.Locations, programme.Location{ID: "shelter", ProviderID: "centre", PlaceID: "turkmenistan", Confidential: confidential,
				Name: two, Address: two, Directions: two, PostalCode: canary, Phone: canary, Email: canary,
				Latitude: programme.Decimal{Text: canary}, Longitude: programme.Decimal{Text: canary}})
		}
		r.Services = append(r.Services, programme.Service{ID: "other"})
		for _, service := range []programme.ServiceID{"svc", "other"} {
			r.ServiceLocations = append(r.ServiceLocations, programme.ServiceLocation{ServiceID: service, LocationID: "shelter"})
		}
	})
	data := h.locations()
	if bytes.Contains(data, []byte(canary)) {
		t.Errorf("a confidential cell came out:\n%s", data)
	}
	rows := table(t, data)
	if len(rows) != 3 || rows[0]["address_tk"] != "Köçe 1" || rows[1]["confidential"] != "yes" || rows[2]["place_id"] != "turkmenistan" {
		t.Errorf("got %v", rows)
	}
	ids := []string{rows[0]["id"], rows[1]["id"], rows[2]["id"]}
	if ids[0] != "open" || len(ids[1]) != 36 || len(ids[2]) != 36 || ids[1] == ids[2] {
		t.Errorf("ids are %q, want a UUID of a confidential location for each of its services", ids)
	}
	if got := table(t, h.services())[0]["locations"]; got != ids[1] {
		t.Errorf("the service names %q, want %q", got, ids[1])
	}
}

func observed(h *shelf) {
	total := programme.Observation{ReleaseID: "r1", Freq: "Q", RefArea: "turkmenistan", Indicator: "served", ServiceType: "_T", Sex: "F", Age: "_T",
		TargetGroup: "_Z", TimePeriod: "2026-Q1", ConfStatus: "F"}
	zero, withheld, negative := total, total, total
	zero.Value, zero.Status = programme.Decimal{Text: "0"}, programme.List{"A"}
	withheld.TimePeriod, withheld.Status, withheld.ConfStatus = "2026-Q2", programme.List{"Q"}, "C"
	negative.TimePeriod, negative.Value, negative.Status = "2026-Q3", programme.Decimal{Text: "-5", F: -5}, programme.List{"P", "U"}
	negative.Origin = "survey"
	negative.Comment = programme.Text{"=bellik", ""}
	table := &series.Table{}
	for o, symbols := range map[*programme.Observation][]series.Symbol{&zero: nil, &withheld: {series.Withheld}, &negative: {series.Provisional, series.Unreliable}} {
		table.Figures = append(table.Figures, &series.Figure{Observation: o, Key: series.KeyOf(o), Symbols: symbols})
	}
	h.tables["served"] = table
}

func TestObservationsSayWhyAValueIsMissing(t *testing.T) {
	h := shelfOf(func(*programme.Tables) {})
	observed(h)
	byPeriod := map[string]map[string]string{}
	for _, row := range table(t, h.observations(h.current())) {
		byPeriod[row["time_period"]] = row
	}
	for period, want := range map[string][4]string{"2026-Q1": {"0", "", "A", "F"}, "2026-Q2": {"", "c", "Q", "C"}, "2026-Q3": {"-5", "p;u", "P;U", "F"}} {
		r := byPeriod[period]
		if got := [4]string{r["obs_value"], r["symbol"], r["obs_status"], r["conf_status"]}; got != want {
			t.Errorf("%s: got %v, want %v", period, got, want)
		}
	}
	if r := byPeriod["2026-Q3"]; r["sex_name_en"] != "Women and girls" || r["ref_area_name_tk"] != "Türkmenistan" || r["comment_tk"] != "'=bellik" || r["unit"] != "person" || r["origin"] != "survey" {
		t.Errorf("got %v", r)
	}
}

func TestJSONKeepsMissingApartFromZero(t *testing.T) {
	h := shelfOf(func(*programme.Tables) {})
	observed(h)
	var d struct {
		Illustration bool              `json:"illustration"`
		Baseline     json.Number       `json:"baseline"`
		Name         map[string]string `json:"name"`
		Observations []struct {
			Period string       `json:"time_period"`
			Value  *json.Number `json:"value"`
		} `json:"observations"`
	}
	if err := json.Unmarshal(pretty(h.document(h.Indicator["served"], h.current())), &d); err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, o := range d.Observations {
		got[o.Period] = "null"
		if o.Value != nil {
			got[o.Period] = o.Value.String()
		}
	}
	if got["2026-Q1"] != "0" || got["2026-Q2"] != "null" || got["2026-Q3"] != "-5" || d.Baseline != "7" || !d.Illustration || d.Name["en"] != "Users" {
		t.Errorf("got %v %+v", got, d)
	}
}

func TestReadmeIsInEachLanguageOnce(t *testing.T) {
	h := shelfOf(func(*programme.Tables) {})
	h.settings.Languages = append(h.settings.Languages, config.Language{Code: "ru"}, config.Language{Code: "ar", Interface: "en"}, config.Language{Code: "xx"})
	note := string(h.readme())
	for _, want := range []string{"Durmuş: açyk maglumatlar", "Social: open data", "открытые данные", "NUSGA ÜÇIN", "ILLUSTRATION", "УСЛОВНЫЙ ПРИМЕР"} {
		if strings.Count(note, want) != 1 {
			t.Errorf("%q stands %d times in the note", want, strings.Count(note, want))
		}
	}
	h.settings.Illustration = false
	if note := string(h.readme()); strings.Contains(note, "ILLUSTRATION") {
		t.Error("the note of a real site calls it an programme.Illustration")
	}
}

// A number with the code of a country is a URI: nothing a spreadsheet would compute.
func TestTelephoneIsAURI(t *testing.T) {
	h := shelfOf(func(r *programme.Tables) {
		r.Services[0].Phone = "+993 00 26-63-42"
		r.Providers[0].Phone = "=1+1"
	})
	if got := table(t, h.services())[0]["phone"]; got != "tel:+99300266342" {
		t.Errorf("got %q", got)
	}
	if got := table(t, h.providers())[0]["phone"]; got != "'=1+1" {
		t.Errorf("got %q", got)
	}
}

// TestPlaceTellsWhenItWasInForce looks at an abolished place, one that came back, one to
// come, and one that always was.
func TestPlaceTellsWhenItWasInForce(t *testing.T) {
	h := shelfOf(func(r *programme.Tables) {
		for _, id := range []programme.PlaceID{"gone", "back", "soon"} {
			r.Places = append(r.Places, programme.Place{ID: id, ParentID: "turkmenistan", ISO31662: "TM-A"})
		}
		r.PlaceValidity = []programme.PlaceValidity{{PlaceID: "gone", ValidTo: 20221109}, {PlaceID: "back", ValidFrom: 20250920},
			{PlaceID: "back", ValidTo: 20221109}, {PlaceID: "soon", ValidFrom: 20270101}}
		r.PlaceChanges = []programme.PlaceChange{{Date: 20221109, Kind: "abolished", FromID: "gone", ToID: "turkmenistan"},
			{Date: 20221109, Kind: "merged", FromID: "back", ToID: "turkmenistan"}}
	})
	want := map[string][5]string{"turkmenistan": {"in-force"}, "gone": {"abolished", "", "2022-11-09", "../2022-11-09", "turkmenistan"},
		"back": {"in-force", "2025-09-20", "", "../2022-11-09;2025-09-20/..", ""}, "soon": {"planned", "2027-01-01", "", "2027-01-01/..", ""}}
	for _, row := range table(t, h.places()) {
		if got := [5]string{row["status"], row["valid_from"], row["valid_to"], row["validity"], row["successors"]}; got != want[row["id"]] {
			t.Errorf("%s is %q, want %q", row["id"], got, want[row["id"]])
		}
		if (row["iso_3166_1"] == "TM") != (row["id"] == "turkmenistan") {
			t.Errorf("%s has the code %q", row["id"], row["iso_3166_1"])
		}
	}
}

// What a release told before stands beside what it tells now, and nothing of what is
// withheld on either side.
func TestRevisionsTellBothSides(t *testing.T) {
	h := shelfOf(func(*programme.Tables) {})
	cell := series.Key{Freq: "Q", Area: "turkmenistan", ServiceType: "_T", Sex: "F", Age: "_T", TargetGroup: "_Z", Period: "2026-Q1"}
	told := revision.Told{There: true, Value: programme.Decimal{Text: "12", F: 12}, Status: programme.List{"P"}, Symbols: []series.Symbol{series.Provisional}}
	withheld := revision.Told{There: true, Status: programme.List{"Q"}, Symbols: []series.Symbol{series.Withheld}}
	rows := table(t, h.revisions([]revision.Revision{
		{Key: "Q.turkmenistan.served._T.F._T._Z.2026-Q1", Indicator: "served", Cell: cell, Release: "r2", Before: "r1", Kind: revision.Hidden, Old: told, New: withheld}}))
	r := rows[0]
	if got := []string{r["release_id"], r["before_release_id"], r["sex"], r["change"], r["value_before"], r["symbol_before"], r["obs_value"], r["obs_status"], r["symbol"]}; strings.Join(got, " ") != "r2 r1 F hidden 12 p  Q c" {
		t.Errorf("got %q", got)
	}
}
