package main

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"elinde/site/assets"
	"elinde/themes"
)

// prepare writes the records of a project's pages for the floor, one file a
// language, and a project for plain Hugo.
func prepare(project, records, plain string) error {
	p, err := planSite(project)
	if err != nil {
		return err
	}
	for _, folder := range []string{records, plain} {
		if err := os.RemoveAll(folder); err != nil {
			return err
		}
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return err
		}
	}
	if err := p.shareAssets(); err != nil {
		return err
	}
	hugo := newPlainProject(p, plain)
	lines := map[string]*jsonLines{}
	for _, l := range p.plan.Languages {
		if err := writeJSON(filepath.Join(records, l.Code+".shared.json"), p.plan.Shared[l.Code]); err != nil {
			return err
		}
		if lines[l.Code], err = newJSONLines(filepath.Join(records, l.Code+".jsonl")); err != nil {
			return err
		}
	}
	err = p.records(func(language string, r record) error {
		err := lines[language].Encode(r)
		hugo.collect(language, r) // which takes from the record what Hugo makes itself
		return err
	})
	if err != nil {
		return err
	}
	for _, w := range lines {
		if err := w.close(); err != nil {
			return err
		}
	}
	if err := os.CopyFS(filepath.Join(records, "theme"), themes.Elinde()); err != nil {
		return err
	}
	return hugo.write()
}

// shareAssets names the theme's files for templates, as package site does.
func (p *planned) shareAssets() error {
	_, names, _, err := assets.Bundle(themes.Elinde())
	for _, shared := range p.plan.Shared {
		shared["assets"] = names
	}
	return err
}

func writeJSON(name string, v any) error {
	data, err := json.Marshal(v)
	if err != nil {
		return err
	}
	return writeFile(name, data)
}

func writeFile(name string, data []byte) error {
	err := os.WriteFile(name, data, 0o644)
	if os.IsNotExist(err) {
		if err = os.MkdirAll(filepath.Dir(name), 0o755); err == nil {
			err = os.WriteFile(name, data, 0o644)
		}
	}
	return err
}

// interfaceTexts gives the theme's texts in a language, as one TOML file.
func interfaceTexts(theme fs.FS, language string) ([]byte, error) {
	names, err := fs.Glob(theme, "i18n/"+language+"/*.toml")
	if err != nil {
		return nil, err
	}
	var all strings.Builder
	for _, name := range names {
		data, err := fs.ReadFile(theme, name)
		if err != nil {
			return nil, err
		}
		all.Write(data)
		all.WriteByte('\n')
	}
	return []byte(all.String()), nil
}
