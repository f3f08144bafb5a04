package table

import (
	"io/fs"
	"path"
	"sort"
	"strings"
)

// extensions of the files that are read without being named.
var extensions = []string{".csv", ".tsv"}

// isTable reports whether a file looks like a table that somebody should read.
func isTable(name string) bool { return matches(extensions, strings.ToLower(path.Ext(name))) }

// ownFiles gives the globs of a table that no mapping speaks of.
func ownFiles(table string) []string {
	var globs []string
	for _, x := range extensions {
		globs = append(globs, table+x, table+"/*"+x)
	}
	return globs
}

// exports lists the files of the data folder, sorted. The folder "published"
// holds what was published of each release and is no export; what begins with a
// dot, an underscore or a tilde is somebody's own, such as the lock of a
// spreadsheet.
func exports(fsys fs.FS) ([]string, error) {
	var files []string
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		base := path.Base(name)
		switch {
		case err != nil:
			return err
		case d.IsDir():
			if name == "published" || name != "." && strings.ContainsAny(base[:1], "._") {
				return fs.SkipDir
			}
		case strings.ContainsAny(base[:1], "._~"):
		default:
			files = append(files, name)
		}
		return nil
	})
	sort.Strings(files)
	return files, err
}

// glob lists the files that a glob matches, each once, in their order.
func glob(files, globs []string) []string {
	var names []string
	for _, f := range files {
		if matches(globs, f) {
			names = append(names, f)
		}
	}
	return names
}
