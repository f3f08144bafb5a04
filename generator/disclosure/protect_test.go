package disclosure

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"elinde/generator/config"
	"elinde/generator/dataset"
	"elinde/generator/finding"
	"elinde/generator/table"
)

var update = flag.Bool("update", false, "write the cases' expected parts anew")

// TestCases runs testdata/*.txtar: tables in, and in the file "protected" what
// may be published of them, the findings and what is forbidden.
func TestCases(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) < 3 {
		t.Fatal(err, names)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			got := describe(t, archive)
			for i := range archive.Files {
				f := &archive.Files[i]
				if f.Name != "protected" {
					continue
				}
				if want := string(f.Data); got != want && !*update {
					t.Errorf("got\n%s\nwant\n%s", got, want)
				}
				f.Data = []byte(got)
			}
			if *update {
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func describe(t *testing.T, archive *txtar.Archive) string {
	t.Helper()
	files, err := txtar.FS(archive)
	if err != nil {
		t.Fatal(err)
	}
	data, err := fs.Sub(files, "data")
	if err != nil {
		t.Fatal(err)
	}
	s := config.Settings{Languages: []config.Language{{Code: "en"}}, Country: "country", UTCOffset: "+05:00",
		AsOf: time.Date(2026, 11, 16, 9, 0, 0, 0, time.UTC), StaleAfterDays: 10000}
	records, found, err := table.Read(data, s)
	if err != nil {
		t.Fatal(err)
	}
	set, more := dataset.Check(records, s)
	if found = append(found, more...); finding.Stops(found) {
		t.Fatal(found)
	}
	before := len(set.Index().Observations)
	p, notes := Protect(set, s)
	if len(set.Index().Observations) != before {
		t.Error("the dataset was changed")
	}
	x := p.Index()
	var b strings.Builder
	for _, l := range x.Locations {
		fmt.Fprintf(&b, "location %s %s name=%v address=%v lat=%s phone=%s\n", l.ID, l.PlaceID, l.Name, l.Address, l.Latitude.Text, l.Phone)
	}
	for _, a := range x.ServiceAreas {
		fmt.Fprintf(&b, "area %s %s\n", a.ServiceID, a.PlaceID)
	}
	for _, l := range x.ServiceLocations {
		fmt.Fprintf(&b, "at %s %s phone=%s\n", l.ServiceID, l.LocationID, l.Phone)
	}
	for _, r := range x.Releases {
		fmt.Fprintf(&b, "release %s title=%v summary=%v\n", r.ID, r.Title, r.Summary)
	}
	for _, n := range x.Indicators {
		if n.BaselinePeriod != "" || n.Baseline.Set() {
			fmt.Fprintf(&b, "baseline %s %s = %s\n", n.ID, n.BaselinePeriod, n.Baseline.Text)
		}
	}
	for _, o := range x.Observations {
		fmt.Fprintf(&b, "%s %s %s %s %s = %q %v %s\n", o.ReleaseID, o.Indicator, o.TimePeriod, o.RefArea, o.Sex, o.Value.Text, o.Status, o.ConfStatus)
	}
	for _, f := range notes {
		fmt.Fprintf(&b, "note %s %s %s\n", f.Code, f.Value, sorted(f.Args))
	}
	for _, f := range p.Forbidden() {
		fmt.Fprintf(&b, "forbidden %s\n", f)
	}
	return b.String()
}

func sorted(args map[string]string) string {
	var list []string
	for k, v := range args {
		list = append(list, k+"="+v)
	}
	sort.Strings(list)
	return strings.Join(list, " ")
}
