package documents

import (
	"context"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"elinde/generator/config"
	"elinde/generator/dataset"
	"elinde/generator/disclosure"
	"elinde/generator/programme"
	"elinde/generator/table"
	"elinde/search"
)

const tables = `
-- places.csv --
id,parent_id,level,name_tk,name_en,alternative_names
turkmenistan,,country,Türkmenistan,Turkmenistan,
lebap,turkmenistan,welayat,Lebap welaýaty,Lebap Region,Лебап;Chardzhou Region
saglyk,lebap,etrap,Saglyk etraby,,
-- terms.csv --
scheme,id,parent_id,name_tk,name_en,synonyms_tk,synonyms_en,sensitive
service_type,care,,Garamak,Care,,,
service_type,day-care,care,Gündizki garamak,Day care,,day centre;club,
service_type,safety,,Howpsuzlyk we maslahat,Safety and counselling,,,yes
service_type,shelter,safety,Gaçybatalga,Shelter,,refuge,yes
target_group,older-persons,,Garrylar,Older persons,ýaşulular,elderly,
delivery_mode,centre,,Merkezde,At a centre,,,
danger,older-persons,,Howp,Danger,urýar;özüni oňarmaýar,beats;left alone,yes
danger,life,,Jana howp,Danger to life,ölesim gelýär,want to die,yes
danger,children,,Çaga howp,Danger to a child,,beats girl,yes
fee,free,,Mugt,Free,,,
theme,people,,Adamlar,People,,,
-- providers.csv --
id,kind,name_tk,name_en,description_tk,description_en,last_verified
office,state,Durmuş goragy edarasy,Office of social protection,**Edara** kömek berýär,,2026-10-01
-- services.csv --
id,provider_id,name_tk,name_en,summary_tk,summary_en,description_tk,service_type,target_groups,delivery_modes,status,fee,sensitive,last_verified
centre,office,Garrylar merkezi,Centre for older people,Günüňi geçirmäge ýer,,Gel-de [gör](javascript:alert(1)) <script>hile</script>,day-care,older-persons,centre,paused,free,no,2026-10-01
s7,office,Zenanlar üçin gaçybatalga,Women's refuge,Gizlin ýer,A hidden place,,shelter,older-persons,centre,active,free,yes,2026-10-01
-- locations.csv --
id,provider_id,place_id,name_en,address_en,latitude,longitude,confidential,last_verified
hall,office,saglyk,Town hall,12 Garden street,39.10,63.60,no,2026-10-01
secret,office,saglyk,Quiet house,99 Hidden lane,,,yes,2026-10-01
-- service_locations.csv --
service_id,location_id
centre,hall
s7,secret
-- service_areas.csv --
service_id,place_id
s7,saglyk
-- helplines.csv --
id,name_tk,name_en,phone,target_groups
trust,Ynanç telefony,Trust line,+993 00 11-22-33,older-persons
-- indicators.csv --
id,theme,kind,name_tk,name_en,definition_tk,definition_en,unit,frequency,source_tk,source_en
served,people,count,Hyzmat edilen adamlar,People served,Näçe adam,"How many *people* were served",persons,Q,Edara,Office
`

func protected(t *testing.T) (*disclosure.Protected, config.Settings) {
	t.Helper()
	files, err := txtar.FS(txtar.Parse([]byte(tables)))
	if err != nil {
		t.Fatal(err)
	}
	s := config.Settings{Languages: []config.Language{{Code: "tk"}, {Code: "en"}}, Country: "turkmenistan", UTCOffset: "+05:00",
		AsOf: time.Date(2026, 11, 16, 9, 0, 0, 0, time.UTC), StaleAfterDays: 10000}
	return protect(t, files, s), s
}

func protect(t *testing.T, files fs.FS, s config.Settings) *disclosure.Protected {
	t.Helper()
	records, _, err := table.Read(files, s)
	if err != nil {
		t.Fatal(err)
	}
	set, found := dataset.Check(records, s)
	if set == nil {
		t.Fatal(found)
	}
	p, found := disclosure.Protect(set, s)
	if p == nil {
		t.Fatal(found)
	}
	return p
}

func documentsByID(docs []search.Document, language string) map[string]search.Document {
	out := map[string]search.Document{}
	for _, d := range docs {
		if d.Language == language {
			out[d.ID] = d
		}
	}
	return out
}

var paths = Paths{Term: address, Indicator: func(n *programme.Indicator, _ bool) string { return "statistics/" + string(n.ID) + "/" },
	Hours: func(s *programme.Service) []string { return []string{`{"s":[]}`, `{"s":[[31,540,1080,0,"",""]]}`} }}

func address(t *programme.Term) string { return t.Scheme + "/" + string(t.ID) + "/" }

func TestWhatPeopleTypeFindsIt(t *testing.T) {
	p, s := protected(t)
	x, err := search.Build(Of(p, s, paths))
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	for _, c := range []struct{ language, text, want string }{
		{"en", "elderly club", "service/centre"},
		{"en", "elderly", "topic/target_group/older-persons"},
		{"en", "club", "topic/service_type/day-care"},
		{"en", "garden street", "service/centre"},
		{"en", "day care in Chardzhou", "service/centre"},
		{"en", "refuges", "service/s7"},
		{"en", "geçirmek", ""},
		{"en", "Günüňi", "service/centre"}, // shown in Turkmen, found in Turkmen
		{"tk", "garrylar merkezi", "service/centre"},
		{"tk", "лебап", "place/lebap"},
		{"tk", "Lebap Region", "place/lebap"},
		{"en", "office", "provider/office"},
		{"en", "trust line", "helpline/trust"},
		{"en", "people served", "indicator/served"},
		{"en", "hidden lane", ""},
		{"en", "quiet house", ""},
		{"tk", "javascript", ""},
	} {
		r, err := x.Search(context.Background(), search.Query{Text: c.text + " ", Language: c.language, Limit: 1})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if r.Match == search.MatchAll {
			got = r.Hits[0].ID
		}
		if got != c.want {
			t.Errorf("%s %q finds %q, want %q", c.language, c.text, got, c.want)
		}
	}
}

// TestWordsOfDanger holds that they raise the alarm in any language of the site,
// and lead to help for the people they are about.
func TestWordsOfDanger(t *testing.T) {
	p, s := protected(t)
	x, err := search.Build(Of(p, s, paths))
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	for _, c := range []struct {
		language, text string
		alarm          bool
		want           string
	}{
		{"en", "my son beats me", true, "helpline/trust"},
		{"en", "adamym uryar", true, "helpline/trust"},
		{"tk", "she beats", true, "helpline/trust"},
		{"tk", "urýar", true, "helpline/trust"},
		{"en", "i want to die", true, "helpline/trust"},
		{"en", "left", false, "helpline/trust"},
		{"en", "left me alone", true, "helpline/trust"},
		{"en", "club", false, "topic/service_type/day-care"},
	} {
		r, err := x.Search(context.Background(), search.Query{Text: c.text, Language: c.language, Limit: 1})
		if err != nil {
			t.Fatal(err)
		}
		if (len(r.Plan.Dangers) > 0) != c.alarm || len(r.Hits) == 0 || r.Hits[0].ID != c.want {
			t.Errorf("%s %q: alarm %v, hits %v", c.language, c.text, r.Plan.Dangers, r.Hits)
		}
	}
}

func TestHits(t *testing.T) {
	p, s := protected(t)
	docs := documentsByID(Of(p, s, paths), "en")
	if len(docs) != 11 {
		t.Errorf("%d documents, want 11", len(docs))
	}
	centre := docs["service/centre"]
	if centre.Path != "en/services/centre/" || centre.Title != "Centre for older people" || centre.Display["status"] != "paused" ||
		centre.Display["summary"] != "Günüňi geçirmäge ýer" || centre.Display["summary_lang"] != "tk" || centre.Display["place"] != "Saglyk etraby" {
		t.Errorf("%+v", centre)
	}
	if got := centre.Facets["place"]; !slices.Equal(got, []string{"saglyk", "lebap", "turkmenistan"}) {
		t.Errorf("places %v", got)
	}
	if got := centre.Facets["type"]; !slices.Equal(got, []string{"day-care", "care"}) {
		t.Errorf("types %v", got)
	}
	if d := docs["provider/office"]; d.Display["summary"] != "Edara kömek berýär" || d.Display["summary_lang"] != "tk" {
		t.Errorf("%+v", d)
	}
	if d := docs["place/saglyk"]; d.Title != "Saglyk etraby" || d.Display["title_lang"] != "tk" || d.Display["place"] != "Lebap Region" {
		t.Errorf("%+v", d)
	}
	if d := docs["helpline/trust"]; d.Display["phone"] != "+993 00 11-22-33" || d.Path != "en/helplines/" {
		t.Errorf("%+v", d)
	}
	if d := docs["indicator/served"]; d.Display["summary"] != "How many people were served" {
		t.Errorf("%+v", d)
	}
}

// TestHoursAndPoints holds that a hit can say when and how far, unless it is sensitive.
func TestHoursAndPoints(t *testing.T) {
	p, s := protected(t)
	docs := documentsByID(Of(p, s, paths), "en")
	centre := docs["service/centre"]
	if centre.Display["hours"] != `[{"s":[]},{"s":[[31,540,1080,0,"",""]]}]` || len(centre.Facets["open"]) != 2 {
		t.Errorf("hours %q, open %q", centre.Display["hours"], centre.Facets["open"])
	}
	if got := centre.Display["points"]; got != "39.10,63.60" {
		t.Errorf("points %q", got)
	}
	refuge := docs["service/s7"]
	if refuge.Display["hours"] != "" || refuge.Display["points"] != "" || refuge.Facets["open"] != nil {
		t.Errorf("%+v", refuge)
	}
}

// TestSensitiveServicesShowNothing holds that a hit tells neither name nor
// summary, and no place smaller than the welaýat.
func TestSensitiveServicesShowNothing(t *testing.T) {
	p, s := protected(t)
	for _, language := range []string{"tk", "en"} {
		d := documentsByID(Of(p, s, paths), language)["service/s7"]
		shown := d.Title + " " + d.Path
		for k, v := range d.Display {
			shown += " " + k + " " + v
		}
		if d.Title == "" || d.Display["sensitive"] != "yes" {
			t.Errorf("%+v", d)
		}
		for _, secret := range []string{"refuge", "gaçybatalga", "Gizlin", "hidden", "Saglyk"} {
			if strings.Contains(strings.ToLower(shown), strings.ToLower(secret)) {
				t.Errorf("%s shows %q: %s", language, secret, shown)
			}
		}
	}
}

func TestPages(t *testing.T) {
	docs := Pages([]Page{{Language: "en", Path: "en/about/", Title: "About", Description: "What it is", Markdown: "# The **law**\n\nof 2021"}})
	if d := docs[0]; d.ID != "page/en/about/" || d.Display["summary"] != "What it is" || d.Fields[2].Text != "The law of 2021" {
		t.Errorf("%+v", d)
	}
}

// TestDangerOfTheLongestText holds that the text with the most words found tells
// what the danger is.
func TestDangerOfTheLongestText(t *testing.T) {
	p, s := protected(t)
	x, err := search.Build(Of(p, s, paths))
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	for text, want := range map[string][]string{
		"beats":                 {"older-persons"},
		"he beats a girl":       {"children", "older-persons"},
		"beats, i want to die ": {"life", "older-persons"},
		"girl":                  nil,
	} {
		r, err := x.Search(context.Background(), search.Query{Text: text, Language: "en"})
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(r.Plan.Dangers, want) {
			t.Errorf("%q tells of %v, want %v", text, r.Plan.Dangers, want)
		}
	}
}

// TestSoughtSection holds that a section is found by the words people seek it by.
func TestSoughtSection(t *testing.T) {
	x, err := search.Build(Pages([]Page{{Language: "ru", Path: "ru/your-rights/", Title: "Ваши права", Markdown: "Напишите жалобу",
		Sought: Sought{Title: "Куда жаловаться", Anchor: "complaint", Words: "жаловаться;нагрубили"}}}))
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	for _, text := range []string{"куда жаловаться", "жаловаться", "мне нагрубили"} {
		r, err := x.Search(context.Background(), search.Query{Text: text, Language: "ru", Limit: 1})
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Hits) != 1 || r.Hits[0].Path != "ru/your-rights/#complaint" {
			t.Errorf("%q finds %v", text, r.Hits)
		}
	}
}

// TestServiceOfAWelayatServesItsEtraps holds that who names the etrap finds it.
func TestServiceOfAWelayatServesItsEtraps(t *testing.T) {
	_, s := protected(t)
	files, err := txtar.FS(txtar.Parse([]byte(strings.Replace(tables, "-- service_areas.csv --\nservice_id,place_id\n", "-- service_areas.csv --\nservice_id,place_id\ncentre,lebap\n", 1))))
	if err != nil {
		t.Fatal(err)
	}
	d := documentsByID(Of(protect(t, files, s), s, paths), "tk")["service/centre"]
	if got := d.Facets["place"]; !slices.Equal(got, []string{"saglyk", "lebap", "turkmenistan"}) {
		t.Errorf("places %v", got)
	}
	if !slices.ContainsFunc(d.Fields, func(f search.Field) bool { return f.Text == "Saglyk etraby" }) {
		t.Error("the name of the etrap is not indexed")
	}
	if d.Display["place"] != "Lebap welaýaty" {
		t.Errorf("shows %q", d.Display["place"])
	}
}

func TestShorten(t *testing.T) {
	long := strings.Repeat("hyzmatlar ", 60)
	if got := shorten(long); len([]rune(got)) > shownLetters+1 || !strings.HasSuffix(got, "hyzmatlar…") {
		t.Errorf("%q", got)
	}
	if got := shorten("short"); got != "short" {
		t.Errorf("%q", got)
	}
}
