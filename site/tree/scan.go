package tree

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sync"
)

// Look is how a file looks without reading it.
type Look struct {
	Size    int64
	ModTime int64
}

// Scan is what lies in a folder.
type Scan struct {
	Files   map[string]Look // by path with slashes
	Folders []string        // every folder before those inside it
	// Foreign are symbolic links, devices and the like.
	Foreign []string
}

// ReadScan looks at every file of a folder, several at a time.
func ReadScan(root string) (*Scan, error) {
	s := &scanner{root: root, scan: Scan{Files: map[string]Look{}}, slots: make(chan struct{}, 2*runtime.GOMAXPROCS(0))}
	s.folder("")
	s.group.Wait()
	if s.err != nil {
		return nil, fmt.Errorf("cannot look at a tree: %w", s.err)
	}
	return &s.scan, nil
}

type scanner struct {
	root  string
	slots chan struct{}
	group sync.WaitGroup

	mu   sync.Mutex
	scan Scan
	err  error
}

func (s *scanner) folder(dir string) {
	entries, err := os.ReadDir(filepath.Join(s.root, filepath.FromSlash(dir)))
	if err != nil {
		s.fail(err)
		return
	}
	var inside []string
	for _, e := range entries {
		name := e.Name()
		if dir != "" {
			name = dir + "/" + name
		}
		if e.IsDir() {
			inside = append(inside, name)
			continue
		}
		info, err := e.Info()
		if err != nil {
			s.fail(err)
			return
		}
		s.add(name, info)
	}
	s.mu.Lock()
	s.scan.Folders = append(s.scan.Folders, inside...)
	s.mu.Unlock()
	for _, name := range inside {
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

func (s *scanner) add(name string, info fs.FileInfo) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !info.Mode().IsRegular() {
		s.scan.Foreign = append(s.scan.Foreign, name)
		return
	}
	s.scan.Files[name] = Look{Size: info.Size(), ModTime: info.ModTime().UnixNano()}
}

func (s *scanner) fail(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.err == nil {
		s.err = err
	}
}

// Intact says whether a file and its twins look as they were written.
func (s *Scan) Intact(e Entry) bool {
	if s == nil || s.Files[e.Path] != (Look{e.Size, e.ModTime}) {
		return false
	}
	for _, t := range e.Twins {
		if s.Files[e.Path+t.Suffix] != (Look{t.Size, t.ModTime}) {
			return false
		}
	}
	return true
}

// Intact says whether a file of a folder and its twins look as they were
// written; it asks the file system.
func Intact(root string, e Entry) bool {
	name := filepath.Join(root, filepath.FromSlash(e.Path))
	if !looks(name, e.Size, e.ModTime) {
		return false
	}
	for _, t := range e.Twins {
		if !looks(name+t.Suffix, t.Size, t.ModTime) {
			return false
		}
	}
	return true
}

func looks(name string, size, modTime int64) bool {
	info, err := os.Lstat(name)
	return err == nil && info.Mode().IsRegular() && info.Size() == size && info.ModTime().UnixNano() == modTime
}

// Link puts a file of another folder, with its twins, into this one without
// copying its bytes; where the file system has no hard links they are copied.
// It gives the entry as it looks here.
func (w Writer) Link(from string, e Entry) (Entry, error) {
	err := w.link(from, e.Path)
	for _, t := range e.Twins {
		if err == nil {
			err = w.link(from, e.Path+t.Suffix)
		}
	}
	if err == nil {
		return e, nil
	}
	data, readErr := os.ReadFile(filepath.Join(from, filepath.FromSlash(e.Path)))
	if readErr != nil {
		return e, fmt.Errorf("cannot copy %s: %w", e.Path, readErr)
	}
	if Sum(data) != e.Sum {
		return e, fmt.Errorf("cannot copy %s: it was changed", e.Path)
	}
	return w.Write(e.Path, data)
}

func (w Writer) link(from, path string) error {
	source, name := filepath.Join(from, filepath.FromSlash(path)), filepath.Join(w.Root, filepath.FromSlash(path))
	if filepath.Base(name) == "index.html" {
		os.Mkdir(filepath.Dir(name), 0o755)
	}
	err := os.Link(source, name)
	if err == nil || errors.Is(err, errors.ErrUnsupported) {
		return err
	}
	if err := makeWay(name, err); err != nil {
		return err
	}
	return os.Link(source, name)
}
