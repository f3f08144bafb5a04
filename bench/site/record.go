package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"

	"elinde/generator/config"
	"elinde/generator/dataset"
	"elinde/generator/disclosure"
	"elinde/generator/finding"
	"elinde/generator/pages"
	"elinde/generator/table"
	"elinde/site"
	"elinde/themes"
)

// record is a planned page with all that its template reads.
type record struct {
	File   string         `json:"file"` // of the tree
	Layout string         `json:"layout"`
	Title  string         `json:"title"`
	Params map[string]any `json:"params"`
}

// planned is the site of a project, read, checked, protected and planned.
type planned struct {
	protected *disclosure.Protected
	settings  config.Settings
	plan      site.Plan
}

// planSite plans the project in a folder, as a build does.
func planSite(project string) (*planned, error) {
	s, found, err := config.Load(filepath.Join(project, "config.toml"))
	if err != nil {
		return nil, err
	}
	records, list, err := table.Read(os.DirFS(s.Path(s.Data)), s)
	if err != nil {
		return nil, err
	}
	found = append(found, list...)
	set, list := dataset.Check(records, s)
	if found = append(found, list...); finding.Stops(found) {
		return nil, fmt.Errorf("findings stop the build of %s", project)
	}
	protected, _ := disclosure.Protect(set, s)
	plan, err := pages.Plan(protected, s, themes.Elinde(), nil, pages.Options{})
	return &planned{protected, s, plan}, err
}

// records gives the pages one after another.
func (p *planned) records(take func(language string, r record) error) error {
	for _, sequence := range p.plan.Pages {
		for page := range sequence {
			r, err := recordOf(page)
			if err == nil {
				err = take(page.Language, r)
			}
			if err != nil {
				return fmt.Errorf("%s: %w", page.Path, err)
			}
		}
	}
	return nil
}

// recordOf adds to a page's params what package site adds.
func recordOf(p site.Page) (record, error) {
	r := record{File: p.Path, Layout: p.Layout, Title: p.Title, Params: map[string]any{}}
	if p.Path == "" || strings.HasSuffix(p.Path, "/") {
		r.File += "index.html"
	}
	data, err := json.Marshal(p.Params)
	if err != nil {
		return r, err
	}
	if err := json.Unmarshal(data, &r.Params); err != nil {
		return r, err
	}
	alternates := []map[string]any{}
	for _, a := range p.Alternates {
		alternates = append(alternates, map[string]any{"lang": a.Language, "path": a.Path})
	}
	maps.Copy(r.Params, map[string]any{"root": strings.Repeat("../", strings.Count(r.File, "/")), "path": p.Path, "noindex": p.NoIndex, "keep": p.Keep, "alternates": alternates})
	return r, nil
}

// jsonLines writes one value a line.
type jsonLines struct {
	file   *os.File
	buffer *bufio.Writer
	*json.Encoder
}

func newJSONLines(name string) (*jsonLines, error) {
	f, err := os.Create(name)
	if err != nil {
		return nil, err
	}
	w := &jsonLines{file: f, buffer: bufio.NewWriterSize(f, 1<<20)}
	w.Encoder = json.NewEncoder(w.buffer)
	w.SetEscapeHTML(false)
	return w, nil
}

func (w *jsonLines) close() error {
	if err := w.buffer.Flush(); err != nil {
		return err
	}
	return w.file.Close()
}
