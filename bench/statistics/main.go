// Command statistics measures a build of much statistics: 200 indicators for 50
// places, each told as a total and by sex and age (five cells), in 40 quarters,
// each a release: two million observations. Time and peak memory of each stage are
// printed.
//
//	go run ./bench/statistics -part 16    # one sixteenth of the indicators
package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"runtime/pprof"
	"time"

	"elinde/generator/config"
	"elinde/generator/finding"
	"elinde/generator/pipeline"
	"elinde/site"
)

// indicators of the whole export.
const indicators = 200

func main() {
	if site.IsChild() {
		os.Exit(site.ChildMain())
	}
	part := flag.Int("part", 16, "measure one of so many parts of the indicators")
	profile := flag.String("profile", "", "write a profile of the processor to this file")
	heap := flag.String("heap", "", "write a profile of the memory at its peak to this file")
	only := flag.Bool("check", false, "stop after disclosure control")
	flag.Parse()
	if err := run(max(1, indicators / *part), *profile, *heap, *only); err != nil {
		log.Fatal(err)
	}
}

func run(indicators int, profile, heap string, only bool) error {
	folder, err := os.MkdirTemp("", "statistics")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	rows, size, err := write(folder, indicators)
	if err != nil {
		return err
	}
	fmt.Printf("%d indicators, %d observations, %d MiB of CSV\n", indicators, rows, size>>20)
	s, found, err := config.Load(filepath.Join(folder, "config.toml"))
	if err != nil || finding.Stops(found) {
		return fmt.Errorf("cannot use the settings: %v %v", err, found)
	}
	if profile != "" {
		f, err := os.Create(profile)
		if err != nil {
			return err
		}
		defer f.Close()
		if err := pprof.StartCPUProfile(f); err != nil {
			return err
		}
		defer pprof.StopCPUProfile()
	}
	if heap != "" {
		stop := watchPeak(heap)
		defer func() {
			if err := stop(); err != nil {
				log.Print(err)
			}
		}()
	}
	w := newWatch()
	start := time.Now()
	if only {
		checked, err := pipeline.Examine(context.Background(), s, found, w.stage)
		w.end()
		if err == nil {
			err = stops(checked.Findings)
		}
		if checked != nil && checked.Protected != nil {
			fmt.Printf("withheld %d\n", len(checked.Protected.Withheld()))
		}
		return err
	}
	built, err := pipeline.Build(context.Background(), s, found, pipeline.Options{Progress: w.stage})
	w.end()
	if err != nil {
		return err
	}
	if err := stops(built.Findings); err != nil {
		return err
	}
	defer built.Index.Close()
	for _, t := range built.Report.Times {
		fmt.Printf("  site %-10s %8.1f s\n", t.Part, t.Took.Seconds())
	}
	fmt.Printf("whole %.1f s, %d pages, %d files, %d MiB\n", time.Since(start).Seconds(),
		built.Report.Pages, built.Report.Files, built.Report.Bytes>>20)
	return nil
}

// stops gives the first finding that is an error.
func stops(found []finding.Finding) error {
	for _, f := range found {
		if f.Severity == finding.Error {
			return fmt.Errorf("the invented export has a fault: %+v", f)
		}
	}
	return nil
}
