package revision_test

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"elinde/generator/config"
	"elinde/generator/dataset"
	"elinde/generator/disclosure"
	"elinde/generator/finding"
	"elinde/generator/revision"
	"elinde/generator/series"
	"elinde/generator/table"
)

var update = flag.Bool("update", false, "write what the cases want anew")

// TestCases reads releases and compares the log of revisions, twice: as of
// November, and as of the evening before the last release.
func TestCases(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no cases", err)
	}
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for i := range archive.Files {
			f := &archive.Files[i]
			day, ok := strings.CutPrefix(f.Name, "want-")
			if !ok {
				continue
			}
			if got := describe(t, archive, day); got != string(f.Data) {
				if *update {
					f.Data = []byte(got)
				} else {
					t.Errorf("%s as of %s: got\n%s\nwant\n%s", name, day, got, f.Data)
				}
			}
		}
		if *update {
			if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func protected(t *testing.T, archive *txtar.Archive, day string) *disclosure.Protected {
	t.Helper()
	files, err := txtar.FS(archive)
	if err != nil {
		t.Fatal(err)
	}
	data, err := fs.Sub(files, "data")
	if err != nil {
		t.Fatal(err)
	}
	at, err := time.Parse(time.DateOnly, day)
	if err != nil {
		t.Fatal(err)
	}
	s := config.Settings{Languages: []config.Language{{Code: "en"}}, Country: "country", UTCOffset: "+05:00", AsOf: at}
	records, found, err := table.Read(data, s)
	if err != nil || finding.Stops(found) {
		t.Fatal(err, found)
	}
	set, found := dataset.Check(records, s)
	if finding.Stops(found) {
		t.Fatal(found)
	}
	p, found := disclosure.Protect(set, s)
	if p == nil {
		t.Fatal(found)
	}
	return p
}

func describe(t *testing.T, archive *txtar.Archive, day string) string {
	p := protected(t, archive, day)
	log := revision.Of(p)
	var b strings.Builder
	ofIndicators := 0
	for i := range p.Index().Indicators {
		ofIndicators += len(log.OfIndicator(p.Index().Indicators[i].ID))
	}
	for _, r := range series.Releases(p) {
		for _, id := range log.BegunIn(r.ID) {
			fmt.Fprintf(&b, "%s begins %s\n", r.ID, id)
		}
		for _, id := range log.EndedIn(r.ID) {
			fmt.Fprintf(&b, "%s ends %s\n", r.ID, id)
		}
		for _, f := range log.FirstIn(r.ID) {
			fmt.Fprintf(&b, "%s first %s %v figures=%d withheld=%d\n", r.ID, f.Indicator, f.Periods, f.Figures, f.Withheld)
		}
		for _, v := range log.OfRelease(r.ID) {
			ofIndicators--
			fmt.Fprintf(&b, "%s %s %s %s → %s since %s %s\n", r.ID, v.Kind, v.Key, words(v.Old), words(v.New), v.Before, v.Reason)
		}
	}
	if ofIndicators != 0 {
		t.Errorf("indicators and releases differ by %d revisions", ofIndicators)
	}
	return b.String()
}

func words(v revision.Told) string {
	switch {
	case !v.There:
		return "nothing"
	case v.Withheld() && v.Value.Set():
		return "A WITHHELD VALUE " + v.Value.Text
	case v.Withheld():
		return "withheld"
	}
	return fmt.Sprint(v.Value.Text, v.Status, v.Symbols)
}
