package disclosure

import (
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"sort"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"elinde/generator/config"
	"elinde/generator/dataset"
	"elinde/generator/finding"
	"elinde/generator/programme"
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
	s := config.Settings{WithholdingKey: testKey, Languages: []config.Language{{Code: "en"}}, Country: "country", UTCOffset: "+05:00",
		AsOf: time.Date(2026, 11, 16, 9, 0, 0, 0, time.UTC), StaleAfterDays: 10000}
	set := check(t, data, s)
	p, notes := Protect(set, s)
	if !reflect.DeepEqual(set.Index().Tables, check(t, data, s).Index().Tables) {
		t.Error("the dataset was changed")
	}
	var b strings.Builder
	if p == nil {
		b.WriteString("refused\n")
		for _, f := range notes {
			fmt.Fprintf(&b, "%s %s %s\n", f.Code, f.Value, sorted(f.Args))
		}
		return b.String()
	}
	x := p.Index()
	cells(&b, "location", x.Locations)
	cells(&b, "area", x.ServiceAreas)
	cells(&b, "at", x.ServiceLocations)
	cells(&b, "hours", x.Schedules)
	cells(&b, "closure", x.Closures)
	for _, r := range x.Releases {
		fmt.Fprintf(&b, "release %s title=%v summary=%v\n", r.ID, r.Title, r.Summary)
	}
	for _, n := range x.Indicators {
		if n.BaselinePeriod != "" || n.Baseline.Set() {
			fmt.Fprintf(&b, "baseline %s %s = %s\n", n.ID, n.BaselinePeriod, n.Baseline.Text)
		}
	}
	for _, o := range x.Observations {
		fmt.Fprintf(&b, "%s %s %s %s %s = %q %v %s\n", o.ReleaseID, o.Indicator, o.TimePeriod, o.RefArea, split(&o), o.Value.Text, o.Status, o.ConfStatus)
	}
	for _, w := range p.Withheld() {
		fmt.Fprintf(&b, "withheld %s\n", explained(w))
	}
	for _, c := range p.Certificates() {
		fmt.Fprintf(&b, "certificate %s tables=%d figures=%d withheld=%d narrowest=%s exact=%v\n", c.Release, c.Tables, c.Figures, c.Withheld, end(c.Narrowest), c.Exact)
	}
	for _, f := range notes {
		fmt.Fprintf(&b, "note %s %s %s\n", f.Code, f.Value, sorted(f.Args))
	}
	for _, f := range p.Forbidden() {
		from := p.From(f)
		if f == testKey {
			continue
		}
		fmt.Fprintf(&b, "forbidden %s (%s:%d)\n", f, from.File, from.Line)
	}
	return b.String()
}

func check(t *testing.T, data fs.FS, s config.Settings) *dataset.Dataset {
	t.Helper()
	records, found, err := table.Read(data, s)
	if err != nil {
		t.Fatal(err)
	}
	set, more := dataset.Check(records, s)
	if found = append(found, more...); finding.Stops(found) {
		t.Fatal(found)
	}
	return set
}

// cells writes every cell of the rows that is not blank.
func cells[T any](w io.Writer, name string, rows []T) {
	for _, row := range rows {
		fmt.Fprint(w, name)
		r := reflect.ValueOf(row)
		for i := range r.NumField() {
			if column := r.Type().Field(i).Tag.Get("csv"); column != "" && !r.Field(i).IsZero() {
				fmt.Fprintf(w, " %s=%v", column, r.Field(i))
			}
		}
		fmt.Fprintln(w)
	}
}

// split names the members of the dimensions that cases use.
func split(o *programme.Observation) string {
	if o.Age != "_T" {
		return string(o.Sex) + "." + string(o.Age)
	}
	return string(o.Sex)
}

func explained(w WithheldCell) string {
	s := fmt.Sprintf("%s %s", w.Key, w.Reason)
	if w.For != "" {
		s += " for " + w.For
	}
	if w.Low != nil {
		s += fmt.Sprintf(" [%s, %s]", end(w.Low), end(w.High))
	}
	return s
}

func end(n *int64) string {
	if n == nil {
		return "∞"
	}
	return fmt.Sprint(*n)
}

func sorted(args map[string]string) string {
	var list []string
	for k, v := range args {
		list = append(list, k+"="+v)
	}
	sort.Strings(list)
	return strings.Join(list, " ")
}

// testKey makes the three places of most tests hide each other in the order in which
// docs/disclosure.md tells its example.
const testKey = "the key of the tests 2"
