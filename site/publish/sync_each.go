//go:build !linux

package publish

import (
	"io/fs"
	"path/filepath"
)

// syncAll brings every file of a folder to disk.
func syncAll(folder string) error {
	return filepath.WalkDir(folder, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			return syncFolder(name)
		}
		return syncFile(name)
	})
}
