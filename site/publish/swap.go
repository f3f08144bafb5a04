package publish

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// intent is written before a swap and removed after it. Both trees are whole
// while it exists.
type intent struct {
	New string `json:"new"` // build id of the tree in stage/
	Old string `json:"old"` // of the published one; empty: none
}

// takeOver publishes the tree in folder (stage or previous) and keeps the old
// one as previous.
func (p *Place) takeOver(folder, id string) error {
	if p.known != nil && p.known.Build == p.Build() {
		if err := p.noStrays(); err != nil { // put there meanwhile
			return err
		}
	}
	data, err := json.Marshal(intent{New: id, Old: p.Build()})
	if err != nil {
		return err
	}
	if err := p.writeDurably("swap.json", data); err != nil {
		return err
	}
	if err := exchange(p.path(folder), p.Output); err != nil {
		os.Remove(p.path("swap.json"))
		return fmt.Errorf("cannot swap the new site in: %w", err)
	}
	if err := syncFolder(p.path("..")); err != nil {
		return err
	}
	return p.settle(folder)
}

// settle gives the trees their names after a swap: folder now holds the tree
// that was published before. It may be repeated after a kill at any point.
func (p *Place) settle(folder string) error {
	if exists(p.path(folder)) && folder != "previous" {
		if exists(p.path("previous")) {
			// Of the older trees one is enough to make the next stage from.
			if exists(p.path("spare")) {
				if err := p.remove("spare"); err != nil {
					return err
				}
			}
			if err := os.Rename(p.path("previous"), p.path("spare")); err != nil {
				return fmt.Errorf("cannot keep the previous site: %w", err)
			}
		}
		if err := os.Rename(p.path(folder), p.path("previous")); err != nil {
			return fmt.Errorf("cannot keep the previous site: %w", err)
		}
	}
	if err := os.Remove(p.path("swap.json")); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("cannot finish the swap: %w", err)
	}
	return nil
}

// recover brings trees and names in order after a process was killed.
func (p *Place) recover() error {
	var i intent
	data, err := os.ReadFile(p.path("swap.json"))
	switch {
	case errors.Is(err, fs.ErrNotExist) || err == nil && json.Unmarshal(data, &i) != nil:
		// No swap was under way: a half-written intent is one that nobody acted on.
		os.Remove(p.path("swap.json"))
		return p.clear()
	case err != nil:
		return fmt.Errorf("cannot read the state of the last swap: %w", err)
	}
	if err := p.recoverAside(); err != nil {
		return err
	}
	if stage := buildOf(p.path("stage")); p.Build() == i.New && stage == i.Old && i.Old != i.New && i.Old != "" {
		// The swap was done, the old tree lies in stage/.
		if err := p.settle("stage"); err != nil {
			return err
		}
	}
	if err := os.Remove(p.path("swap.json")); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("cannot finish the swap: %w", err)
	}
	return p.clear()
}

// clear removes trees that nobody will finish.
func (p *Place) clear() error {
	for _, name := range []string{"stage", "spare.new"} {
		if err := p.remove(name); err != nil {
			return err
		}
	}
	return nil
}

func (p *Place) remove(name string) error {
	if err := os.RemoveAll(p.path(name)); err != nil {
		return fmt.Errorf("cannot remove what a former build left: %w", err)
	}
	return nil
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}
