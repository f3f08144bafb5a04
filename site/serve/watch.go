package serve

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// Quiet is how long files must lie still before a change is told: editors and
// exports write in several steps.
const Quiet = 150 * time.Millisecond

// Watcher sees what happens at and below the paths that are wanted.
type Watcher struct {
	notify *fsnotify.Watcher
	wanted []string
}

// NewWatcher begins to watch. Paths that do not exist are watched for through their
// parent folder. The caller calls Tell, or Close.
func NewWatcher(paths []string) (*Watcher, error) {
	notify, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, fmt.Errorf("cannot watch files: %w", err)
	}
	w := &Watcher{notify: notify}
	for _, path := range paths {
		absolute, err := filepath.Abs(path)
		if err == nil {
			err = add(notify, absolute)
		}
		if err != nil {
			notify.Close()
			return nil, fmt.Errorf("cannot watch %s: %w", path, err)
		}
		w.wanted = append(w.wanted, absolute)
	}
	return w, nil
}

// Close ends a watch that nobody is told of.
func (w *Watcher) Close() error { return w.notify.Close() }

// Tell calls changed, one call at a time, whenever files have changed since
// NewWatcher or the last call and then lain still for Quiet. It returns when ctx
// ends or nothing can be watched any more, and closes the watch.
func (w *Watcher) Tell(ctx context.Context, changed func(files []string)) error {
	defer w.Close()
	still := time.NewTimer(Quiet)
	still.Stop()
	files := map[string]bool{}
	for {
		select {
		case <-ctx.Done():
			return nil
		case err := <-w.notify.Errors:
			if err == nil {
				return nil
			}
			// Events were lost: everything may have changed.
			files[""] = true
			still.Reset(Quiet)
		case e, ok := <-w.notify.Events:
			if !ok {
				return nil
			}
			if !concerns(e, w.wanted) {
				continue
			}
			if e.Has(fsnotify.Create) {
				if info, err := os.Stat(e.Name); err == nil && info.IsDir() {
					add(w.notify, e.Name) // gone again: then another event says so
				}
			}
			files[e.Name] = true
			still.Reset(Quiet)
		case <-still.C:
			list := make([]string, 0, len(files))
			for name := range files {
				list = append(list, name)
			}
			clear(files)
			slices.Sort(list)
			changed(list)
		}
	}
}

// add watches a folder with all below, or the folder of a file: an editor that
// writes a new file and renames it would end a watch on the file itself.
func add(w *fsnotify.Watcher, path string) error {
	info, err := os.Stat(path)
	if err != nil || !info.IsDir() {
		dir := filepath.Dir(path)
		for dir != filepath.Dir(dir) {
			if info, err := os.Stat(dir); err == nil && info.IsDir() {
				break
			}
			dir = filepath.Dir(dir)
		}
		return w.Add(dir)
	}
	return filepath.WalkDir(path, func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return nil // what vanishes while it is walked need not be watched
		}
		if name != path && passing(name) {
			return fs.SkipDir
		}
		return w.Add(name)
	})
}

// concerns says whether an event is about something at or below the paths, or
// about a folder on the way to one of them.
func concerns(e fsnotify.Event, paths []string) bool {
	if e.Op == fsnotify.Chmod || passing(e.Name) {
		return false
	}
	return slices.ContainsFunc(paths, func(p string) bool {
		return e.Name == p || strings.HasPrefix(e.Name, p+string(filepath.Separator)) || strings.HasPrefix(p, e.Name+string(filepath.Separator))
	})
}

// passing says whether a file is hidden, or a trace of an editor or spreadsheet
// at work.
func passing(name string) bool {
	base := filepath.Base(name)
	return strings.HasPrefix(base, ".") || strings.HasPrefix(base, "~") || strings.HasPrefix(base, "#") ||
		strings.HasSuffix(base, "~") || strings.HasSuffix(base, ".swp") || strings.HasSuffix(base, ".tmp") || base == "4913" || base == "node_modules"
}
