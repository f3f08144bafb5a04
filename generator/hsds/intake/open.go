package intake

import (
	"archive/zip"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sort"
	"strings"

	"elinde/generator/finding"
	"elinde/generator/hsds"
)

// Limits of a package. What lies beyond is a finding, never a swapping machine.
const (
	maxSize = 128 << 20 // bytes of all files, unpacked
	// A JSON file is read whole, and its values take ten times its bytes.
	maxObject = 32 << 20
	maxFiles  = 100_000
	maxRows   = 1_000_000
)

// open reads the files of a package: of a folder, a zip file, or one file alone.
func (in *intake) open(name string) error {
	info, err := os.Stat(name)
	if err != nil {
		return err
	}
	if info.IsDir() {
		root, err := os.OpenRoot(name)
		if err != nil {
			return err
		}
		defer root.Close()
		return in.files(root.FS())
	}
	if info.Size() > maxSize {
		in.found = append(in.found, tooLarge(filepath.Base(name)))
		return nil
	}
	if strings.EqualFold(filepath.Ext(name), ".zip") {
		return in.archive(name)
	}
	root, err := os.OpenRoot(filepath.Dir(name))
	if err != nil {
		return err
	}
	defer root.Close()
	in.read(root.FS(), []string{filepath.Base(name)})
	return nil
}

func tooLarge(file string) finding.Finding {
	return finding.Finding{Code: finding.FileTooLarge, Severity: finding.Error, File: file, Args: map[string]string{"limit": fmt.Sprint(maxSize >> 20)}}
}

// archive looks at every name and size of a zip file before it opens anything.
func (in *intake) archive(name string) error {
	base := filepath.Base(name)
	z, err := zip.OpenReader(name)
	if err != nil {
		in.found = append(in.found, finding.Finding{Code: finding.HSDSArchive, Severity: finding.Error, File: base, Args: map[string]string{"reason": err.Error()}})
		return nil
	}
	defer z.Close()
	var total uint64
	seen := map[string]bool{}
	for _, f := range z.File {
		entry := strings.TrimSuffix(f.Name, "/")
		switch {
		case !fs.ValidPath(entry) || strings.ContainsAny(entry, "\\:\x00") || f.Mode()&fs.ModeType&^fs.ModeDir != 0:
			in.found = append(in.found, finding.Finding{Code: finding.HSDSPath, Severity: finding.Error, File: base, Value: finding.Short(f.Name)})
		case seen[entry]:
			in.found = append(in.found, finding.Finding{Code: finding.HSDSTwice, Severity: finding.Error, File: base, Value: finding.Short(f.Name)})
		}
		seen[entry] = true
		total += min(f.UncompressedSize64, maxSize+1)
	}
	if total > maxSize {
		in.found = append(in.found, tooLarge(base))
	}
	if finding.Stops(in.found) {
		return nil
	}
	return in.files(z)
}

// files finds the package among the files of a folder: the tables, or where there
// are none, the JSON files.
func (in *intake) files(fsys fs.FS) error {
	var all []string
	var total int64
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if base := path.Base(name); name != "." && strings.ContainsAny(base[:1], "._~") {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if !d.Type().IsRegular() {
			return nil
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		total += info.Size()
		if all = append(all, name); len(all) > maxFiles || total > maxSize {
			in.found = append(in.found, tooLarge(name))
			return fs.SkipAll
		}
		return nil
	})
	if err != nil || finding.Stops(in.found) {
		return err
	}
	sort.Strings(all)
	var csv, objects []string
	for _, name := range all {
		switch {
		case resourceOf(name) != nil:
			csv = append(csv, name)
		case isObject(name):
			objects = append(objects, name)
		case path.Base(name) == "datapackage.json", describes(name), strings.EqualFold(path.Ext(name), ".zip"):
		default:
			in.found = append(in.found, finding.Finding{Code: finding.FileUnread, Severity: finding.Warning, File: name})
		}
	}
	if len(csv) > 0 { // what the JSON beside them says, they say too
		objects = nil
	}
	in.read(fsys, append(csv, objects...))
	return nil
}

// resourceOf gives the table that a CSV file holds by its name.
func resourceOf(name string) *hsds.Resource {
	list := hsds.Resources()
	for i := range list {
		if strings.EqualFold(path.Base(name), list[i].File) {
			return &list[i]
		}
	}
	return nil
}

func isObject(name string) bool {
	return strings.EqualFold(path.Ext(name), ".json") && path.Base(name) != "datapackage.json" && !describes(name)
}

// describes tells the files that speak of the data and hold none.
func describes(name string) bool {
	base := path.Base(name)
	return base == "openapi.json" || base == "index.json" || path.Base(path.Dir(name)) == "profile" || strings.EqualFold(path.Ext(name), ".md")
}

// read reads files, as long as they fit.
func (in *intake) read(fsys fs.FS, files []string) {
	limited := &counted{fsys, maxSize}
	for _, name := range files {
		if r := resourceOf(name); r != nil {
			in.table(limited, name, r)
		} else {
			in.merge = true
			in.objects(limited, name)
		}
		if limited.left < 0 {
			in.found = append(in.found, tooLarge(name))
			return
		}
	}
}

// counted hands out no more bytes than are left, whatever a zip file says of its
// sizes.
type counted struct {
	fs.FS
	left int64
}

// Open implements fs.FS.
func (c *counted) Open(name string) (fs.File, error) {
	f, err := c.FS.Open(name)
	if err != nil {
		return nil, err
	}
	return &countedFile{f, c}, nil
}

type countedFile struct {
	fs.File
	of *counted
}

// Read implements io.Reader.
func (f *countedFile) Read(b []byte) (int, error) {
	if f.of.left < 0 {
		return 0, fs.ErrInvalid
	}
	n, err := f.File.Read(b)
	f.of.left -= int64(n)
	return n, err
}
