package site

import (
	"cmp"
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
	if !publish.Known(output) {
		return nil, nil, publish.ErrNoPrevious
	}
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
// how strings may be given see Options.Forbidden; or a file of which tells gives
// what it tells. It gives what became of the tree
// for Rollback, nil where that stays or none is kept.
func Discard(output string, condemned func(stamp map[string]string) bool, paths, strs []string, tells func(file string, data []byte) string) (*publish.Removed, error) {
	if !publish.Known(output) {
		return nil, nil
	}
	place, err := publish.Open(output)
	if err != nil {
		return nil, err
	}
	defer place.Close()
	must := sought(paths, strs)
	return place.Discard(condemned, func(file string, data []byte) string { return cmp.Or(must(file, data), tells(file, data)) })
}

// Search gives the files of the published tree that Discard would look for.
func Search(output string, paths, strs []string) ([]string, error) {
	if !publish.Known(output) {
		return nil, nil
	}
	place, err := publish.Open(output)
	if err != nil {
		return nil, err
	}
	defer place.Close()
	return place.Search(sought(paths, strs))
}

// sought gives the path or the string because of which a file is looked for.
func sought(paths, strs []string) func(file string, data []byte) string {
	find := treecheck.NewFinder(strs)
	return func(file string, data []byte) string {
		if i := slices.IndexFunc(paths, func(p string) bool { return within(file, p) }); i >= 0 {
			return paths[i]
		}
		if held := treecheck.Holds(file, data, find); len(held) > 0 {
			return held[0]
		}
		return ""
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
