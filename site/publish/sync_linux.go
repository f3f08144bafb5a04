package publish

import (
	"fmt"
	"os"

	"golang.org/x/sys/unix"
)

// syncAll brings the whole file system of a folder to disk.
func syncAll(folder string) error {
	f, err := os.Open(folder)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := unix.Syncfs(int(f.Fd())); err != nil {
		return fmt.Errorf("cannot bring the tree to disk: %w", err)
	}
	return nil
}
