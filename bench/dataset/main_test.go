package main

import (
	"context"
	"path/filepath"
	"testing"

	"elinde/generator/config"
	"elinde/generator/finding"
	"elinde/generator/pipeline"
)

// What the benchmarks measure must be a site that could be published.
func TestDatasetHasNoFault(t *testing.T) {
	out := t.TempDir()
	if err := run(options{services: 40, indicators: 4, quarters: 5, seed: 1, from: "../..", output: out}); err != nil {
		t.Fatal(err)
	}
	s, found, err := config.Load(filepath.Join(out, "config.toml"))
	if err != nil {
		t.Fatal(err)
	}
	checked, err := pipeline.Examine(context.Background(), s, found, func(pipeline.Stage, int, int) {})
	if err != nil {
		t.Fatal(err)
	}
	if checked.Protected == nil {
		t.Error("the dataset cannot be published")
	}
	for _, f := range checked.Findings {
		if f.Severity == finding.Error {
			t.Errorf("%+v", f)
		}
	}
}
