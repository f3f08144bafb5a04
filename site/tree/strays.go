package tree

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
)

// Strays lists what lies in a folder, folders aside, and is not a plain file that
// known says belongs there; a dozen at most, sorted. No file is opened or asked
// for its size, so it is quick.
func Strays(root string, known func(name string) bool) ([]string, error) {
	s := strays{root: root, known: known, slots: make(chan struct{}, 2*runtime.GOMAXPROCS(0))}
	s.folder("")
	s.group.Wait()
	slices.Sort(s.found)
	return s.found[:min(len(s.found), 12)], s.err
}

type strays struct {
	root  string
	known func(name string) bool
	slots chan struct{}
	group sync.WaitGroup

	mu    sync.Mutex
	found []string
	err   error
}

func (s *strays) folder(dir string) {
	entries, err := os.ReadDir(filepath.Join(s.root, filepath.FromSlash(dir)))
	if err != nil {
		s.mu.Lock()
		s.err = err
		s.mu.Unlock()
		return
	}
	for _, e := range entries {
		name := e.Name()
		if dir != "" {
			name = dir + "/" + name
		}
		if !e.IsDir() {
			s.file(name, e.Type())
			continue
		}
		select {
		case s.slots <- struct{}{}:
			s.group.Go(func() {
				defer func() { <-s.slots }()
				s.folder(name)
			})
		default:
			s.folder(name)
		}
	}
}

func (s *strays) file(name string, kind fs.FileMode) {
	if kind.IsRegular() && s.known(name) {
		return
	}
	s.mu.Lock()
	s.found = append(s.found, name)
	s.mu.Unlock()
}
