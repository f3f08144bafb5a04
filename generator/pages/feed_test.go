package pages

import (
	"encoding/xml"
	"strings"
	"testing"
	"testing/fstest"

	"elinde/themes"
)

// statisticsFiles are two releases that are out and one that is to come.
func statisticsFiles() fstest.MapFS {
	return fstest.MapFS{
		"places.csv":     {Data: []byte("id,parent_id,level,name_tk,name_ru,name_en\ntm,,country,a,b,c\n")},
		"terms.csv":      {Data: []byte("scheme,id,name_tk,name_ru,name_en\ntheme,t,a,b,c\nunit,person,a,b,c\n")},
		"indicators.csv": {Data: []byte("id,theme,kind,name_tk,name_ru,name_en,unit,threshold,additive_over,frequency\nold,t,count,a,b,c,person,0,,Q\nnew,t,count,a,b,c,person,0,,Q\n")},
		"releases.csv": {Data: []byte("id,publish_at,status,title_tk,title_ru,title_en,summary_en,periods\n2026-Q1,2026-04-30T10:00:00+05:00,published,Bir,Раз,First,**All** of it,2026-Q1\n" +
			"2026-Q2,2026-07-31T23:30:00+05:00,published,Iki,Два,Second,,2026-Q2\n2026-Q4,2027-01-31T10:00:00+05:00,planned,Üç,Три,Third,,2026-Q4\n")},
		"observations.csv": {Data: []byte("release_id,freq,ref_area,indicator,service_type,sex,age,target_group,time_period,obs_value,obs_status,conf_status\n" +
			"2026-Q1,Q,tm,old,_Z,_T,_T,_T,2026-Q1,100,A,F\n2026-Q1,Q,tm,new,_Z,_T,_T,_T,2026-Q1,100,A,F\n2026-Q2,Q,tm,new,_Z,_T,_T,_T,2026-Q2,120,A,F\n")},
	}
}

// The feed of releases tells of what is out, the newest first, with its page and its
// archive, and of nothing that is to come.
func TestFeedOfReleases(t *testing.T) {
	s := tinySettings()
	plan, err := Plan(protected(t, statisticsFiles(), s), s, themes.Elinde(), nil, Options{})
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for f := range plan.Files {
		files[f.Path] = f.Data
	}
	var feed atom
	if err := xml.Unmarshal(files["en/releases/feed.xml"], &feed); err != nil {
		t.Fatal(err)
	}
	if feed.Updated != "2026-07-31T23:30:00+05:00" || len(feed.Entries) != 2 || feed.Links[0].Href != "https://hyzmat.example/en/releases/feed.xml" {
		t.Fatalf("the feed is %+v", feed)
	}
	first := feed.Entries[1]
	if first.ID != "https://hyzmat.example/en/releases/2026-q1/" || first.Title != "First" || first.Summary != "All of it" ||
		first.Links[1].Href != "https://hyzmat.example/downloads/releases/2026-q1/2026-q1.zip" || first.Links[1].Rel != "enclosure" {
		t.Errorf("an entry is %+v", first)
	}
	if strings.Contains(string(files["ru/releases/feed.xml"]), "Три") {
		t.Error("a release is told before its time")
	}
}

// The days of the sitemap are those of the data, whatever day the site is built on.
func TestPagesKnowTheirDay(t *testing.T) {
	s := tinySettings()
	days := func(files fstest.MapFS) map[string]string {
		plan, err := Plan(protected(t, files, s), s, themes.Elinde(), nil, Options{})
		if err != nil {
			t.Fatal(err)
		}
		days := map[string]string{}
		for path, p := range planned(t, plan) {
			days[path] = p.Modified
		}
		return days
	}
	figures, directory := days(statisticsFiles()), days(tinyFiles(t))
	s.AsOf = s.AsOf.AddDate(0, 0, 7)
	later := days(tinyFiles(t))
	for path, want := range map[string]string{"en/statistics/old/": "2026-04-30", "tk/statistics/new/": "2026-07-31", "en/releases/2026-q1/": "2026-04-30", "en/releases/": "2026-07-31"} {
		if figures[path] != want {
			t.Errorf("%s is of %q, want %s", path, figures[path], want)
		}
	}
	known := 0
	for path, day := range directory {
		if day != "" {
			known++
		}
		if later[path] != day || day > "2026-11-16" {
			t.Errorf("%s is of %q, and a week later of %q", path, day, later[path])
		}
	}
	service := directory["en/services/day-care/"]
	if known < 20 || service == "" || directory["ru/services/day-care/"] != service || directory["en/providers/centre/"] < service {
		t.Errorf("%d pages know their day: %v", known, directory)
	}
}
