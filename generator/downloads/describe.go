package downloads

import (
	"strings"
	"time"

	"elinde/generator/frictionless"
	"elinde/site"
)

// Descriptor is the name of the file that describes the others of its folder to
// programs.
const Descriptor = "datapackage.json"

// description is a descriptor that grows with the files of its folder.
type description struct {
	frictionless.Package
	h      *shelf
	folder string
}

// newPackage begins the descriptor of a folder; e is what its files show.
func (h *shelf) newPackage(name, folder string, e edition) *description {
	p := &description{h: h, folder: folder}
	p.Name, p.Title, p.Homepage = strings.ToLower(name), h.settings.Title[h.codes[len(h.codes)-1]], h.settings.BaseURL
	if e.release != nil {
		p.Version, p.Created = string(e.release.ID), e.release.PublishAt.Format(time.RFC3339)
	}
	p.Description = h.marked(map[string]string{h.codes[len(h.codes)-1]: ""})[h.codes[len(h.codes)-1]]
	if p.Modified = h.day(e.release); folder == Folder {
		p.Modified = max(p.Modified, h.changed())
	}
	if len(e.order) > 0 {
		if p.Scope = e.scope(); len(e.order) == 1 { // whoever reads figures back takes a number there for one of them
			p.Scope.Indicators, p.Scope.Figures = 0, 0
		}
	}
	if h.settings.Licence != "" {
		p.Licenses = []frictionless.License{{Name: h.settings.Licence, Path: h.settings.LicenceURL}}
	}
	return p
}

func (p *description) add(t told) {
	p.Resources = append(p.Resources, p.h.resource(strings.TrimPrefix(t.Listed.Path, p.folder), t, p.folder == Folder))
}

// file gives the finished descriptor.
func (p *description) file() site.File {
	data, err := p.JSON()
	if err != nil {
		panic(err) // every field has a form in JSON
	}
	return site.File{Path: p.folder + Descriptor, Data: data}
}

// describe makes the descriptor of files that stand in a folder.
func (h *shelf) describe(name, folder string, e edition, files []site.File) site.File {
	p := h.newPackage(name, folder, e)
	for _, f := range files {
		p.add(h.part(f, false).told)
	}
	return p.file()
}
