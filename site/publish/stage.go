package publish

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// Stage is a tree that is being made. Several goroutines and processes may
// write into Folder.
type Stage struct {
	Folder string
	// Base is the build id of the tree that Folder was made from; empty when it
	// was made empty.
	Base  string
	place *Place
	done  bool
}

// Stage makes the folder for a new tree. It is the spare tree if there is one:
// most of its files are as the new tree needs them.
func (p *Place) Stage() (*Stage, error) {
	s := &Stage{Folder: p.path("stage"), place: p}
	if base := buildOf(p.path("spare")); base != "" {
		if err := os.Rename(p.path("spare"), s.Folder); err == nil {
			s.Base = base
			// From now on it is nobody's tree, whatever becomes of this process.
			if err := os.Remove(filepath.Join(s.Folder, "build.json")); err != nil {
				return nil, fmt.Errorf("cannot take the spare tree: %w", err)
			}
			return s, nil
		}
	}
	if err := os.Mkdir(s.Folder, 0o755); err != nil {
		return nil, fmt.Errorf("cannot make a folder for the new tree: %w", err)
	}
	return s, nil
}

// Discard removes the tree unless it was published.
func (s *Stage) Discard() error {
	if s.done {
		return nil
	}
	s.done = true
	return s.place.remove("stage")
}

// Sync brings the tree to disk, of which the given files are new. A few files
// are synced one by one, many with the whole file system.
func (s *Stage) Sync(files []string) error {
	if len(files) > 64 {
		return syncAll(s.Folder)
	}
	for _, name := range files {
		if err := syncFile(filepath.Join(s.Folder, filepath.FromSlash(name))); err != nil {
			return fmt.Errorf("cannot bring %s to disk: %w", name, err)
		}
	}
	return syncFolder(s.Folder)
}

// KeepAsSpare keeps a finished tree that need not be published as the one that
// the next stage is made from.
func (s *Stage) KeepAsSpare(id string) error {
	if s.done || buildOf(s.Folder) != id || id == "" || exists(s.place.path("spare")) {
		return s.Discard()
	}
	s.done = true
	if err := os.Rename(s.Folder, s.place.path("spare")); err != nil {
		return fmt.Errorf("cannot keep the spare tree: %w", err)
	}
	return nil
}

// Publish swaps the tree in. Its files must be whole and, by Sync, on disk; id
// is the build id in its build.json.
func (s *Stage) Publish(id string) error {
	if s.done || buildOf(s.Folder) != id || id == "" {
		return errors.New("cannot publish a tree that is not finished")
	}
	err := s.place.takeOver("stage", id)
	// What fails after the swap leaves the old tree under the name of the stage,
	// which the next Open settles: it must not be discarded.
	s.done = s.place.Build() == id
	if err == nil {
		s.place.forget()
	}
	return err
}
