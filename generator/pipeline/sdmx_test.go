package pipeline

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"elinde/generator/config"
	"elinde/generator/downloads"
	"elinde/generator/finding"
	"elinde/generator/programme"
	"elinde/generator/table"
)

// TestSDMXOfAReleaseIsReadBack reads the published message of a release as an
// export and compares it with the published CSV: figures, statuses,
// confidentiality and comments are the same.
func TestSDMXOfAReleaseIsReadBack(t *testing.T) {
	_, files := demonstrationFiles(t, "2026-11-16T09:00:00+05:00")
	s, _, err := config.Load("../../config.toml")
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []programme.ReleaseID{"2026-Q1", "2026-Q2", "2026-Q3"} {
		folder := downloads.ReleaseFolder(id)
		data := fstest.MapFS{"observations.csv": {Data: files[folder+downloads.ObservationsSDMX]}}
		got := observationsOf(t, data, s)
		want := observationsOf(t, fstest.MapFS{"observations.csv": {Data: files[folder+downloads.ObservationsCSV]}}, s)
		if len(got) < 500 || !slices.Equal(got, want) {
			for i := range got {
				if i < len(want) && got[i] != want[i] {
					t.Fatalf("%s: %s came back as %s", id, want[i], got[i])
				}
			}
			t.Fatalf("%s: %d figures came back as %d", id, len(want), len(got))
		}
	}
}

// observationsOf reads observations as an official's export is read.
func observationsOf(t *testing.T, data fs.FS, s config.Settings) []string {
	t.Helper()
	s.Tables = map[string][]config.Mapping{"observations": {{Files: []string{"observations.csv"}, Ignore: []string{"released", "*_name_*", "unit", "symbol", "licence"}}}}
	records, found, err := table.Read(data, s)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		if f.Severity == finding.Error && strings.HasSuffix(f.File, "observations.csv") {
			t.Errorf("%s:%d %s %s %q %v", f.File, f.Line, f.Column, f.Code, f.Value, f.Args)
		}
	}
	var list []string
	for _, o := range records.Tables.Observations {
		list = append(list, fmt.Sprintf("%s %s %s %s %s %s %s %s %s %v=%q %v %s %q %s", o.ReleaseID, o.Freq, o.RefArea, o.Indicator, o.ServiceType, o.Sex, o.Age,
			o.TargetGroup, o.TimePeriod, o.Extra, o.Value.Text, o.Status, o.ConfStatus, o.Comment, o.Origin))
	}
	return list
}
