//go:build !linux && !darwin

package publish

import (
	"errors"
	"io/fs"
	"os"
)

// exchange gives each of two folders the other's name. There is no single step
// for it here: for a moment the second name is missing, and recover mends a
// process killed in that moment.
func exchange(a, b string) error {
	if _, err := os.Lstat(b); errors.Is(err, fs.ErrNotExist) {
		return os.Rename(a, b)
	}
	return renamePair(a, b)
}
