package site

import (
	"path"
	"strings"

	"elinde/site/tree"
)

// maxPath keeps a path, with its twins and a temporary suffix, below what file
// systems and archives take.
const maxPath = 200

// file gives the file that a page is written to.
func (p Page) file() string {
	if p.Path == "" || strings.HasSuffix(p.Path, "/") {
		return p.Path + "index.html"
	}
	return p.Path
}

// pathProblem says what is wrong with a file's path, by code; empty if nothing.
func pathProblem(file string) string {
	if len(file) > maxPath {
		return CodePathLong
	}
	start := 0
	for i := 0; i <= len(file); i++ {
		if i == len(file) || file[i] == '/' {
			segment := file[start:i]
			// A leading dot hides a file, a trailing one is lost on Windows; both
			// include "." and "..".
			if segment == "" || segment[0] == '.' || segment[len(segment)-1] == '.' || device(segment) {
				return CodePathInvalid
			}
			start = i + 1
			continue
		}
		switch c := file[i]; {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9', c == '-', c == '_', c == '.':
		default:
			return CodePathInvalid
		}
	}
	return ""
}

// device says whether Windows takes a name for a device, whatever its extension.
func device(segment string) bool {
	if len(segment) < 3 {
		return false
	}
	name, _, _ := strings.Cut(segment, ".")
	switch name {
	case "con", "prn", "aux", "nul":
		return true
	}
	return len(name) == 4 && (name[:3] == "com" || name[:3] == "lpt") && '1' <= name[3] && name[3] <= '9'
}

// reserved are the files that this package makes itself.
func reserved(file string) bool {
	switch file {
	case fileBuild, fileSitemap, fileRobots, tree.Manifest, tree.Signature:
		return true
	}
	return strings.HasPrefix(file, "sitemap-") || strings.HasPrefix(file, "assets/") && strings.Count(path.Base(file), ".") == 2
}

const (
	fileBuild   = tree.Stamp
	fileSitemap = "sitemap.xml"
	fileRobots  = "robots.txt"
)

// rootOf gives the relative way from a file to the root of the tree.
func rootOf(file string) string {
	return strings.Repeat("../", strings.Count(file, "/"))
}
