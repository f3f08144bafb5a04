package eligibility_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"elinde/generator/config"
	"elinde/generator/eligibility"
	"elinde/generator/finding"
	"elinde/generator/programme"
	"elinde/generator/table"
)

const today = programme.Date(20261116)

// sound is a small set of tables without a fault. Tests put one fault in.
var sound = map[string]string{
	"places": `id,parent_id,level,name_tk
tm,,country,a
mary,tm,welayat,a
bayramaly,mary,etrap,a
lebap,tm,welayat,a
`,
	"questions": `id,kind,text_tk,min,max,depends_on,position
birth,date,?,1900-01-01,,,1
help,choice,?,,,,2
hours,number,?,0,24,,3
paper,yes-no,?,,,help=daily;weekly,4
home,place,?,,,,5
`,
	"question_options": `question_id,id,label_tk,label_ru,rules_out,spares,position
help,daily,Her gün,Каждый день,,,1
help,weekly,Her hepde,Каждую неделю,"hours between 20,24",,2
help,none,Ýok,Нет,hours gt 0;home in lebap,pension,3
`,
	"helplines": `id,name_tk,phone,first_for,position
last,a,+993 00 11-22-33,paper eq yes,2
first,a,+993 00 11-22-34,paper eq yes;birth lt 18y;help in daily,1
never-first,a,+993 00 11-22-35,,3
`,
	"rules": `id,service_type,group,question_id,op,value,effect,met_tk,unmet_tk,legal_ref,valid_from,valid_to
old,care,a,birth,ge,60y,require,y,n,1,,
often,care,a,help,in,daily;weekly,require,y,n,1,,
near,care,b,home,in,mary,require,y,n,1,,
long,care,b,hours,between,4;8,require,y,n,1,,
away,care,,hours,gt,20,exclude,y,n,1,,
papers,care,,paper,eq,no,review,y,n,1,,
`,
	"eligibility_cases": `id,service_type,as_of,answers,expected,expected_rules
one,care,2026-11-16,birth=1950-01-01;help=daily;hours=1;paper=yes,likely,often;old
two,care,2026-11-16,home=bayramaly;hours=4;help=none,likely,long;near
three,care,2026-11-16,hours=21,not,away
four,care,2026-11-16,birth=1950-01-01;help=daily;hours=1;paper=no,cannot-tell,papers
`,
}

// with gives the sound tables with each old text replaced by the new one.
func with(t *testing.T, replace ...string) map[string]string {
	t.Helper()
	files := map[string]string{}
	for i := 0; i < len(replace); i += 2 {
		found := false
		for _, text := range sound {
			found = found || strings.Contains(text, replace[i])
		}
		if !found {
			t.Fatalf("no table has %q", replace[i])
		}
	}
	for name, text := range sound {
		files[name] = strings.NewReplacer(replace...).Replace(text)
	}
	return files
}

func read(t *testing.T, files map[string]string) *programme.Tables {
	t.Helper()
	fs := fstest.MapFS{}
	for name, text := range files {
		fs[name+".csv"] = &fstest.MapFile{Data: []byte(text)}
	}
	return tables(t, fs, config.Settings{Data: "data", Languages: []config.Language{{Code: "tk"}, {Code: "ru"}}})
}

func tables(t *testing.T, fs fstest.MapFS, set config.Settings) *programme.Tables {
	t.Helper()
	records, found, err := table.Read(fs, set)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		if f.Severity == finding.Error {
			t.Fatalf("%+v", f)
		}
	}
	return &records.Tables
}

// demonstration reads the eligibility tables of the repository.
func demonstration(t *testing.T) (*eligibility.Book, *programme.Tables) {
	t.Helper()
	fs := fstest.MapFS{}
	for _, name := range []string{"places", "questions", "question_options", "rules", "eligibility_cases", "helplines"} {
		data, err := os.ReadFile("../../data/" + name + ".csv")
		if err != nil {
			t.Fatal(err)
		}
		fs[name+".csv"] = &fstest.MapFile{Data: data}
	}
	all := tables(t, fs, config.Settings{Data: "data", Languages: []config.Language{{Code: "tk"}, {Code: "ru"}, {Code: "en"}}})
	book, faults := eligibility.New(all)
	if len(faults) > 0 {
		t.Fatalf("%+v", faults)
	}
	return book, all
}
