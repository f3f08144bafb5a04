package dataset_test

import (
	"os"
	"path/filepath"
	"testing"

	"elinde/generator/config"
	"elinde/generator/dataset"
	"elinde/generator/finding"
	"elinde/generator/table"
)

// settings gives those of an export of somebody else that is read by a mapping
// alone. The exports stay outside the repository.
func settings(t *testing.T, name string) config.Settings {
	t.Helper()
	set, _, err := config.Load(filepath.Join("..", "table", "testdata", "sites", name, "config.toml"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(set.Root, set.Mounts["export"])); err != nil {
		t.Skipf("SKIPPED: the export of %s is not on this machine: %v", name, err)
	}
	return set
}

func check(t *testing.T, set config.Settings) (*dataset.Dataset, []finding.Finding) {
	t.Helper()
	records, _, err := table.Read(table.Open(set), set)
	if err != nil {
		t.Fatal(err)
	}
	return dataset.Check(records, set)
}

// count gives the number of findings of a code and severity.
func count(found []finding.Finding, code finding.Code, severity finding.Severity) int {
	n := 0
	for _, f := range found {
		if f.Code == code && f.Severity == severity {
			n++
		}
	}
	return n
}

func TestServicesAdvisorLosesRepeatedIDsOnly(t *testing.T) {
	d, found := check(t, settings(t, "services-advisor"))
	if finding.Stops(found) {
		t.Errorf("findings stop the build")
	}
	services := len(d.Index().Services)
	if services != 562-13 {
		t.Errorf("%d services are left of 562, want those with 13 repeated ids left out", services)
	}
	if n := count(found, finding.IDRepeated, finding.Warning); n != 13 {
		t.Errorf("%d ids are repeated, want 13", n)
	}
	if n := count(found, finding.ServiceEnded, finding.Warning); n != services {
		t.Errorf("%d services have ended, want all %d", n, services)
	}
	left := 0
	for _, l := range d.LeftOut() {
		if l.Table == "services" {
			left++
		}
	}
	if left != 13 {
		t.Errorf("%d services are listed as left out, want 13", left)
	}
}

func TestServicesAdvisorStopsWithoutPolicy(t *testing.T) {
	set := settings(t, "services-advisor")
	for i := range set.Tables["services"] {
		set.Tables["services"][i].Faulty = nil
	}
	_, found := check(t, set)
	if n := count(found, finding.IDRepeated, finding.Error); n != 13 {
		t.Errorf("%d repeated ids are errors, want 13", n)
	}
}

func TestKyrgyzstanNeedsItsDimensions(t *testing.T) {
	set := settings(t, "kyrgyzstan")
	d, found := check(t, set)
	if finding.Stops(found) || len(d.Index().Observations) < 1000 {
		t.Errorf("%d observations; findings: %v", len(d.Index().Observations), found)
	}
	set.Dimensions = nil
	if _, found = check(t, set); count(found, finding.ObservationRepeated, finding.Error) == 0 {
		t.Error("without the dimensions of the export keys repeat, and nothing says so")
	}
}
