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
danger,children,,Çaga howp,Danger to a child,,,yes
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
id,provider_id,place_id,name_en,address_en,confidential,last_verified
hall,office,saglyk,Town hall,12 Garden street,no,2026-10-01
secret,office,saglyk,Quiet house,99 Hidden lane,yes,2026-10-01
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

func address(t *programme.Term) string { return t.Scheme + "/" + string(t.ID) + "/" }

func TestWhatPeopleTypeFindsIt(t *testing.T) {
	p, s := protected(t)
	x, err := search.Build(Of(p, s, address))
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
	x, err := search.Build(Of(p, s, address))
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
		if r.Plan.Alarm != c.alarm || len(r.Hits) == 0 || r.Hits[0].ID != c.want {
			t.Errorf("%s %q: alarm %v, hits %v", c.language, c.text, r.Plan.Alarm, r.Hits)
		}
	}
}

func TestHits(t *testing.T) {
	p, s := protected(t)
	docs := documentsByID(Of(p, s, address), "en")
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

// TestSensitiveServicesShowNothing holds that a hit tells neither name nor
// summary, and no place smaller than the welaýat.
func TestSensitiveServicesShowNothing(t *testing.T) {
	p, s := protected(t)
	for _, language := range []string{"tk", "en"} {
		d := documentsByID(Of(p, s, address), language)["service/s7"]
		shown := d.Title + " " + d.Path
		for k, v := range d.Display {
			shown += " " + k + " " + v
		}
		if d.Title == "" || d.Display["sensitive"] != "yes" {
			t.Errorf("%+v", d)
		}
		for _, secret := range []string{"refuge", "gaçybatalga", "Gizlin", "hidden", "Saglyk", "saglyk"} {
			if strings.Contains(strings.ToLower(shown), strings.ToLower(secret)) || slices.Contains(d.Facets["place"], secret) {
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

func TestShorten(t *testing.T) {
	long := strings.Repeat("hyzmatlar ", 60)
	if got := shorten(long); len([]rune(got)) > shownLetters+1 || !strings.HasSuffix(got, "hyzmatlar…") {
		t.Errorf("%q", got)
	}
	if got := shorten("short"); got != "short" {
		t.Errorf("%q", got)
	}
}
