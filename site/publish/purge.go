package publish

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"elinde/site/tree"
)

// kept are the trees that Purge goes through.
var kept = []string{"previous", "spare"}

// Purge removes from the kept older trees each file that must go, with its
// precompressed twins, and gives their paths. It does not touch the published
// tree. A file is judged by its path and bytes; twins go with it.
func (p *Place) Purge(mustGo func(path string, data []byte) bool) ([]string, error) {
	var gone []string
	for _, name := range kept {
		root := p.path(name)
		if !exists(root) {
			continue
		}
		scan, err := tree.ReadScan(root)
		if err != nil {
			return gone, err
		}
		for path := range scan.Files {
			if path == tree.Stamp || path == tree.Manifest || path == tree.Signature || isTwin(path, scan) {
				continue
			}
			file := filepath.Join(root, filepath.FromSlash(path))
			data, err := os.ReadFile(file)
			if err != nil {
				return gone, fmt.Errorf("cannot read a kept file: %w", err)
			}
			if !mustGo(path, data) {
				continue
			}
			for _, suffix := range []string{".br", ".gz", ""} {
				if err := os.Remove(file + suffix); err != nil && !os.IsNotExist(err) {
					return gone, fmt.Errorf("cannot remove a kept file: %w", err)
				}
			}
			gone = append(gone, path)
		}
		if err := removeEmpty(root, scan.Folders); err != nil {
			return gone, err
		}
		if err := syncFolder(root); err != nil {
			return gone, err
		}
	}
	slices.Sort(gone)
	gone = slices.Compact(gone)
	return gone, p.unlearn(gone)
}

// unlearn takes files out of what is known of the older trees: a path may tell
// as much as a file.
func (p *Place) unlearn(gone []string) error {
	for _, name := range kept {
		id := buildOf(p.path(name))
		t := p.Known(id)
		if t == nil || id == p.Build() {
			continue
		}
		for _, path := range gone {
			t.Remove(path)
		}
		if err := p.Learn(t); err != nil {
			return fmt.Errorf("cannot forget the removed files: %w", err)
		}
	}
	return nil
}

func isTwin(path string, scan *tree.Scan) bool {
	for _, suffix := range []string{".br", ".gz"} {
		if of, ok := strings.CutSuffix(path, suffix); ok {
			_, known := scan.Files[of]
			return known
		}
	}
	return false
}

// removeEmpty removes folders that hold nothing any more: a name may tell as
// much as a file.
func removeEmpty(root string, folders []string) error {
	for _, dir := range slices.Backward(slices.Sorted(slices.Values(folders))) {
		name := filepath.Join(root, filepath.FromSlash(dir))
		entries, err := os.ReadDir(name)
		if err != nil || len(entries) > 0 {
			continue
		}
		if err := os.Remove(name); err != nil && !os.IsNotExist(err) {
			return fmt.Errorf("cannot remove a kept folder: %w", err)
		}
	}
	return nil
}

// Search gives the published files for which the test holds.
func (p *Place) Search(test func(path string, data []byte) bool) ([]string, error) {
	var found []string
	err := fs.WalkDir(os.DirFS(p.Output), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(p.Output, filepath.FromSlash(path)))
		if err == nil && test(path, data) {
			found = append(found, path)
		}
		return err
	})
	if os.IsNotExist(err) {
		return nil, nil
	}
	return found, err
}
