package site

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"
)

// ContentPage is a page that people wrote: content/<language>/<name>.md with a
// head in TOML between lines of "+++". Its address is "<language>/<name>/", its
// layout "page".
type ContentPage struct {
	Language    string
	Name        string
	Path        string // address in the tree
	Title       string
	Description string
	Weight      int            // of its place in menus
	Params      map[string]any // the head's [params]
	Markdown    string         // all below the head; shortcodes of the theme work

	file string // the whole file, which ends with Markdown
}

// head is what the head of a written page may say.
type head struct {
	Title       string         `toml:"title"`
	Description string         `toml:"description"`
	Weight      int            `toml:"weight"`
	Draft       bool           `toml:"draft"`
	NoIndex     bool           `toml:"noindex"`
	Params      map[string]any `toml:"params"`
}

// Written are the pages that people wrote, and what is wrong with others, which
// Build reports.
type Written struct {
	Pages    []ContentPage
	Problems []Problem
}

// ReadContent reads <language>/<name>.md, by language and name. A nil folder has
// none. READMEs and drafts are left out; a page in a language that the site does
// not have is a problem.
func ReadContent(content fs.FS, languages []string) Written {
	if content == nil {
		return Written{}
	}
	var pages []ContentPage
	var problems []Problem
	err := fs.WalkDir(content, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			if name == "." && errors.Is(err, fs.ErrNotExist) {
				return fs.SkipAll
			}
			return err
		}
		if d.IsDir() {
			if name != "." && (strings.HasPrefix(d.Name(), ".") || strings.Count(name, "/") > 0) {
				return fs.SkipDir
			}
			return nil
		}
		if path.Ext(name) != ".md" || strings.EqualFold(d.Name(), "README.md") || strings.Count(name, "/") != 1 {
			return nil
		}
		data, err := fs.ReadFile(content, name)
		if err != nil {
			return err
		}
		page, draft, err := parseContent(name, data)
		if err != nil {
			problems = append(problems, Problem{Code: CodeContent, Path: name, Detail: err.Error()})
		} else if !draft && !slices.Contains(languages, page.Language) {
			problems = append(problems, Problem{Code: CodeLanguage, Path: name, Detail: page.Language})
		} else if !draft {
			pages = append(pages, page)
		}
		return nil
	})
	if err != nil {
		problems = append(problems, Problem{Code: CodeContent, Path: ".", Detail: err.Error()})
	}
	return Written{pages, problems}
}

func parseContent(name string, data []byte) (ContentPage, bool, error) {
	language, file, _ := strings.Cut(name, "/")
	p := ContentPage{Language: language, Name: strings.TrimSuffix(file, ".md")}
	p.Path = language + "/" + p.Name + "/"
	if pathProblem(p.Path+"index.html") != "" {
		return p, false, errors.New("the name may have the characters a-z 0-9 - only")
	}
	data = bytes.ReplaceAll(bytes.TrimPrefix(data, []byte("\ufeff")), []byte("\r\n"), []byte("\n"))
	rest, ok := bytes.CutPrefix(data, []byte("+++\n"))
	top, body, closed := bytes.Cut(rest, []byte("\n+++"))
	if !ok || !closed {
		return p, false, errors.New(`no head between lines of "+++"`)
	}
	var h head
	d := toml.NewDecoder(bytes.NewReader(top)).DisallowUnknownFields()
	if err := d.Decode(&h); err != nil {
		var strict *toml.StrictMissingError
		if errors.As(err, &strict) && len(strict.Errors) > 0 {
			return p, false, fmt.Errorf("the head has the unknown key %s", strings.Join(strict.Errors[0].Key(), "."))
		}
		return p, false, errors.New(tomlWords(err))
	}
	if strings.TrimSpace(h.Title) == "" {
		return p, false, errors.New("the head has no title")
	}
	p.Title, p.Description, p.Weight, p.Params = h.Title, h.Description, h.Weight, h.Params
	if h.NoIndex {
		if p.Params == nil {
			p.Params = map[string]any{}
		}
		p.Params["noindex"] = true
	}
	p.Markdown = strings.TrimLeft(strings.TrimPrefix(string(body), "\n"), "\n")
	p.file = string(data)
	return p, h.Draft, nil
}
