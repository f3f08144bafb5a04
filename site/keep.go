package site

import (
	"slices"
	"strings"

	"elinde/site/publish"
	"elinde/site/treecheck"
)

// Rollback publishes the kept previous tree again and keeps the present one in
// its place, so that a second Rollback undoes the first. It gives the build id
// now published, or publish.ErrNoPrevious.
func Rollback(output string) (buildID string, err error) {
	place, err := publish.Open(output)
	if err != nil {
		return "", err
	}
	defer place.Close()
	return place.Rollback()
}

// Purge removes from the kept older trees what may no longer exist: the files
// of the given paths ("tk/services/x/" or "tk/services/x/index.html"; a folder
// with all that is in it), and every file that contains one of the strings
// (of at least four bytes). Precompressed twins go along. Removed lists what was
// deleted; published lists files of the published tree that still fall under
// the same order: those need a new build, not a purge.
//
// What is packed in a file is searched too; how strings may be given see
// Options.Forbidden.
func Purge(output string, paths, strs []string) (removed, published []string, err error) {
	place, err := publish.Open(output)
	if err != nil {
		return nil, nil, err
	}
	defer place.Close()
	find := treecheck.NewFinder(strs)
	mustGo := func(file string, data []byte) bool {
		return slices.ContainsFunc(paths, func(p string) bool { return within(file, p) }) || len(treecheck.Holds(file, data, find)) > 0
	}
	if removed, err = place.Purge(mustGo); err != nil {
		return removed, nil, err
	}
	published, err = place.Search(mustGo)
	return removed, published, err
}

// within says whether a file is the one that a path names, or lies in it.
func within(file, path string) bool {
	path = strings.Trim(path, "/")
	return path != "" && (file == path || strings.HasPrefix(file, path+"/"))
}

// Prepare makes the next Build faster: it makes, by hard links, the tree that
// the next one is made from. It does nothing if there is one. Call it after a
// build, when nobody waits any more.
func Prepare(output string) error {
	place, err := publish.Open(output)
	if err != nil {
		return err
	}
	defer place.Close()
	return place.MakeSpare()
}
