package publish

import (
	"errors"
)

// ErrNoPrevious says that no previous tree is kept.
var ErrNoPrevious = errors.New("no previous site is kept")

// Rollback publishes the previous tree again and keeps the present one as
// previous. It gives the build id now published.
func (p *Place) Rollback() (string, error) {
	id := p.PreviousBuild()
	if id == "" {
		return "", ErrNoPrevious
	}
	if err := p.takeOver("previous", id); err != nil {
		return "", err
	}
	return id, nil
}
