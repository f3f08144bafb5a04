package hsds

import (
	"bytes"
	"encoding/json"
	"fmt"
	"iter"
	"strconv"
	"sync"

	"elinde/site"
)

// Folder is where the files stand in the tree.
const Folder = "hsds/"

// Names of files under Folder.
const (
	Root    = "index.json"  // what the API says of itself
	Archive = "package.zip" // the tabular data package
	Profile = "profile/"    // a merge patch for each resource that we add fields to
)

// PerPage is how many objects a page of a list holds.
const PerPage = 100

// rooms are the paths of the API and their resources.
var rooms = []struct{ path, resource string }{
	{"services", "service"}, {"organizations", "organization"}, {"service_at_locations", "service_at_location"},
	{"taxonomies", "taxonomy"}, {"taxonomy_terms", "taxonomy_term"},
}

// Lists names the files of the lists, of each its first page.
func Lists() []string {
	names := make([]string, len(rooms))
	for i, room := range rooms {
		names[i] = room.path + ".json"
	}
	return names
}

// Files makes the files of a package for the site at the address base one after the
// other, the same bytes for the same input; openAPI is where in it the description of
// its files stands.
func (p *Package) Files(base, openAPI string) iter.Seq[site.File] {
	return func(yield func(site.File) bool) {
		if len(p.Rows["service"]) == 0 {
			return
		}
		if !yield(site.File{Path: Folder + Root, Data: p.root(base, openAPI)}) || !yield(site.File{Path: Folder + Archive, Data: p.Tabular()}) {
			return
		}
		for _, f := range p.profile() {
			if !yield(f) {
				return
			}
		}
		for _, room := range rooms {
			if !p.room(base, room.path, Of(room.resource), yield) {
				return
			}
		}
	}
}

// root says what the API is.
func (p *Package) root(base, openAPI string) []byte {
	var lists []string
	for _, room := range rooms {
		for n := range p.pages(room.resource) {
			lists = append(lists, base+pagePath(room.path, n+1))
		}
	}
	data, err := json.Marshal(struct {
		Version string `json:"version"`
		Profile string `json:"profile"`
		OpenAPI string `json:"openapi_url"`
		// Beyond the specification: where to begin, and what it is all worth.
		Lists []string `json:"lists"`
		Text  string   `json:"description,omitempty"`
	}{Version, base + Folder + Profile + Root, base + openAPI, lists, p.Note})
	if err != nil {
		panic(err) // of strings only
	}
	return data
}

// pages counts the pages of the list of a resource.
func (p *Package) pages(resource string) int {
	return max(1, (len(p.Rows[resource])+PerPage-1)/PerPage)
}

// pagePath gives the address of a page of a list, the first that of the list.
func pagePath(path string, n int) string {
	if n == 1 {
		return Folder + path + ".json"
	}
	return Folder + path + "/page/" + strconv.Itoa(n) + ".json"
}

// room makes the list of a resource, page by page, and the file of each object,
// retired ones too.
func (p *Package) room(base, path string, r *Resource, yield func(site.File) bool) bool {
	rows := p.Rows[r.Name]
	pages := p.pages(r.Name)
	for n := 1; n <= pages; n++ {
		next := ""
		if n < pages {
			next = base + pagePath(path, n+1)
		}
		part := rows[min(len(rows), (n-1)*PerPage):min(len(rows), n*PerPage)]
		make := sync.OnceValue(func() []byte { return p.page(r, part, len(rows), n, pages, next) })
		told := part
		if r.Name == "organization" { // a list does not tell what they offer
			told = nil
		}
		key := fmt.Sprint(len(rows), n)
		if n == 1 && !yield(p.file(path+".json", key, r, told, make)) || !yield(p.file(path+"/page/"+strconv.Itoa(n)+".json", key, r, told, make)) {
			return false
		}
	}
	return p.each(path, r, yield) && (p.gone == nil || p.gone.each(path, r, yield))
}

// each makes the file of each object of a resource.
func (p *Package) each(path string, r *Resource, yield func(site.File) bool) bool {
	for _, row := range p.Rows[r.Name] {
		object := func() []byte {
			var b bytes.Buffer
			p.object(&b, r, row, entire, "")
			return b.Bytes()
		}
		if !yield(p.file(path+"/"+row["id"]+".json", "", r, []Row{row}, object)) {
			return false
		}
	}
	return true
}

// page wraps the objects of a page as the API profile wants it. Beyond that it gives
// the address of the next one: files take no "?page=".
func (p *Package) page(r *Resource, part []Row, all, n, pages int, next string) []byte {
	head, err := json.Marshal(struct {
		Items int    `json:"total_items"`
		Pages int    `json:"total_pages"`
		Page  int    `json:"page_number"`
		Size  int    `json:"size"`
		First bool   `json:"first_page"`
		Last  bool   `json:"last_page"`
		Empty bool   `json:"empty"`
		Next  string `json:"next,omitempty"`
	}{all, pages, n, len(part), n == 1, n == pages, len(part) == 0, next})
	if err != nil {
		panic(err) // of numbers and an address only
	}
	var b bytes.Buffer
	b.Write(head[:len(head)-1])
	b.WriteString(`,"contents":[`)
	for i, row := range part {
		if i > 0 {
			b.WriteByte(',')
		}
		p.object(&b, r, row, short, "")
	}
	b.WriteString("]}")
	return b.Bytes()
}
