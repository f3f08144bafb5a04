package pipeline

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// overlay lays a project's own theme folder over the embedded one: a file of the
// same name replaces ours, others are added.
type overlay struct{ upper, lower fs.FS }

// theme gives the embedded theme with the folder laid over it, where it exists.
func theme(embedded fs.FS, folder string) (fs.FS, error) {
	if folder == "" {
		return embedded, nil
	}
	info, err := os.Stat(folder)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return embedded, nil
	case err != nil:
		return nil, err
	case !info.IsDir():
		return nil, &fs.PathError{Op: "open", Path: folder, Err: errors.New("not a folder")}
	}
	upper, err := plainFolder(folder)
	if err != nil {
		return nil, err
	}
	return overlay{upper, embedded}, nil
}

// plainFolder gives a folder of files that people made for the site. A symbolic
// link or a device in it is refused: it would publish what lies elsewhere.
func plainFolder(folder string) (fs.FS, error) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, err
	}
	err = fs.WalkDir(root.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && !d.Type().IsRegular() {
			return &fs.PathError{Op: "open", Path: filepath.Join(folder, name), Err: errors.New("a link or a device, not a file")}
		}
		return err
	})
	return root.FS(), err
}

func (o overlay) Open(name string) (fs.File, error) {
	f, err := o.upper.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return o.lower.Open(name)
	}
	if err != nil {
		return nil, err
	}
	// A folder of both is read through ReadDir below, which fs.WalkDir and
	// fs.Glob use.
	return f, nil
}

// ReadDir lists a folder of both, sorted by name, the upper file first in a tie.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	upper, upperErr := fs.ReadDir(o.upper, name)
	lower, lowerErr := fs.ReadDir(o.lower, name)
	if upperErr != nil && lowerErr != nil {
		return nil, lowerErr
	}
	all := append(upper, lower...)
	slices.SortStableFunc(all, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return slices.CompactFunc(all, func(a, b fs.DirEntry) bool { return a.Name() == b.Name() }), nil
}
