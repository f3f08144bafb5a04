package config

import (
	"path/filepath"
	"strings"
)

// OutputApart reports whether the output folder, as the system knows it with all
// links followed, neither holds the site's own folders nor lies in one of them:
// it is swapped as a whole. config.toml is checked when it is read; this is for
// an output that came from elsewhere, and for links.
func (s Settings) OutputApart() bool {
	output := resolved(s.Path(s.Output))
	if inside(resolved(s.Root), output) {
		return false
	}
	folders := []string{s.Data, s.Content, s.Theme}
	for _, m := range s.Mounts {
		folders = append(folders, m)
	}
	for _, name := range folders {
		if name == "" {
			continue
		}
		if folder := resolved(s.Path(name)); inside(output, folder) || inside(folder, output) {
			return false
		}
	}
	return true
}

// resolved follows the links of a path as far as it exists.
func resolved(path string) string {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return filepath.Clean(path)
	}
	for rest := ""; ; {
		if found, err := filepath.EvalSymlinks(absolute); err == nil {
			return filepath.Join(found, rest)
		}
		parent := filepath.Dir(absolute)
		if parent == absolute {
			return filepath.Join(absolute, rest)
		}
		absolute, rest = parent, filepath.Join(filepath.Base(absolute), rest)
	}
}

// inside reports whether a path is a folder or lies in it.
func inside(path, folder string) bool {
	between, err := filepath.Rel(folder, path)
	return err == nil && between != ".." && !strings.HasPrefix(between, ".."+string(filepath.Separator))
}
