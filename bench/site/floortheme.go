package main

import (
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
)

// floorTheme is the theme in one language as html/template executes it: one set
// of templates for each layout, partials called by {{ template }}.
type floorTheme struct {
	layouts map[string]*template.Template
}

// Hugo's partials become templates called by name, its function site, of which
// a field is read, becomes one in brackets.
var (
	partialCall = regexp.MustCompile(`\{\{(-?) *partial "([^"]+)"`)
	siteField   = regexp.MustCompile(`\bsite\.Params`)
)

func readFloorTheme(records, base string) (*floorTheme, error) {
	data, err := os.ReadFile(base + ".shared.json")
	if err != nil {
		return nil, err
	}
	var shared map[string]any
	if err := json.Unmarshal(data, &shared); err != nil {
		return nil, err
	}
	theme := os.DirFS(filepath.Join(records, "theme"))
	texts, err := interfaceTexts(theme, path.Base(filepath.ToSlash(base)))
	if err != nil {
		return nil, err
	}
	f := &floorFunctions{site: map[string]any{"Params": shared}, cached: map[string]template.HTML{}}
	if err := f.readTexts(texts); err != nil {
		return nil, err
	}
	all := template.New("all").Funcs(f.functions())
	layouts := map[string]string{}
	root := filepath.Join(records, "theme")
	err = filepath.WalkDir(root, func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".html" {
			return err
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		text := siteField.ReplaceAllString(partialCall.ReplaceAllString(string(data), `{{$1 template "$2"`), "(site).Params")
		rel, _ := filepath.Rel(root, name)
		rel = filepath.ToSlash(rel)
		if strings.HasPrefix(rel, "paper/") {
			return nil // booklets are no pages of Hugo's
		}
		if partial, ok := strings.CutPrefix(rel, "layouts/_partials/"); ok {
			rel = partial
		}
		if name, ok := strings.CutPrefix(rel, "layouts/"); ok && name != "baseof.html" {
			layouts[strings.TrimSuffix(name, ".html")] = text
			return nil
		}
		_, err = all.New(strings.TrimPrefix(rel, "layouts/")).Parse(text)
		return err
	})
	if err != nil {
		return nil, err
	}
	// A set that was executed cannot be cloned: cached partials have their own.
	if f.partials, err = all.Clone(); err != nil {
		return nil, err
	}
	t := &floorTheme{layouts: map[string]*template.Template{}}
	for name, text := range layouts {
		set, err := all.Clone()
		if err == nil {
			_, err = set.New("layout").Parse(text)
		}
		if err != nil {
			return nil, err
		}
		if t.layouts[name] = set.Lookup("baseof.html"); !strings.Contains(text, `define "main"`) {
			t.layouts[name] = set.Lookup("layout")
		}
	}
	return t, nil
}

func (t *floorTheme) execute(w io.Writer, r record) error {
	layout := t.layouts[r.Layout]
	if layout == nil {
		return fmt.Errorf("no layout %s", r.Layout)
	}
	return layout.Execute(w, map[string]any{"Title": r.Title, "Params": r.Params})
}
