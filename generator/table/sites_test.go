package table

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"elinde/generator/config"
	"elinde/generator/finding"
	"elinde/generator/programme"
)

// site reads a foreign export through the mapping of its test site. The exports
// are not ours to copy: where they are absent, the test says so.
func site(t *testing.T, name string) (*Records, []finding.Finding) {
	t.Helper()
	set, found, err := config.Load(filepath.Join("testdata", "sites", name, "config.toml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		t.Errorf("config.toml: %+v", f)
	}
	if _, err := os.Stat(filepath.Join(set.Root, set.Mounts["export"])); err != nil {
		t.Skipf("SKIPPED: the export of %s is not on this machine: %v", name, err)
	}
	records, found, err := Read(Open(set), set)
	if err != nil {
		t.Fatal(err)
	}
	return records, found
}

// tally counts findings by code.
func tally(found []finding.Finding) map[finding.Code]int {
	n := map[finding.Code]int{}
	for _, f := range found {
		n[f.Code]++
	}
	return n
}

func TestServicesAdvisorIsReadByMappingAlone(t *testing.T) {
	records, found := site(t, "services-advisor")
	n := tally(found)
	if finding.Stops(found) {
		t.Errorf("findings stop the build: %v", n)
	}
	if n[finding.TimeInvalid] != 43 {
		t.Errorf("%d times like 13:00pm are reported, want 43", n[finding.TimeInvalid])
	}
	for _, f := range found {
		if f.Code == finding.TimeInvalid && (f.Line < 2 || f.Column != "opens_en" || !strings.HasPrefix(f.Value, "13:00pm | ")) {
			t.Errorf("time without its place in the file: %+v", f)
		}
	}
	tables := records.Tables
	for _, c := range []struct {
		what string
		got  int
		want int
	}{
		{"services", len(tables.Services), 562},
		{"places and the country", len(tables.Places), 82},
		{"providers", len(tables.Providers), 44},
		{"terms", len(tables.Terms), 3 + 8 + 21},
	} {
		if c.got != c.want {
			t.Errorf("%d %s, want %d", c.got, c.what, c.want)
		}
	}
	s := &tables.Services[0]
	if s.ID != "22442789" || s.ProviderID != "iocc" || s.ServiceType != "education" || s.Line != 2 || s.Name[1] != "فرص التعليم" {
		t.Errorf("first service is %+v", s)
	}
	repeated := map[programme.ServiceID]int{}
	for i := range tables.Services {
		s := &tables.Services[i]
		if repeated[s.ID]++; repeated[s.ID] == 2 && records.Policy(&s.Row, "services", "id-repeated") != PolicyKeepFirst {
			t.Errorf("policy about the repeated id on line %d is lost", s.Line)
		}
	}
	if len(tables.Services)-len(repeated) != 13 {
		t.Errorf("%d repeated ids, want 13", len(tables.Services)-len(repeated))
	}
	balance(t, records)
}

func TestKyrgyzstanIsReadByMappingAlone(t *testing.T) {
	records, found := site(t, "kyrgyzstan")
	if n := tally(found); finding.Stops(found) || n[finding.FileRepeated] != 2 {
		t.Errorf("want no error and two files of equal bytes, but %v", n)
	}
	for _, f := range found {
		if f.Severity != finding.Note {
			t.Errorf("%+v", f)
		}
	}
	if n := len(records.Tables.Observations); n != 1374 {
		t.Errorf("%d observations, want 1374", n)
	}
	indicators := map[programme.IndicatorID]bool{}
	for _, i := range records.Tables.Indicators {
		indicators[i.ID] = true
	}
	keys := map[string]programme.Position{}
	for _, o := range records.Tables.Observations {
		if !indicators[o.Indicator] {
			t.Fatalf("%s:%d: indicator %q", o.File, o.Line, o.Indicator)
		}
		key := strings.Join([]string{string(o.Indicator), string(o.RefArea), string(o.Sex), string(o.Age), o.TimePeriod}, " ")
		for _, e := range o.Extra {
			key += " " + string(e)
			if strings.ContainsFunc(string(e), func(r rune) bool { return r > 127 }) {
				t.Fatalf("%s:%d: dimension %q was not coded", o.File, o.Line, e)
			}
		}
		if first, twice := keys[key]; twice {
			t.Errorf("%s:%d and %s:%d have the key %s", first.File, first.Line, o.File, o.Line, key)
		}
		keys[key] = o.Position
	}
	balance(t, records)
}

// balance holds that every row is kept or counted as left out.
func balance(t *testing.T, records *Records) {
	t.Helper()
	for _, c := range records.Counts() {
		left := 0
		for _, n := range c.LeftOut {
			left += n
		}
		if c.Read != c.Kept+left {
			t.Errorf("%s of %s: read %d, kept %d, left out %v", c.Table, c.File, c.Read, c.Kept, c.LeftOut)
		}
	}
}
