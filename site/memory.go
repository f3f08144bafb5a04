package site

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"

	"elinde/site/known"
	"elinde/site/tree"
)

// memory is what former builds left: the published tree, and the older tree
// that the stage was made from.
type memory struct {
	published *known.Tree
	base      *known.Tree
	scan      *tree.Scan // what lies in the stage
}

// remember loads what is known and looks at the stage.
func (b *build) remember() error {
	b.memory = &memory{}
	var group sync.WaitGroup
	var err error
	if !b.opt.Whole {
		group.Go(func() { b.memory.published = b.place.Known(b.place.Build()) })
		group.Go(func() { b.memory.base = b.place.Known(b.stage.Base) })
	}
	if b.stage.Base != "" {
		group.Go(func() { b.memory.scan, err = tree.ReadScan(b.stage.Folder) })
	}
	group.Wait()
	if err != nil {
		return err
	}
	if b.memory.scan != nil {
		// A link out of the tree must be gone before anything is written.
		for _, name := range b.memory.scan.Foreign {
			if err := os.RemoveAll(filepath.Join(b.stage.Folder, filepath.FromSlash(name))); err != nil {
				return err
			}
		}
	}
	return nil
}

// reuse finds a file of a former tree that was made from the same, and puts it
// into the stage unless it lies there already.
func (b *build) reuse(p *planned) bool {
	return b.reuseIf(p, func(f *known.File) bool { return f.Made == p.made })
}

// reuseByKey does the same for a page whose record is not made yet, and learns
// from the file what it was made from.
func (b *build) reuseByKey(p *planned) bool {
	return p.key != [16]byte{} && b.reuseIf(p, func(f *known.File) bool {
		if f.Key != p.key {
			return false
		}
		p.made = f.Made
		return true
	})
}

// ours gives a tree that this very program made, nil for others.
func ours(t *known.Tree) *known.Tree {
	if t == nil || t.Program == [16]byte{} || t.Program != Program() {
		return nil
	}
	return t
}

func (b *build) reuseIf(p *planned, same func(*known.File) bool) bool {
	m := b.memory
	if f := ours(m.base).File(p.file); f != nil && same(f) && b.writer.Wants(f.Entry) && m.scan.Intact(f.Entry) {
		p.entry, p.seen, p.from = f.Entry, f.Seen, m.base
		return true
	}
	f := ours(m.published).File(p.file)
	if f == nil || !same(f) || !b.writer.Wants(f.Entry) || !tree.Intact(b.place.Output, f.Entry) {
		return false
	}
	entry, err := b.writer.Link(b.place.Output, f.Entry)
	if err != nil {
		return false // then it is made anew
	}
	p.entry, p.seen, p.from = entry, f.Seen, m.published
	return true
}

// sweep removes what lies in the stage from a former tree and is not planned.
func (b *build) sweep() error {
	scan := b.memory.scan
	if scan == nil {
		return nil
	}
	wanted := func(name string) bool {
		if b.planned[name] != nil {
			return true
		}
		i := strings.LastIndexByte(name, '.')
		if i < 0 || !b.opt.Precompress {
			return false
		}
		p := b.planned[name[:i]]
		return p != nil && slices.ContainsFunc(p.entry.Twins, func(t tree.Twin) bool { return t.Suffix == name[i:] })
	}
	for name := range scan.Files {
		if !wanted(name) {
			if err := b.removeFromStage(name); err != nil {
				return err
			}
		}
	}
	for _, dir := range slices.Backward(slices.Sorted(slices.Values(scan.Folders))) {
		if _, used := b.folders[dir]; !used && b.planned[dir] == nil {
			if err := b.removeFromStage(dir); err != nil {
				return err
			}
		}
	}
	return nil
}

func (b *build) removeFromStage(name string) error {
	err := os.Remove(filepath.Join(b.stage.Folder, filepath.FromSlash(name)))
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) {
		return nil // something planned has taken its place
	}
	return err
}

// learn gives what is known of the finished tree.
func (b *build) learn() *known.Tree {
	t := known.New(b.report.BuildID, len(b.planned))
	t.Program = Program()
	for _, f := range b.opt.Forbidden {
		t.Searched = append(t.Searched, tree.Sum([]byte(f)))
	}
	if mark := b.readBackMark(); mark != "" {
		t.Searched = append(t.Searched, tree.Sum([]byte(mark)))
	}
	for _, p := range b.planned {
		t.Add(&known.File{Entry: p.entry, Made: p.made, Key: p.key, Seen: p.seen})
	}
	return t
}
