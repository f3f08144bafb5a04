package intake_test

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"elinde/generator/finding"
	"elinde/generator/hsds/intake"
)

// foreign writes a package as somebody else would: numbered ids in place of the x
// in "x1", one language, addresses for places, words for vocabularies.
func foreign(t *testing.T, files map[string]string) string {
	t.Helper()
	folder := t.TempDir()
	for name, text := range files {
		for n := range 10 {
			text = strings.ReplaceAll(text, "x"+strconv.Itoa(n), "0000000"+strconv.Itoa(n)+"-0000-4000-8000-000000000000")
		}
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// column gives the cells of a column.
func column(t *testing.T, tables []intake.Table, table, name string) []string {
	t.Helper()
	for _, x := range tables {
		if i := slices.Index(x.Header, name); x.Name == table && i >= 0 {
			var cells []string
			for _, row := range x.Rows {
				cells = append(cells, row[i])
			}
			return cells
		}
	}
	return nil
}

func TestForeignPackageBecomesTables(t *testing.T) {
	tables, found, err := intake.Read(foreign(t, map[string]string{
		"organizations.csv":       "id,name,description\nx1,Org,About it\n",
		"services.csv":            "id,organization_id,name,status,description,last_modified\nx2,x1,Help,inactive,All of it,2026-10-01T20:00:00Z\n",
		"locations.csv":           "id,location_type,latitude,longitude,name\nx3,physical,37.6,61.8,Office\n",
		"addresses.csv":           "id,location_id,address_1,city,state_province,postal_code,country,address_type\nx4,x3,Main street 1,Mary,Mary Region,745400,TM,physical\n",
		"service_at_location.csv": "id,service_id,location_id,description\nx5,x2,x3,Second floor\n",
		"service_areas.csv":       "id,service_id,name\nx6,x2,mary region\nx7,x2,Everywhere\n",
		"languages.csv":           "id,service_id,name,code\nx6,x2,Turkmen,tk\n",
		"required_documents.csv":  "id,service_id,document\nx6,x2,Паспорт\nx7,x2,Паспорт\n",
		"schedules.csv":           "id,location_id,freq,byday,opens_at,closes_at\nx8,x3,WEEKLY,MO,09:00,10:00\n",
		"phones.csv":              "id,service_id,number,extension\nx6,x2,+993 00 11-11-11,12\nx7,x2,+993 00 22-22-22,\n",
	}), intake.Options{Languages: []string{"tk", "en"}, Text: "en", Zone: time.FixedZone("", 5*3600)})
	if err != nil || finding.Stops(found) {
		t.Fatal(err, found)
	}
	for _, c := range []struct {
		table, column string
		want          []string
	}{
		{"services", "name_en", []string{"Help"}}, {"services", "name_tk", []string{""}}, {"services", "status", []string{"paused"}},
		{"services", "modified", []string{"2026-10-02"}}, // the day in the country
		{"services", "phone", []string{"+993 00 11-11-11"}}, {"services", "service_languages", []string{"turkmen"}},
		{"places", "id", []string{"tm", "mary-region", "mary"}}, {"places", "parent_id", []string{"", "tm", "mary-region"}},
		{"locations", "place_id", []string{"mary"}}, {"locations", "confidential", []string{"no"}}, {"locations", "provider_id", []string{"00000001-0000-4000-8000-000000000000"}},
		{"locations", "address_en", []string{"Main street 1"}}, {"service_locations", "note_en", []string{"Second floor"}},
		{"schedules", "service_id", []string{"00000002-0000-4000-8000-000000000000"}}, {"schedules", "location_id", []string{"00000003-0000-4000-8000-000000000000"}},
		{"service_areas", "place_id", []string{"mary-region"}},
	} {
		if got := column(t, tables, c.table, c.column); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s.%s is %q, want %q", c.table, c.column, got, c.want)
		}
	}
	if d := column(t, tables, "services", "documents"); len(d) != 1 || strings.Count(d[0], ";") != 1 {
		t.Errorf("documents are %q", d)
	}
	// What has no place is told, and how much of it.
	told := map[string]bool{}
	for _, f := range found {
		told[strings.Join([]string{string(f.Code), f.File, f.Column, f.Args["table"], f.Args["count"]}, " ")] = true
	}
	for _, want := range []string{"hsds-unheld phones.csv extension phone 1", "hsds-rows-unheld phones.csv  phone 1", "hsds-rows-unheld service_areas.csv  service_area 1",
		"hsds-unheld languages.csv code language 1", "hsds-blank providers.csv kind  1", "hsds-blank services.csv name_tk  1"} {
		if !told[want] {
			t.Errorf("not told: %s", want)
		}
	}
}

// Where no country is known, hours stay as the package tells them, whatever its time.
func TestHoursWithoutACountry(t *testing.T) {
	tables, found, err := intake.Read(foreign(t, map[string]string{
		"organizations.csv": "id,name,description\nx1,Org,About it\n",
		"services.csv":      "id,organization_id,name,status\nx2,x1,Help,active\n",
		"schedules.csv":     "id,service_id,freq,interval,byday,opens_at,closes_at,timezone\nx3,x2,WEEKLY,,SU,00:00:00,23:59:00,5\n",
	}), intake.Options{Text: "en"})
	if err != nil {
		t.Fatal(err)
	}
	if got := column(t, tables, "schedules", "opens_at"); !slices.Equal(got, []string{"00:00"}) {
		t.Errorf("%v %v", got, found)
	}
}

// Hours come in many forms; what is not of one day in the country, or not of every
// week, is left out and told.
func TestHours(t *testing.T) {
	for rule, want := range map[string]string{
		`WEEKLY,,"MO,TU",09:00:00,13:00:00,`:   "Mo;Tu 09:00 13:00",
		`WEEKLY,1,FR,09:00Z,13:00Z,`:           "Fr 14:00 18:00",
		`WEEKLY,,fr,09:00,23:59:00,`:           "Fr 09:00 24:00",
		`,,SA,00:00,24:00,`:                    "Sa 00:00 24:00",
		`WEEKLY,,SU,09:00+03:00,10:00+03:00,`:  "Su 11:00 12:00",
		`WEEKLY,,SU,09:00,10:00,6`:             "Su 08:00 09:00",
		`WEEKLY,,SU,09:00,10:00,5.5`:           "Su 08:30 09:30",
		`WEEKLY,,SU,22:00Z,23:00Z,`:            "hsds-hours",
		`WEEKLY,,SU,18:00,02:00,`:              "hsds-hours",
		`WEEKLY,2,SU,09:00,10:00,`:             "hsds-rows-unheld",
		`MONTHLY,,1SU,09:00,10:00,`:            "hsds-rows-unheld",
		`WEEKLY,,1SU,09:00,10:00,`:             "hsds-rows-unheld",
		`WEEKLY,,,09:00,10:00,`:                "hsds-rows-unheld",
		`WEEKLY,,SU,,,`:                        "hsds-rows-unheld",
		`WEEKLY,,SU,nine,ten,`:                 "hsds-type",
		`DAILY,,SU,09:00,10:00,`:               "hsds-enum",
		`WEEKLY,,"MO,TU",08:00:00,17:00:00,99`: "Mo;Tu 08:00 17:00", // no zone of the world
	} {
		tables, found, err := intake.Read(foreign(t, map[string]string{
			"organizations.csv": "id,name,description\nx1,Org,About it\n",
			"services.csv":      "id,organization_id,name,status\nx2,x1,Help,active\n",
			"schedules.csv":     "id,service_id,freq,interval,byday,opens_at,closes_at,timezone\nx3,x2," + rule + "\n",
		}), intake.Options{Text: "en", Zone: time.FixedZone("", 5*3600), Skip: strings.HasPrefix(rule, "WEEKLY,,SU,nine") || strings.HasPrefix(rule, "DAILY")})
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(want, "hsds-") {
			told := slices.ContainsFunc(found, func(f finding.Finding) bool { return string(f.Code) == want && f.File == "schedules.csv" })
			if !told || column(t, tables, "schedules", "weekdays") != nil {
				t.Errorf("%s: %v, want %s", rule, found, want)
			}
			continue
		}
		got := strings.Join(append(append(column(t, tables, "schedules", "weekdays"), column(t, tables, "schedules", "opens_at")...), column(t, tables, "schedules", "closes_at")...), " ")
		if got != want {
			t.Errorf("%s is %q, want %q", rule, got, want)
		}
	}
}

// TestAllFaultsAtOnce plants many faults in one package: each is told in one run,
// so that nobody mends one only to learn of the next.
func TestAllFaultsAtOnce(t *testing.T) {
	_, found, err := intake.Read(foreign(t, map[string]string{
		"organizations.csv":       "id,name,description,parent_organization_id,year_incorporated\nx1,Org,About it,x1,1991\nx1,Again,x,,\n,None,x,,\nx2,,x,,old\n",
		"services.csv":            "id,organization_id,name,status,assured_date,secret\nx3,x9,Help,active,,\nx4,x1,Care,open,16.11.2026,kept\n",
		"locations.csv":           "id,location_type,latitude,longitude\nx5,physical,61.8,371.6\nx6,floating,a,b\n",
		"service_at_location.csv": "id,service_id,location_id\nx7,x4,x9\n",
		"phones.csv":              "id,service_id,contact_id,number\nx8,x4,x1,\nx9,x4,x1,123\n",
		"taxonomy_terms.csv":      "id,code,name,description,parent_id\nx1,a,A,a,x2\nx2,b,B,b,x1\n",
		"attributes.csv":          "id,link_id,link_entity,taxonomy_term_id\nx1,x9,service,x1\n",
		"people.csv":              "name\nSomebody\n",
	}), intake.Options{Text: "en"})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range found {
		got = append(got, strings.TrimSpace(string(f.Code)+" "+f.File+":"+strconv.Itoa(f.Line)+" "+f.Column))
	}
	for _, want := range []string{
		"hsds-cycle organizations.csv:2 parent_organization_id", "hsds-id-repeated organizations.csv:3 id", "hsds-field-missing organizations.csv:4 id",
		"hsds-field-missing organizations.csv:5 name", "hsds-type organizations.csv:5 year_incorporated",
		"hsds-reference services.csv:2 organization_id", "hsds-enum services.csv:3 status", "hsds-type services.csv:3 assured_date", "hsds-unheld services.csv:3 secret",
		"hsds-coordinate locations.csv:2 longitude", "hsds-enum locations.csv:3 location_type", "hsds-type locations.csv:3 latitude", "hsds-type locations.csv:3 longitude",
		"hsds-reference service_at_location.csv:2 location_id", "hsds-field-missing phones.csv:2 number", "hsds-table-missing phones.csv:3 contact_id",
		"hsds-cycle taxonomy_terms.csv:3 parent_id", "hsds-reference attributes.csv:2 link_id", "file-unread people.csv:0",
	} {
		if !slices.Contains(got, want) {
			t.Errorf("not told: %s", want)
		}
	}
	if t.Failed() {
		t.Log(strings.Join(got, "\n"))
	}
}
