package publish

import (
	"errors"
	"io/fs"
	"os"

	"golang.org/x/sys/unix"
)

// exchange gives each of two folders the other's name in one step. If the
// second does not exist the first is renamed.
func exchange(a, b string) error {
	err := unix.RenamexNp(a, b, unix.RENAME_SWAP)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return os.Rename(a, b)
	case errors.Is(err, unix.ENOTSUP), errors.Is(err, unix.ENOSYS):
		return renamePair(a, b)
	}
	return err
}
