package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sync"
)

// floor executes the theme's templates by html/template for every record and
// writes the pages: what any generator in Go has to do at the least. It checks
// nothing, links nothing and knows no other page. Without a folder to write to
// it only reads and decodes the records, which shows how much of the floor that
// is.
func floor(records, out string) error {
	files, err := filepath.Glob(filepath.Join(records, "*.jsonl"))
	if err != nil || len(files) == 0 {
		return fmt.Errorf("no records in %s: %w", records, err)
	}
	type job struct {
		line  []byte
		theme *floorTheme
	}
	jobs := make(chan job, 64)
	failed := make(chan error, runtime.GOMAXPROCS(0)+1)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			var page bytes.Buffer
			for j := range jobs {
				if err := floorPage(&page, j.theme, j.line, out); err != nil {
					failed <- err
					return
				}
			}
		})
	}
	read := func(file string) error {
		theme, err := readFloorTheme(records, file[:len(file)-len(".jsonl")])
		if err != nil {
			return err
		}
		f, err := os.Open(file)
		if err != nil {
			return err
		}
		defer f.Close()
		in := bufio.NewReaderSize(f, 1<<20)
		for {
			line, err := in.ReadBytes('\n')
			if err == io.EOF {
				return nil
			}
			if err != nil {
				return err
			}
			select {
			case jobs <- job{line, theme}:
			case err := <-failed:
				return err
			}
		}
	}
	for _, file := range files {
		if err = read(file); err != nil {
			break
		}
	}
	close(jobs)
	workers.Wait()
	close(failed)
	return errors.Join(err, <-failed)
}

func floorPage(page *bytes.Buffer, theme *floorTheme, line []byte, out string) error {
	var r record
	if err := json.Unmarshal(line, &r); err != nil || out == "" {
		return err
	}
	page.Reset()
	if err := theme.execute(page, r); err != nil {
		return fmt.Errorf("%s: %w", r.File, err)
	}
	return writeFile(filepath.Join(out, r.File), page.Bytes())
}
