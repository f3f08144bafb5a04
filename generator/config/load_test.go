package config

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"elinde/generator/finding"
)

const sound = `base_url = "https://example.org/"
title.tk = "Durmuş hyzmatlary"
[[languages]]
code = "tk"
`

func TestDefaultsFillWhatIsLeftOut(t *testing.T) {
	s, found := parse(sound, "config.toml")
	if len(found) > 0 {
		t.Fatalf("findings: %v", found)
	}
	if s.Data != "data" || s.Output != "public" || s.PageSize != 50 || s.StaleAfterDays != 180 || s.Country != "turkmenistan" || s.Precompress {
		t.Errorf("defaults are %+v", s)
	}
	if l := s.Languages[0]; l.Direction != "ltr" || l.Interface != "tk" || l.Name != "tk" {
		t.Errorf("language is %+v", l)
	}
	if _, offset := time.Now().In(s.Zone()).Zone(); offset != 5*3600 {
		t.Errorf("zone is %d seconds east", offset)
	}
}

func TestEachFaultIsAFindingWithItsLine(t *testing.T) {
	for _, c := range []struct{ add, want string }{
		{`colour = "red"`, "config-unknown-key:5:languages.colour:"},
		{"[site]\nname = 1", "config-unknown-key:5:site:"},
		{"[[languages]]\ncode = 5", "config-type:6:languages.code:"},
		{"[[languages]\n", "config-syntax:5::[[languages]"},
		{"[[languages]]\ncode = \"TK\"\n[title]", "config-key-twice:7:title:"},
		{"[[languages]]\ncode = \"RU\"", "config-missing:2:title.RU: config-invalid:6:languages.1.code:RU"},
		{"[[languages]]\ncode = \"tk\"", "config-invalid:6:languages.1.code:tk"},
		{"direction = \"up\"", "config-invalid:5:languages.0.direction:up"},
		{"alphabet = \"a b B a\"", "config-invalid:5:languages.0.alphabet:B config-invalid:5:languages.0.alphabet:a"},
		{"[[tables.services]]\n[tables.services.columns]\nname_ru = \"x\"", "config-column:7:tables.services.0.columns.name_ru:name_ru"},
		{"[[tables.servises]]", "config-table:5:tables.servises:servises"},
		{"[[tables.services]]\nfaulty = { date-invalid = \"ignore\" }", "config-invalid:6:tables.services.0.faulty.date-invalid:ignore"},
		{"[[tables.services]]\nfaulty = { date-invald = \"skip\" }", "config-invalid:6:tables.services.0.faulty.date-invald:date-invald"},
		{"[[tables.services]]\nwhere = { a = \"(\" }", "config-invalid:6:tables.services.0.where.a:("},
		{"[[tables.services]]\n[[tables.services]]\npatterns.status = [{ match = \"[\" }]", "config-invalid:7:tables.services.1.patterns.status:["},
		{"[[tables.services]]\nencoding = \"utf8\"", "config-invalid:6:tables.services.0.encoding:utf8"},
		{"[[dimensions]]\nid = \"sex\"\nscheme = \"x\"\nname.tk = \"x\"", "config-invalid:6:dimensions.0.id:sex"},
	} {
		_, found := parse(sound+c.add+"\n", "config.toml")
		var got []string
		for _, f := range found {
			if f.Severity != finding.Error || f.File != "config.toml" {
				t.Errorf("%s: %+v", c.add, f)
			}
			got = append(got, fmt.Sprintf("%s:%d:%s:%s", f.Code, f.Line, f.Column, f.Value))
		}
		if want := strings.Fields(c.want); !sameSet(got, want) {
			t.Errorf("%s:\n got %v\nwant %v", c.add, got, want)
		}
	}
}

func TestTopLevelFaults(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{`base_url = "example.org"`, "base_url"},
		{`base_url = "https://example.org/x"`, "base_url"},
		{`output = "."`, "output"},
		{`output = "../.."`, "output"},
		{`output = "data/public"`, "output"},
		{`output = "./content"`, "output"},
		{`data = "a\\b"`, "data"},
		{`phone_pattern = "("`, "phone_pattern"},
		{`page_size = -1`, "page_size"},
		{`utc_offset = "Ashgabat"`, "utc_offset"},
	} {
		text := sound
		if strings.HasPrefix(c.line, "base_url") {
			_, text, _ = strings.Cut(text, "\n")
		}
		_, found := parse(c.line+"\n"+text, "config.toml")
		if len(found) != 1 || found[0].Column != c.want || found[0].Line != 1 || found[0].Code != finding.ConfigInvalid {
			t.Errorf("%s: %+v", c.line, found)
		}
	}
}

func sameSet(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	n := map[string]int{}
	for i := range a {
		n[a[i]]++
		n[b[i]]--
	}
	for _, k := range n {
		if k != 0 {
			return false
		}
	}
	return true
}

func TestLoadSetsTheRoot(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "config.toml")
	if err := os.WriteFile(path, []byte("\ufeff"+sound), 0o644); err != nil {
		t.Fatal(err)
	}
	s, found, err := Load(path)
	if err != nil || len(found) > 0 || s.Root != folder {
		t.Errorf("root %q, %v, %v", s.Root, found, err)
	}
	if _, _, err := Load(folder + "/none.toml"); err == nil || !strings.HasPrefix(err.Error(), "cannot open ") {
		t.Errorf("error about a missing file is %v", err)
	}
}

func TestTheDemonstrationsSettingsAreSound(t *testing.T) {
	s, found, err := Load("../../config.toml")
	if err != nil || len(found) > 0 {
		t.Fatal(found, err)
	}
	if got := strings.Join(s.Codes(), " "); got != "tk ru en" {
		t.Errorf("languages are %s", got)
	}
	if n := len(strings.Fields(s.Languages[0].Alphabet)); n != 30 {
		t.Errorf("the Turkmen alphabet has %d letters, want 30", n)
	}
	if n := len(strings.Fields(s.Languages[1].Alphabet)); n != 33 {
		t.Errorf("the Russian alphabet has %d letters, want 33", n)
	}
	if s.Today().String() != "2026-11-16" || !s.Illustration {
		t.Errorf("today is %s, illustration %v", s.Today(), s.Illustration)
	}
}

func FuzzParse(f *testing.F) {
	f.Add(sound)
	f.Add("[[tables.a]]\n[tables.a.columns]\nx.y = 1\n[a.b]\n")
	f.Add("[[a]]\n[[a.b]]\nc=[{d=1}]")
	f.Fuzz(func(t *testing.T, text string) { parse(text, "config.toml") })
}

// A value of the wrong type is told with an example of the right one.
func TestTypesAreShown(t *testing.T) {
	for text, want := range map[string]string{
		"base_url = 5":                    `"…"`,
		"page_size = \"a\"":               "50",
		"precompress = \"yes\"":           "true",
		"title = \"x\"":                   `{ … = "…" }`,
		"as_of = \"gestern\"":             "2026-11-16T09:00:00+05:00",
		"[[languages]]\ncode = 5":         `"…"`,
		"[[tables.services]]\nfiles = 5":  `["…"]`,
		"[[tables.services]]\ncodes = 5.": "…",
	} {
		_, found := parse(text, "config.toml")
		if len(found) != 1 || found[0].Args["want"] != want && want != "…" {
			t.Errorf("%s: %+v, want %s", text, found, want)
		}
	}
}

// A time without zone is the country's, whatever zone the machine is in.
func TestTimesAreTheCountrys(t *testing.T) {
	s, _ := parse("as_of = 2026-11-16T09:00:00\nutc_offset = \"+03:00\"", "config.toml")
	if got := s.AsOf.Format("2006-01-02T15:04:05-07:00"); got != "2026-11-16T09:00:00+03:00" {
		t.Errorf("as_of is %s", got)
	}
}
