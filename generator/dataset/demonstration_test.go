package dataset_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"elinde/generator/config"
	"elinde/generator/dataset"
	"elinde/generator/finding"
	"elinde/generator/table"
)

// meant are the warnings that the demonstration shows.
var meant = []finding.Code{finding.VerificationOld, finding.PlaceNotInForce, finding.TranslationsMissing}

// The demonstration is what people try first: it has the faults that it is meant
// to show, which are warnings, and no errors.
func TestDemonstrationHasNoErrors(t *testing.T) {
	settings, found, err := config.Load(filepath.Join("..", "..", "config.toml"))
	if err != nil {
		t.Fatal(err)
	}
	records, more, err := table.Read(os.DirFS(filepath.Join("..", "..", settings.Data)), settings)
	if err != nil {
		t.Fatal(err)
	}
	d, checked := dataset.Check(records, settings)
	if len(d.Index().Services) < 100 || len(d.Index().Observations) < 1000 {
		t.Fatalf("the demonstration has %d services and %d observations", len(d.Index().Services), len(d.Index().Observations))
	}
	count := map[finding.Code]int{}
	for _, f := range append(append(found, more...), checked...) {
		count[f.Code]++
		if f.Severity == finding.Error {
			t.Errorf("%s:%d %s %s %q: %s", f.File, f.Line, f.Column, f.Code, f.Value, finding.Texts("en").Sentence(f))
		} else if f.Severity == finding.Warning && !slices.Contains(meant, f.Code) {
			t.Errorf("a warning that is not meant: %s:%d %s %s %q: %s", f.File, f.Line, f.Column, f.Code, f.Value, finding.Texts("en").Sentence(f))
		} else if testing.Verbose() && f.Severity == finding.Warning {
			t.Logf("%s:%d %s %s %q: %s", f.File, f.Line, f.Column, f.Code, f.Value, finding.Texts("en").Sentence(f))
		}
	}
	t.Log(count)
}
