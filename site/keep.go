package site

import (
	"slices"
	"strings"

	"elinde/site/publish"
	"elinde/site/treecheck"
)

// Rollback publishes the kept previous tree again and keeps the present one in
// its place; what it says of each comes back. It refuses a tree that is not whole
// (publish.ErrHoles), none (publish.ErrNoPrevious), one that was itself taken back
// (publish.ErrTakenBack) unless again is set, and one to which refuse objects.
func Rollback(output string, again bool, refuse func(stamp map[string]string) error) (shown, aside map[string]string, err error) {
	place, err := publish.Open(output)
	if err != nil {
		return nil, nil, err
	}
	defer place.Close()
	return place.Rollback(again, refuse)
}

// Discard removes the kept older trees in which is what may no longer exist: a
// tree whose stamp is condemned, or that holds a file of the given paths
// ("tk/services/x/" or "tk/services/x/index.html"; a folder with all that is in
// it) or one of the strings (of at least four bytes), whatever it is packed in;
// how strings may be given see Options.Forbidden. It gives what became of the tree
// for Rollback, nil where that stays or none is kept.
func Discard(output string, condemned func(stamp map[string]string) bool, paths, strs []string) (*publish.Removed, error) {
	place, err := publish.Open(output)
	if err != nil {
		return nil, err
	}
	defer place.Close()
	return place.Discard(condemned, sought(paths, strs))
}

// Search gives the files of the published tree that Discard would look for.
func Search(output string, paths, strs []string) ([]string, error) {
	place, err := publish.Open(output)
	if err != nil {
		return nil, err
	}
	defer place.Close()
	return place.Search(sought(paths, strs))
}

func sought(paths, strs []string) func(file string, data []byte) bool {
	find := treecheck.NewFinder(strs)
	return func(file string, data []byte) bool {
		return slices.ContainsFunc(paths, func(p string) bool { return within(file, p) }) || len(treecheck.Holds(file, data, find)) > 0
	}
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
