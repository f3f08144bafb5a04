// Command dataset makes a dataset of any size from a seed, for benchmarks: the
// same numbers give the same bytes. Places, terms, holidays, helplines and rules
// are those of the demonstration; texts are sentences of its services in another
// order, so that words are as frequent as in real ones.
//
//	go run ./bench/dataset --services 10000 --output /tmp/big
package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	var o options
	flag.IntVar(&o.services, "services", 1000, "services to make")
	flag.IntVar(&o.indicators, "indicators", 20, "indicators to make")
	flag.IntVar(&o.quarters, "quarters", 12, "quarters of observations")
	flag.Uint64Var(&o.seed, "seed", 1, "seed of the random numbers")
	flag.StringVar(&o.from, "from", ".", "the demonstration site to take places, terms and sentences from")
	flag.StringVar(&o.output, "output", "", "folder to write (required, made if missing)")
	flag.Parse()
	if o.output == "" || flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(o); err != nil {
		fmt.Fprintln(os.Stderr, "dataset:", err)
		os.Exit(1)
	}
}

type options struct {
	services, indicators, quarters int
	seed                           uint64
	from, output                   string
}

// copied are the tables taken as they are.
var copied = []string{"sources", "places", "place_validity", "place_changes", "terms", "holidays", "helplines",
	"questions", "question_options", "rules", "eligibility_cases"}

func run(o options) error {
	if err := os.MkdirAll(filepath.Join(o.output, "data"), 0o755); err != nil {
		return err
	}
	for _, name := range append(copied[:len(copied):len(copied)], "outlines.geojson", "config.toml") {
		file := filepath.Join("data", name+".csv")
		switch {
		case strings.HasSuffix(name, ".geojson"):
			file = filepath.Join("data", name)
		case strings.HasSuffix(name, ".toml"):
			file = name
		}
		data, err := os.ReadFile(filepath.Join(o.from, file))
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(o.output, file), data, 0o644); err != nil {
			return err
		}
	}
	m, err := newMaker(o)
	if err != nil {
		return err
	}
	m.providers()
	m.services()
	m.statistics()
	return m.close()
}

// maker holds what rows are made from. Every table has its own stream of random
// numbers: a larger one keeps the rows of a smaller one.
type maker struct {
	options
	source *source
	tables map[string]*tableFile
	err    error
}

func newMaker(o options) (*maker, error) {
	source, err := readSource(filepath.Join(o.from, "data"))
	if err != nil {
		return nil, err
	}
	return &maker{options: o, source: source, tables: map[string]*tableFile{}}, nil
}

// random gives the stream of row i of a table.
func (m *maker) random(table string, i int) *rand.Rand {
	h := m.seed
	for _, c := range table {
		h = h*1099511628211 + uint64(c)
	}
	return rand.New(rand.NewPCG(h, uint64(i)))
}
