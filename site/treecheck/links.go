package treecheck

import (
	"iter"
	"strings"
)

// Links checks the links between pages: that the file exists, by has, and that
// a page linked to by "#id" has the id.
func Links(pages iter.Seq2[string, Summary], has func(file string) bool) iter.Seq2[string, Fault] {
	return func(yield func(string, Fault) bool) {
		wanted := map[string]map[string]string{} // page → id → a page that links there
		for path, s := range pages {
			for _, link := range s.Links {
				file, id, _ := strings.Cut(link, "#")
				if !has(file) {
					if !yield(path, Fault{Code: "link-broken", Detail: link}) {
						return
					}
					continue
				}
				if id == "" || id == "top" {
					continue
				}
				if wanted[file] == nil {
					wanted[file] = map[string]string{}
				}
				if other, ok := wanted[file][id]; !ok || path < other {
					wanted[file][id] = path
				}
			}
		}
		for path, s := range pages {
			ids := wanted[path]
			for _, id := range s.IDs {
				delete(ids, id)
			}
		}
		for file, ids := range wanted {
			for id, path := range ids {
				if !yield(path, Fault{Code: "anchor-missing", Detail: file + "#" + id}) {
					return
				}
			}
		}
	}
}
