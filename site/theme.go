package site

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"elinde/site/assets"
	"elinde/site/shard"
)

// theme is what a theme gives to a build.
type theme struct {
	templates []shard.Source    // layouts and components, the same for every language
	layouts   map[string]bool   // names that a page may ask for
	texts     map[string][]byte // interface texts by language
	assets    map[string]string // names of fingerprinted files
	files     []File            // style, scripts, static files
	sheets    map[uint64]int    // bytes of style sheets, packed, by the fingerprints of their paths
	sum       [32]byte          // of the templates
}

// readTheme reads a theme whole; it is small. Problems are faults in its files.
func readTheme(dir fs.FS) (*theme, []Problem, error) {
	t := &theme{layouts: map[string]bool{}, texts: map[string][]byte{}}
	if err := t.readTemplates(dir); err != nil {
		return nil, nil, err
	}
	problems, err := t.readTexts(dir)
	if err != nil {
		return nil, nil, err
	}
	files, names, faults, err := assets.Bundle(dir)
	if err != nil {
		return nil, nil, err
	}
	for _, f := range faults {
		problems = append(problems, Problem{Code: CodeTheme, Path: f.Path, Detail: f.Detail})
	}
	t.assets = names
	for _, f := range files {
		t.files = append(t.files, File{Path: f.Path, Data: f.Data})
	}
	err = walk(dir, "static", func(name string, data []byte) {
		t.files = append(t.files, File{Path: strings.TrimPrefix(name, "static/"), Data: data})
	})
	return t, problems, err
}

// readTemplates takes layouts/ as it is, and the HTML of components as partials
// "components/<name>/<file>.html".
func (t *theme) readTemplates(dir fs.FS) error {
	err := walk(dir, "layouts", func(name string, data []byte) {
		t.templates = append(t.templates, shard.Source{Path: name, Data: data})
		if path.Dir(name) == "layouts" {
			t.layouts[strings.TrimSuffix(path.Base(name), ".html")] = true
		}
	})
	if err != nil {
		return err
	}
	err = walk(dir, "components", func(name string, data []byte) {
		if path.Ext(name) == ".html" {
			t.templates = append(t.templates, shard.Source{Path: "layouts/_partials/" + name, Data: data})
		}
	})
	sum := sha256.New()
	for _, s := range t.templates {
		fmt.Fprintf(sum, "%d %s %d\n", len(s.Path), s.Path, len(s.Data))
		sum.Write(s.Data)
	}
	sum.Sum(t.sum[:0])
	return err
}

// InterfaceTexts lists the theme's files of interface texts by language:
// i18n/<language>.toml and i18n/<language>/*.toml, in the order of their names.
func InterfaceTexts(dir fs.FS) (map[string][]string, error) {
	files := map[string][]string{}
	err := walk(dir, "i18n", func(name string, _ []byte) {
		if path.Ext(name) == ".toml" {
			language, _, _ := strings.Cut(strings.TrimSuffix(strings.TrimPrefix(name, "i18n/"), ".toml"), "/")
			files[language] = append(files[language], name)
		}
	})
	return files, err
}

// readTexts merges the files of each language. The same key twice is a fault: one
// of the two would be lost.
func (t *theme) readTexts(dir fs.FS) ([]Problem, error) {
	files, err := InterfaceTexts(dir)
	if err != nil {
		return nil, err
	}
	var problems []Problem
	merged := map[string]map[string]any{}
	for lang, names := range files {
		merged[lang] = map[string]any{}
		for _, name := range names {
			data, err := fs.ReadFile(dir, name)
			if err != nil {
				return nil, fmt.Errorf("cannot read %s: %w", name, err)
			}
			var texts map[string]any
			if err := toml.Unmarshal(data, &texts); err != nil {
				problems = append(problems, Problem{Code: CodeTheme, Path: name, Detail: tomlWords(err)})
				continue
			}
			for key, text := range texts {
				if _, twice := merged[lang][key]; twice {
					problems = append(problems, Problem{Code: CodeTheme, Path: name, Detail: "the text " + key + " stands in another file too"})
				}
				merged[lang][key] = text
			}
		}
	}
	for lang, texts := range merged {
		data, err := toml.Marshal(texts)
		if err != nil {
			return nil, fmt.Errorf("cannot merge the texts of %s: %w", lang, err)
		}
		t.texts[lang] = data
	}
	sort.Slice(problems, func(i, j int) bool { return problems[i].Path < problems[j].Path })
	return problems, nil
}

func tomlWords(err error) string {
	var d *toml.DecodeError
	if errors.As(err, &d) {
		row, column := d.Position()
		return fmt.Sprintf("%d:%d: %s", row, column, d.Error())
	}
	return err.Error()
}

// walk reads the files of a folder of dir, in the order of their names; a
// missing folder has none.
func walk(dir fs.FS, folder string, take func(name string, data []byte)) error {
	return fs.WalkDir(dir, folder, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && name == folder && errors.Is(err, fs.ErrNotExist):
			return fs.SkipDir
		case err != nil:
			return fmt.Errorf("cannot read %s: %w", name, err)
		case d.IsDir() || strings.HasPrefix(d.Name(), "."):
			return nil
		}
		data, err := fs.ReadFile(dir, name)
		if err != nil {
			return fmt.Errorf("cannot read %s: %w", name, err)
		}
		take(name, data)
		return nil
	})
}
