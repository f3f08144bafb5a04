package config

import (
	"path/filepath"
	"slices"
	"strings"
)

// systemFolders hold no exports.
var systemFolders = []string{"/etc", "/proc", "/sys", "/dev", "/boot", "/run", "/usr", "/bin", "/sbin", "/lib", "/lib64", "/var/lib", "/var/log"}

// mountable reports whether a folder, all links followed, may be shown inside the
// data folder. It may lie anywhere, but what holds the site itself, the system or
// somebody's hidden folders (keys, repositories, kept older sites) is no export.
func (s Settings) mountable(place string) bool {
	folder := resolved(s.Path(place))
	if inside(resolved(s.Root), folder) || filepath.Dir(folder) == folder {
		return false
	}
	if slices.ContainsFunc(systemFolders, func(f string) bool { return inside(folder, f) || inside(folder, resolved(f)) }) {
		return false
	}
	// Hidden folders on the way to the site itself are its user's own affair.
	between, err := filepath.Rel(resolved(s.Root), folder)
	if err != nil {
		between = folder
	}
	return !slices.ContainsFunc(strings.Split(filepath.ToSlash(between), "/"), func(part string) bool {
		return strings.HasPrefix(part, ".") && part != ".."
	})
}
