package publish

import (
	"errors"
	"io/fs"
	"os"

	"golang.org/x/sys/unix"
)

// exchange gives each of two folders the other's name in one step: a reader
// finds the old tree or the new one, never none. If the second does not exist
// the first is renamed.
func exchange(a, b string) error {
	err := unix.Renameat2(unix.AT_FDCWD, a, unix.AT_FDCWD, b, unix.RENAME_EXCHANGE)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return os.Rename(a, b)
	case errors.Is(err, unix.EINVAL), errors.Is(err, unix.ENOSYS):
		return renamePair(a, b) // a file system that cannot exchange
	}
	return err
}
