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
//	taken-back the build id of the tree that Rollback took back
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
	"slices"
	"strings"

	"elinde/site/known"
	"elinde/site/tree"
)

// ErrBusy says that another process works on the same output.
var ErrBusy = errors.New("another build is at work on this folder")

// ErrForeign says that the output folder holds something that was not made here.
var ErrForeign = errors.New("the output folder holds files that this program did not make; move them away, or name another folder")

// Place is an output folder with what is kept beside it, locked.
type Place struct {
	Output string // absolute
	beside string
	lock   *os.File
	known  *known.Tree // what is known of the published tree when the place was opened
}

// Open locks the output folder, which need not exist, and clears away what a
// killed build left.
func Open(output string) (*Place, error) {
	beside, err := Beside(output)
	if err != nil {
		return nil, err
	}
	p := &Place{beside: beside}
	if p.Output, err = filepath.Abs(output); err != nil {
		return nil, fmt.Errorf("cannot find %s: %w", output, err)
	}
	// A folder that is refused gets nothing beside it; only where something was
	// kept before can a killed swap be finished first.
	if !exists(p.beside) {
		if err := p.own(); err != nil {
			return nil, err
		}
	} else if info, err := os.Lstat(p.beside); err != nil || !info.IsDir() {
		return nil, fmt.Errorf("cannot use %s: %w", p.beside, ErrForeign)
	}
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

// Beside gives the folder in which is kept what an output needs; there may be none yet.
func Beside(output string) (string, error) {
	absolute, err := filepath.Abs(output)
	if err != nil {
		return "", fmt.Errorf("cannot find %s: %w", output, err)
	}
	base := filepath.Base(absolute)
	if base == string(filepath.Separator) || base == "." {
		return "", fmt.Errorf("cannot publish into %s: %w", absolute, ErrForeign)
	}
	return filepath.Join(filepath.Dir(absolute), "."+base+".elinde"), nil
}

// Known says whether something was published into a folder before. Open makes what it
// needs beside the folder; who only looks asks this first.
func Known(output string) bool {
	output, err := filepath.Abs(output)
	return err == nil && exists(filepath.Join(filepath.Dir(output), "."+filepath.Base(output)+".elinde"))
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
// would take it away. What a build made is known beside the folder, file by file;
// where that is lost, the folder is proven by the build id, which is the
// fingerprint of all its files. A build.json alone makes nothing ours.
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
	names, err := os.ReadDir(p.Output)
	if err != nil {
		return fmt.Errorf("cannot list %s: %w", p.Output, err)
	}
	if len(names) == 0 {
		return nil
	}
	id := p.Build()
	if p.known = p.Known(id); p.known != nil {
		return p.noStrays()
	}
	if proven, err := tree.Proven(p.Output); err != nil || proven != id || !plain(id) {
		return fmt.Errorf("cannot publish into %s: %w", p.Output, ErrForeign)
	}
	return nil
}

// noStrays refuses an output in which somebody put files of their own since it
// was published.
func (p *Place) noStrays() error {
	strays, err := tree.Strays(p.Output, func(name string) bool {
		if p.known.File(name) != nil {
			return true
		}
		i := strings.LastIndexByte(name, '.')
		if i < 0 {
			return false
		}
		f := p.known.File(name[:i])
		return f != nil && slices.ContainsFunc(f.Entry.Twins, func(t tree.Twin) bool { return t.Suffix == name[i:] })
	})
	if err != nil {
		return fmt.Errorf("cannot look at %s: %w", p.Output, err)
	}
	if len(strays) > 0 {
		return fmt.Errorf("cannot publish into %s, which holds %s: %w", p.Output, strings.Join(strays, ", "), ErrForeign)
	}
	return nil
}

func (p *Place) path(name string) string { return filepath.Join(p.beside, name) }

// Build gives the build id of the published tree; empty if there is none.
func (p *Place) Build() string { return buildOf(p.Output) }

// PreviousBuild gives the build id of the kept previous tree.
func (p *Place) PreviousBuild() string { return buildOf(p.path("previous")) }

// buildOf reads the build id of a tree.
func buildOf(folder string) string { return stampOf(folder)["build"] }

// stampOf reads what a tree says of itself; nil where it says nothing.
func stampOf(folder string) map[string]string {
	data, err := os.ReadFile(filepath.Join(folder, tree.Stamp))
	if err != nil {
		return nil
	}
	var info map[string]string
	if json.Unmarshal(data, &info) != nil {
		return nil
	}
	return info
}
