package publish

import (
	"fmt"
	"os"
	"path/filepath"
)

// aside is where a pair of renames puts the published tree for a moment.
const aside = "aside"

// renamePair exchanges two folders by renames, for file systems without a
// single step. The new tree, a, lies in the folder beside the output.
func renamePair(a, b string) error {
	temporary := filepath.Join(filepath.Dir(a), aside)
	if err := os.Rename(b, temporary); err != nil {
		return err
	}
	if err := os.Rename(a, b); err != nil {
		os.Rename(temporary, b)
		return err
	}
	return os.Rename(temporary, a)
}

// recoverAside finishes a pair of renames that was interrupted.
func (p *Place) recoverAside() error {
	if !exists(p.path(aside)) {
		return nil
	}
	if !exists(p.Output) {
		// The old tree was put aside and the new one not yet in place.
		if err := os.Rename(p.path(aside), p.Output); err != nil {
			return fmt.Errorf("cannot put the published site back: %w", err)
		}
		return nil
	}
	// The new one is in place; the old one takes the new one's former name.
	name := "stage"
	if exists(p.path(name)) {
		name = "previous"
	}
	if err := os.Rename(p.path(aside), p.path(name)); err != nil {
		return fmt.Errorf("cannot keep the previous site: %w", err)
	}
	return nil
}
