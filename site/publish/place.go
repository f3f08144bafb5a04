// Package publish keeps a published folder whole. A new tree is made beside it
// and swapped in at once; the previous one is kept. Whatever is killed at
// whatever moment, the published folder is the old tree or the new one, and the
// next Open clears away what was left.
//
// Beside an output folder "public" lies ".public.elinde" with
//
//	lock       held while a process works here
//	swap.json  says which tree was about to take which one's place
//	stage/     the tree that is being made
//	previous/  the tree that was published before, for Rollback
//	spare/     the one before that, from which the next stage is made
//	states/    what is known of each tree, by build id
//
// so that all of them are on one file system.
package publish

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// ErrBusy says that another process works on the same output.
var ErrBusy = errors.New("another build is at work on this folder")

// ErrForeign says that the output folder holds something that was not made here.
var ErrForeign = errors.New("the output folder is not empty and was not made by this program")

// Place is an output folder with what is kept beside it, locked.
type Place struct {
	Output string // absolute
	beside string
	lock   *os.File
}

// Open locks the output folder, which need not exist, and clears away what a
// killed build left.
func Open(output string) (*Place, error) {
	output, err := filepath.Abs(output)
	if err != nil {
		return nil, fmt.Errorf("cannot find %s: %w", output, err)
	}
	base := filepath.Base(output)
	if base == string(filepath.Separator) || base == "." {
		return nil, fmt.Errorf("cannot publish into %s: %w", output, ErrForeign)
	}
	p := &Place{Output: output, beside: filepath.Join(filepath.Dir(output), "."+base+".elinde")}
	if err := os.MkdirAll(filepath.Join(p.beside, "states"), 0o755); err != nil {
		return nil, fmt.Errorf("cannot make a folder beside the output: %w", err)
	}
	if p.lock, err = lockFile(filepath.Join(p.beside, "lock")); err != nil {
		return nil, err
	}
	if err := p.recover(); err != nil {
		p.Close()
		return nil, err
	}
	if err := p.own(); err != nil {
		p.Close()
		return nil, err
	}
	return p, nil
}

// Close lets other processes work here.
func (p *Place) Close() error {
	if p.lock == nil {
		return nil
	}
	err := p.lock.Close() // which releases the lock
	p.lock = nil
	return err
}

// own refuses a folder that holds something else than a site made here: a swap
// would take it away.
func (p *Place) own() error {
	info, err := os.Lstat(p.Output)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("cannot look at %s: %w", p.Output, err)
	}
	if !info.IsDir() {
		return fmt.Errorf("cannot publish into %s: %w", p.Output, ErrForeign)
	}
	if buildOf(p.Output) != "" {
		return nil
	}
	names, err := os.ReadDir(p.Output)
	if err != nil {
		return fmt.Errorf("cannot list %s: %w", p.Output, err)
	}
	if len(names) > 0 {
		return fmt.Errorf("cannot publish into %s: %w", p.Output, ErrForeign)
	}
	return nil
}

func (p *Place) path(name string) string { return filepath.Join(p.beside, name) }

// Build gives the build id of the published tree; empty if there is none.
func (p *Place) Build() string { return buildOf(p.Output) }

// PreviousBuild gives the build id of the kept previous tree.
func (p *Place) PreviousBuild() string { return buildOf(p.path("previous")) }

// buildOf reads the build id of a tree.
func buildOf(folder string) string {
	data, err := os.ReadFile(filepath.Join(folder, "build.json"))
	if err != nil {
		return ""
	}
	var info struct {
		Build string `json:"build"`
	}
	if json.Unmarshal(data, &info) != nil {
		return ""
	}
	return info.Build
}
