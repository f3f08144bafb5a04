package publish

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"elinde/site/known"
	"elinde/site/tree"
)

// MakeSpare makes a second tree of hard links to the published files, unless
// there is one: the next stage is made from it, which spares the time of making
// thousands of folders while somebody waits.
func (p *Place) MakeSpare() error {
	id := p.Build()
	t := p.Known(id)
	if t.Len() == 0 || buildOf(p.path("spare")) != "" {
		return nil
	}
	if err := p.remove("spare"); err != nil {
		return err
	}
	w := tree.Writer{Root: p.path("spare.new")}
	if err := os.Mkdir(w.Root, 0o755); err != nil {
		return fmt.Errorf("cannot make a spare tree: %w", err)
	}
	if err := p.linkAll(w, t); err != nil {
		p.remove("spare.new")
		return fmt.Errorf("cannot make a spare tree: %w", err)
	}
	if err := os.Rename(w.Root, p.path("spare")); err != nil {
		return fmt.Errorf("cannot make a spare tree: %w", err)
	}
	return nil
}

func (p *Place) linkAll(w tree.Writer, t *known.Tree) error {
	files := make(chan *known.File, 64)
	failed := make(chan error, 1)
	var group sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for f := range files {
				if !tree.Intact(p.Output, f.Entry) {
					continue // the next build makes it anew
				}
				if _, err := w.Link(p.Output, f.Entry); err != nil {
					select {
					case failed <- err:
					default:
					}
				}
			}
		})
	}
	for f := range t.Files() {
		if f.Entry.Path != "build.json" {
			files <- f
		}
	}
	close(files)
	group.Wait()
	select {
	case err := <-failed:
		return err
	default:
	}
	// Last, because it says that the tree is one.
	return os.Link(filepath.Join(p.Output, "build.json"), filepath.Join(w.Root, "build.json"))
}
