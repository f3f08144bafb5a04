package table

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"elinde/generator/config"
)

// Open gives the data folder of the settings with its mounts inside: a mount
// "jordan" shows its folder as "jordan/" among the files of the data folder.
// Nothing is read yet; a folder that is not there is an error of Read.
func Open(set config.Settings) fs.FS {
	f := folder{base: os.DirFS(set.Path(set.Data)), mounts: map[string]fs.FS{}}
	for name, place := range set.Mounts {
		f.mounts[name] = rooted(set.Path(place))
	}
	if len(f.mounts) == 0 {
		return f.base
	}
	return f
}

// rooted gives a folder out of which no symbolic link leads: somebody else writes
// there.
func rooted(folder string) fs.FS {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return os.DirFS(folder) // whose first use says what is wrong
	}
	return root.FS()
}

// shown gives the path of a file of the data folder as its user knows it: below
// the project's folder, or where the mount leads.
func shown(set config.Settings, name string) string {
	first, rest, _ := strings.Cut(name, "/")
	if place, ok := set.Mounts[first]; ok {
		return path.Join(filepath.ToSlash(place), rest)
	}
	return path.Join(set.Data, name)
}

// folder lays mounts over a folder.
type folder struct {
	base   fs.FS
	mounts map[string]fs.FS
}

// Open implements fs.FS.
func (f folder) Open(name string) (fs.File, error) {
	first, rest, _ := strings.Cut(name, "/")
	if m, ok := f.mounts[first]; ok {
		return m.Open(path.Join(".", rest))
	}
	return f.base.Open(name)
}

// ReadDir implements fs.ReadDirFS: the top folder lists the mounts too.
func (f folder) ReadDir(name string) ([]fs.DirEntry, error) {
	first, rest, _ := strings.Cut(name, "/")
	if m, ok := f.mounts[first]; ok {
		return fs.ReadDir(m, path.Join(".", rest))
	}
	entries, err := fs.ReadDir(f.base, name)
	if name != "." || err != nil {
		return entries, err
	}
	for mount, m := range f.mounts {
		info, err := fs.Stat(m, ".")
		if err != nil {
			return entries, err
		}
		entries = append(entries, mounted{fs.FileInfoToDirEntry(info), mount})
	}
	return entries, nil
}

// mounted is the entry of a mount under its own name.
type mounted struct {
	fs.DirEntry
	name string
}

// Name implements fs.DirEntry.
func (m mounted) Name() string { return m.name }
