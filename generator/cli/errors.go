package cli

import (
	"errors"
	"io/fs"
	"syscall"

	"elinde/site/publish"
)

// refusals are the errors that an official meets, with the text that says them.
var refusals = []struct {
	err error
	key string
}{
	{publish.ErrBusy, "output-busy"},
	{publish.ErrForeign, "output-foreign"},
	{publish.ErrNoPrevious, "no-previous"},
	{publish.ErrHoles, "previous-holes"},
}

// sentence says an error in the reader's language where it is one of those that
// an official meets, and in its own words otherwise.
func (a *app) sentence(err error) string {
	for _, r := range refusals {
		if errors.Is(err, r.err) {
			return a.texts.format(r.key, a.folder)
		}
	}
	var path *fs.PathError
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return a.texts.get("port-taken")
	case errors.Is(err, syscall.ENOSPC):
		return a.texts.get("disk-full")
	case errors.As(err, &path) && errors.Is(err, fs.ErrPermission):
		return a.texts.format("not-permitted", path.Path)
	case errors.As(err, &path) && errors.Is(err, syscall.EISDIR):
		return a.texts.format("is-folder", path.Path)
	}
	return err.Error()
}
