package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"text/tabwriter"
	"time"

	"elinde/generator/config"
	"elinde/generator/dataset"
	"elinde/generator/disclosure"
	"elinde/generator/downloads"
	"elinde/generator/pages"
	"elinde/generator/table"
	"elinde/site"
	"elinde/themes"
)

// stages times each stage of a build in this process.
func stages(project string) error {
	s, _, err := config.Load(filepath.Join(project, "config.toml"))
	if err != nil {
		return err
	}
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	defer w.Flush()
	fmt.Fprintln(w, "stage\twall s\tCPU s\theap MiB after\t")
	timed := func(name string, do func()) {
		start, cpu := time.Now(), processor()
		do()
		took, used := time.Since(start), processor()-cpu
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		fmt.Fprintf(w, "%s\t%.2f\t%.2f\t%d\t\n", name, took.Seconds(), used.Seconds(), m.HeapAlloc>>20)
	}
	var records *table.Records
	var set *dataset.Dataset
	var protected *disclosure.Protected
	var plan site.Plan
	timed("read", func() { records, _, err = table.Read(os.DirFS(s.Path(s.Data)), s) })
	if err != nil {
		return err
	}
	timed("check", func() { set, _ = dataset.Check(records, s) })
	timed("protect", func() { protected, _ = disclosure.Protect(set, s) })
	timed("plan: graph and lists", func() { plan, err = pages.Plan(protected, s, themes.Elinde(), nil, pages.Options{}) })
	if err != nil {
		return err
	}
	n := 0
	timed("plan: every page", func() {
		for _, sequence := range plan.Pages {
			for range sequence {
				n++
			}
		}
	})
	timed("feeds", func() {
		for range plan.Files {
		}
	})
	say, err := pages.Interface(themes.Elinde(), s.Languages)
	if err != nil {
		return err
	}
	timed("downloads", func() {
		var open *downloads.Downloads
		if open, err = downloads.New(protected, s, say, pages.Addresses(), downloads.Memory{}); err != nil {
			return
		}
		for range open.Files() {
		}
	})
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "pages\t%d\t\t\t\n", n)
	return nil
}

func processor() time.Duration {
	var u syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
