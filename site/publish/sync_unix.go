//go:build unix

package publish

import "os"

// syncFolder makes renames in a folder last.
func syncFolder(name string) error { return syncFile(name) }

// syncFile brings one file to disk.
func syncFile(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	return f.Sync()
}
