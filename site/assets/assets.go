// Package assets makes the style sheet and the scripts of a theme: out of its
// components' files come minified style sheets, one for all pages and some for
// certain kinds, and one minified module for each script, with a fingerprint in
// the name. Nothing is fetched, and no
// program but this one is run.
package assets

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"sort"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// File is a finished file of the tree.
type File struct {
	Path string
	Data []byte
}

// Fault is something wrong in a style sheet or script of the theme.
type Fault struct {
	Path   string
	Detail string
}

// Bundle makes the theme's files. Names maps "style", "style_<component>", and the
// base name of each script, with "-" turned into "_", to the paths of the files.
//
// The style sheet is assets/css/*.css, then components/base/**.css, then the
// other components in the order of their names. A components/<name>/page.css is a
// sheet of its own, "style_<name>", for the layouts that load it. Each assets/js/*.js and each
// components/<name>/<name>.js is a module of its own that may import others.
func Bundle(theme fs.FS) (files []File, names map[string]string, faults []Fault, err error) {
	names = map[string]string{}
	sheets, scripts, err := find(theme)
	if err != nil {
		return nil, nil, nil, err
	}
	apart := slices.IndexFunc(sheets, ownSheet)
	if apart < 0 {
		apart = len(sheets)
	}
	add := func(name, ext string, data []byte) {
		sum := sha256.Sum256(data)
		file := File{Path: "assets/" + name + "." + hex.EncodeToString(sum[:5]) + ext, Data: data}
		files = append(files, file)
		names[strings.ReplaceAll(name, "-", "_")] = file.Path
	}
	sheet := func(name string, parts []string) error {
		all, bad, err := join(theme, parts)
		faults = append(faults, bad...)
		if err == nil && len(parts) > 0 {
			add(name, ".css", all)
		}
		return err
	}
	if err := sheet("style", sheets[:apart]); err != nil {
		return nil, nil, nil, err
	}
	for _, name := range sheets[apart:] {
		if err := sheet("style-"+path.Base(path.Dir(name)), []string{name}); err != nil {
			return nil, nil, nil, err
		}
	}
	for _, name := range scripts {
		base := strings.TrimSuffix(path.Base(name), ".js")
		if _, twice := names[strings.ReplaceAll(base, "-", "_")]; twice {
			faults = append(faults, Fault{Path: name, Detail: "another script or the style sheet has this name"})
			continue
		}
		data, bad := Script(theme, name)
		faults = append(faults, bad...)
		add(base, ".js", data)
	}
	return files, names, faults, nil
}

// Style gives the style sheets of Bundle in one. What is wrong with them is told there.
func Style(theme fs.FS) ([]byte, error) {
	sheets, _, err := find(theme)
	if err != nil {
		return nil, err
	}
	all, _, err := join(theme, sheets)
	return all, err
}

// join minifies sheets and joins them.
func join(theme fs.FS, sheets []string) (all []byte, faults []Fault, err error) {
	for _, name := range sheets {
		data, err := fs.ReadFile(theme, name)
		if err != nil {
			return nil, nil, fmt.Errorf("cannot read %s: %w", name, err)
		}
		packed, bad := style(name, data)
		faults = append(faults, bad...)
		all = append(all, packed...)
	}
	return all, faults, nil
}

// find lists style sheets in their order, and scripts that are entries.
func find(theme fs.FS) (sheets, scripts []string, err error) {
	for _, folder := range []string{"assets", "components"} {
		err := fs.WalkDir(theme, folder, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return ignoreMissing(err, name == folder)
			}
			parts := strings.Split(name, "/")
			switch {
			case path.Ext(name) == ".css":
				sheets = append(sheets, name)
			case path.Ext(name) != ".js" || strings.HasSuffix(name, ".test.js"):
			case folder == "assets" && len(parts) == 3 && parts[1] == "js",
				folder == "components" && len(parts) == 3 && parts[2] == parts[1]+".js":
				scripts = append(scripts, name)
			}
			return nil
		})
		if err != nil {
			return nil, nil, fmt.Errorf("cannot list %s of the theme: %w", folder, err)
		}
	}
	sort.SliceStable(sheets, func(i, j int) bool {
		if a, b := rank(sheets[i]), rank(sheets[j]); a != b {
			return a < b
		}
		return sheets[i] < sheets[j]
	})
	sort.Strings(scripts)
	return sheets, scripts, nil
}

// ignoreMissing lets a theme have no such folder at all.
func ignoreMissing(err error, top bool) error {
	if err != nil && top {
		return fs.SkipDir
	}
	return err
}

func rank(sheet string) int {
	switch {
	case strings.HasPrefix(sheet, "assets/"):
		return 0
	case strings.HasPrefix(sheet, "components/base/"):
		return 1
	case ownSheet(sheet):
		return 3
	}
	return 2
}

// ownSheet says whether a sheet is loaded by certain layouts only.
func ownSheet(sheet string) bool {
	return path.Base(sheet) == "page.css" && strings.HasPrefix(sheet, "components/")
}

// style minifies one sheet. Addresses in it stay as they are: they are relative
// to assets/ of the tree.
func style(name string, data []byte) ([]byte, []Fault) {
	r := api.Transform(string(data), api.TransformOptions{
		Loader: api.LoaderCSS, Sourcefile: name, LogLevel: api.LogLevelSilent, LogLimit: 20,
		MinifyWhitespace: true, MinifySyntax: true, MinifyIdentifiers: false,
		Target: api.ES2021, LegalComments: api.LegalCommentsNone,
	})
	return r.Code, faultsOf(name, append(r.Errors, r.Warnings...))
}

func faultsOf(name string, messages []api.Message) (faults []Fault) {
	for _, m := range messages {
		f := Fault{Path: name, Detail: m.Text}
		if l := m.Location; l != nil {
			f.Path = strings.TrimPrefix(l.File, "theme:")
			f.Detail = fmt.Sprintf("%d:%d: %s", l.Line, l.Column+1, m.Text)
		}
		faults = append(faults, f)
	}
	return faults
}
