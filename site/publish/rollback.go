package publish

import (
	"errors"
	"os"

	"elinde/site/tree"
)

var (
	// ErrNoPrevious says that no previous tree is kept.
	ErrNoPrevious = errors.New("no previous site is kept")
	// ErrHoles says that the kept tree is not as it was published.
	ErrHoles = errors.New("the kept previous site is not whole any more")
	// ErrTakenBack says that the kept tree is one that Rollback took back.
	ErrTakenBack = errors.New("the kept site is the one that was taken back")
)

// takenBack names the file that holds the build id of the tree that Rollback
// took back last.
const takenBack = "taken-back"

// Rollback publishes the previous tree again and keeps the present one as
// previous. It gives the stamps of the tree now published and of the one now
// kept. A tree that is not, file for file, what it was when it was published
// stays where it is, and one that was itself taken back unless again is set. refuse
// may object to the tree's stamp.
func (p *Place) Rollback(again bool, refuse func(stamp map[string]string) error) (shown, aside map[string]string, err error) {
	id := p.PreviousBuild()
	if id == "" {
		return nil, nil, ErrNoPrevious
	}
	shown, aside = stampOf(p.path("previous")), stampOf(p.Output)
	if before, err := os.ReadFile(p.path(takenBack)); err == nil && string(before) == id && !again {
		return shown, aside, ErrTakenBack
	}
	if err := refuse(shown); err != nil {
		return shown, aside, err
	}
	if proven, err := tree.Proven(p.path("previous")); err != nil || proven != id {
		return shown, aside, ErrHoles
	}
	// Written before the swap: it speaks of the kept tree only once that is the one
	// taken back.
	if err := p.writeDurably(takenBack, []byte(p.Build())); err != nil {
		return shown, aside, err
	}
	return shown, aside, p.takeOver("previous", id)
}
