package main

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"elinde/generator/programme"
	"elinde/site/assets"
	"elinde/themes"
)

// plainProject is the same site as anybody would make it with Hugo: a content
// file for each page, the description of a service as its Markdown body, lists
// by term as Hugo's own taxonomies, the list of all services as Hugo's own
// section. Front matter is JSON, the fastest that Hugo reads; what hugo.md of
// the design calls dear (related pages, feeds for each list) is left out.
type plainProject struct {
	*planned
	folder  string
	pages   map[string][]record            // by language
	entries map[string]map[string]any      // language+href → what lists say of a service
	terms   map[string]map[string][]string // language+href → taxonomy → terms
}

// taxonomies by the room whose lists they stand for.
var taxonomies = map[string]string{"needs": "by-need", "groups": "by-group", "types": "by-type", "delivery": "by-mode"}

//go:embed plain/paged.html
var pagedLayout []byte

func newPlainProject(p *planned, folder string) *plainProject {
	return &plainProject{p, folder, map[string][]record{}, map[string]map[string]any{}, map[string]map[string][]string{}}
}

// collect keeps a page; of the slices of a list that Hugo makes itself it keeps
// what stands in them.
func (p *plainProject) collect(language string, r record) {
	parts := strings.Split(strings.TrimPrefix(r.File, language+"/"), "/")
	taxonomy := taxonomies[parts[0]]
	if len(parts) < 3 {
		taxonomy = ""
	}
	all := parts[0] == "services" && len(parts) == 2
	if taxonomy == "" && !all {
		p.pages[language] = append(p.pages[language], r)
		return
	}
	list, _ := r.Params["parts"].([]any)
	for _, part := range list {
		for _, e := range part.(map[string]any)["entries"].([]any) {
			entry := e.(map[string]any)
			href := entry["href"].(string)
			p.entries[href] = entry
			if taxonomy != "" {
				if p.terms[href] == nil {
					p.terms[href] = map[string][]string{}
				}
				p.terms[href][taxonomy] = append(p.terms[href][taxonomy], termName(parts[1]))
			}
		}
	}
	if parts[len(parts)-1] != "index.html" {
		return
	}
	delete(r.Params, "parts")
	delete(r.Params, "pager")
	r.Layout = "paged"
	if taxonomy != "" {
		r.File = path.Join(language, taxonomy, termName(parts[1]), "index.html")
	}
	p.pages[language] = append(p.pages[language], r)
}

// termName has no dot, which Hugo would take for an extension.
func termName(s string) string { return strings.ReplaceAll(s, ".", "-") }

func (p *plainProject) write() error {
	for _, l := range p.plan.Languages {
		if err := p.writeContent(l.Code); err != nil {
			return err
		}
	}
	if err := p.writeTheme(); err != nil {
		return err
	}
	return p.writeConfig()
}

// writeContent writes the pages of a language. A page with others below it is a
// section of Hugo's.
func (p *plainProject) writeContent(language string) error {
	sections := map[string]bool{}
	for _, r := range p.pages[language] {
		for dir := path.Dir(path.Dir(r.File)); dir != "."; dir = path.Dir(dir) {
			sections[dir] = true
		}
		if !strings.HasSuffix(r.File, "/index.html") {
			sections[path.Dir(r.File)] = true
		}
	}
	for _, r := range p.pages[language] {
		front := map[string]any{"title": r.Title, "layout": r.Layout, "params": r.Params}
		folder := path.Dir(r.File)
		name := folder + ".md"
		switch {
		case !strings.HasPrefix(r.File, language+"/"):
			continue // the choice of languages at the root: Hugo makes its own
		case path.Base(r.File) != "index.html":
			name = strings.TrimSuffix(r.File, ".html") + "-slice.md"
			front["url"] = "/" + r.File
		case sections[folder] || folder == language || r.Layout == "paged":
			name = folder + "/_index.md"
		}
		body := ""
		if r.Layout == "service" {
			body = p.markdown(r)
			delete(r.Params, "body")
			href := strings.TrimSuffix(r.File, "index.html")
			r.Params["entry"] = p.entries[href]
			for taxonomy, terms := range p.terms[href] {
				front[taxonomy] = slices.Compact(terms)
			}
		}
		data, err := json.Marshal(front)
		if err != nil {
			return err
		}
		if err := writeFile(filepath.Join(p.folder, "content", name), []byte(string(data)+"\n\n"+body+"\n")); err != nil {
			return err
		}
	}
	return nil
}

// markdown gives the source of the description that a service's page shows.
func (p *plainProject) markdown(r record) string {
	id, _ := r.Params["id"].(string)
	s := p.protected.Index().Service[programme.ServiceID(id)]
	if s == nil {
		return ""
	}
	for i, l := range p.plan.Languages {
		if strings.HasPrefix(r.File, l.Code+"/") {
			text, _ := s.Description.In(i)
			return text
		}
	}
	return ""
}

// writeTheme lays out the theme as Hugo wants it; where it prints the rendered
// description, Hugo's own content stands.
func (p *plainProject) writeTheme() error {
	const own, hugos = `{{ with $p.body }}{{ partial "prose.html" . }}{{ end }}`, `{{ with .Content }}<div class="prose">{{ . }}</div>{{ end }}`
	theme := themes.Elinde()
	err := fs.WalkDir(theme, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".html" {
			return err
		}
		data, err := fs.ReadFile(theme, name)
		if err != nil {
			return err
		}
		to := name
		if strings.HasPrefix(name, "components/") {
			to = "layouts/_partials/" + name
		}
		if name == "layouts/service.html" {
			changed := strings.Replace(string(data), own, hugos, 1)
			if changed == string(data) {
				return fmt.Errorf("%s prints the description in another way than this benchmark knows", name)
			}
			data = []byte(changed)
		}
		return writeFile(filepath.Join(p.folder, to), data)
	})
	if err != nil {
		return err
	}
	for _, l := range p.plan.Languages {
		texts, err := interfaceTexts(theme, l.Interface)
		if err == nil {
			err = writeFile(filepath.Join(p.folder, "i18n", l.Code+".toml"), texts)
		}
		if err != nil {
			return err
		}
	}
	files, _, _, err := assets.Bundle(theme)
	for _, f := range files {
		if err == nil {
			err = writeFile(filepath.Join(p.folder, "static", f.Path), f.Data)
		}
	}
	if err != nil {
		return err
	}
	return writeFile(filepath.Join(p.folder, "layouts", "paged.html"), pagedLayout)
}

// writeConfig writes Hugo's settings.
func (p *plainProject) writeConfig() error {
	languages := map[string]any{}
	for i, l := range p.plan.Languages {
		languages[l.Code] = map[string]any{"label": l.Name, "weight": i + 1, "contentDir": "content/" + l.Code, "params": p.plan.Shared[l.Code]}
	}
	names := map[string]string{}
	for _, plural := range taxonomies {
		names[strings.TrimPrefix(plural, "by-")] = plural
	}
	return writeJSON(filepath.Join(p.folder, "hugo.json"), map[string]any{
		"baseURL": p.plan.BaseURL, "languages": languages, "defaultContentLanguage": p.plan.Languages[0].Code,
		"defaultContentLanguageInSubdir": true, "taxonomies": names, "disableKinds": []string{"rss", "404", "taxonomy"},
		"pagination":                 map[string]any{"pagerSize": p.settings.PageSize, "disableAliases": true},
		"disableHugoGeneratorInject": true, "cacheDir": filepath.Join(p.folder, "cache"),
	})
}
