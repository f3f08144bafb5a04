package cli

import (
	"errors"

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
}

// sentence says an error in the reader's language where it is one of those that
// an official meets, and in its own words otherwise.
func (a *app) sentence(err error) string {
	for _, r := range refusals {
		if errors.Is(err, r.err) {
			return a.texts.format(r.key, a.folder)
		}
	}
	return err.Error()
}
