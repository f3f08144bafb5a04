package treecheck

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Found is a fault and the file it is in.
type Found struct {
	Path string
	Fault
}

// Folder checks a finished tree from its files alone, knowing nothing of how it
// was made: every page by itself, all links and anchors, and that the tree has
// plain files only, none of whose names differ by case alone. It is slow and
// independent; a build uses Page and Broken.
func Folder(root string, rules Rules) ([]Found, error) {
	f := folder{rules: rules, find: NewFinder(rules.Forbidden), names: map[string]string{}}
	err := fs.WalkDir(os.DirFS(root), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || name == "." {
			return err
		}
		if other, twice := f.names[strings.ToLower(name)]; twice {
			f.add(name, "path-twice", other)
		}
		f.names[strings.ToLower(name)] = name
		if d.IsDir() {
			return nil
		}
		if !d.Type().IsRegular() {
			f.add(name, "file-foreign", d.Type().String())
			return nil
		}
		data, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
		if err != nil {
			return err
		}
		f.file(name, data)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("cannot check %s: %w", root, err)
	}
	f.links()
	slices.SortFunc(f.found, func(x, y Found) int { return strings.Compare(x.Path+x.Code+x.Detail, y.Path+y.Code+y.Detail) })
	return f.found, nil
}

type folder struct {
	rules   Rules
	find    *Finder
	names   map[string]string // lower case → name
	targets []uint64
	offered *Offered
	pages   []page
	found   []Found
}

type page struct {
	name  string
	links []string
}

func (f *folder) add(name, code, detail string) {
	f.found = append(f.found, Found{Path: name, Fault: Fault{Code: code, Detail: detail}})
}

func (f *folder) file(name string, data []byte) {
	f.targets = append(f.targets, Fingerprint(name))
	s := File(name, data, f.rules, f.find)
	for _, fault := range s.Faults {
		f.found = append(f.found, Found{Path: name, Fault: fault})
	}
	f.targets = append(f.targets, s.IDs...)
	if len(s.Links) > 0 {
		f.pages = append(f.pages, page{name: name, links: Targets(name, data, f.rules)})
	}
}

func (f *folder) links() {
	f.offered = NewOffered(len(f.targets))
	for _, t := range f.targets {
		f.offered.Add(t)
	}
	for _, p := range f.pages {
		for _, link := range p.links {
			if f.offered.Has(Fingerprint(link)) {
				continue
			}
			if file, _, anchor := strings.Cut(link, "#"); anchor && f.offered.Has(Fingerprint(file)) {
				f.add(p.name, "anchor-missing", link)
			} else {
				f.add(p.name, "link-broken", link)
			}
		}
	}
}
