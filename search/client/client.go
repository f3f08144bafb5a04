// Package client holds the browser's half of the search: ES modules that read
// the files of package static and rank as bleve does. They are published as they
// are, without a build step.
package client

import (
	"embed"
	"io/fs"
	"iter"
	"path"
)

//go:embed *.js rules/*.js
var modules embed.FS

// FS gives the modules; "search.js" is the one to import.
func FS() fs.FS { return modules }

// File is a module. Path is relative to the folder they are published in.
type File struct {
	Path string
	Data []byte
}

// Files lists the modules by path.
func Files() iter.Seq[File] {
	return func(yield func(File) bool) {
		for _, folder := range []string{".", "rules"} {
			entries, err := modules.ReadDir(folder)
			if err != nil {
				panic(err)
			}
			for _, e := range entries {
				if e.IsDir() {
					continue
				}
				data, err := modules.ReadFile(path.Join(folder, e.Name()))
				if err != nil {
					panic(err)
				}
				if !yield(File{path.Join(folder, e.Name()), data}) {
					return
				}
			}
		}
	}
}
