package hugo

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/spf13/afero"
)

// capture is the file system that Hugo publishes to. It holds a file in memory
// until Hugo closes it and then hands it on whole: no page is read back from
// disk to be checked, and none is half written.
type capture struct {
	publish func(path string, data []byte) error

	mu  sync.Mutex
	err error
}

func (c *capture) fail(err error) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.err == nil {
		c.err = err
	}
	return err
}

func (c *capture) failure() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.err
}

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// Create opens a file for writing.
func (c *capture) Create(name string) (afero.File, error) {
	b := buffers.Get().(*bytes.Buffer)
	b.Reset()
	return &captured{to: c, name: name, data: b}, nil
}

// OpenFile opens a file for writing; there is nothing to read.
func (c *capture) OpenFile(name string, flag int, _ os.FileMode) (afero.File, error) {
	if flag&(os.O_WRONLY|os.O_RDWR) == 0 {
		return nil, &os.PathError{Op: "open", Path: name, Err: os.ErrNotExist}
	}
	return c.Create(name)
}

// Open finds nothing.
func (c *capture) Open(name string) (afero.File, error) {
	return nil, &os.PathError{Op: "open", Path: name, Err: os.ErrNotExist}
}

// Stat finds nothing.
func (c *capture) Stat(name string) (os.FileInfo, error) {
	return nil, &os.PathError{Op: "stat", Path: name, Err: os.ErrNotExist}
}

func (c *capture) Mkdir(string, os.FileMode) error            { return nil }
func (c *capture) MkdirAll(string, os.FileMode) error         { return nil }
func (c *capture) Remove(string) error                        { return os.ErrPermission }
func (c *capture) RemoveAll(string) error                     { return os.ErrPermission }
func (c *capture) Rename(string, string) error                { return os.ErrPermission }
func (c *capture) Name() string                               { return "capture" }
func (c *capture) Chmod(string, os.FileMode) error            { return nil }
func (c *capture) Chown(string, int, int) error               { return nil }
func (c *capture) Chtimes(string, time.Time, time.Time) error { return nil }

var errReadOnlyOnce = errors.New("a published file cannot be read back")

// captured is one file being written.
type captured struct {
	to   *capture
	name string
	data *bytes.Buffer
}

// Write appends to the file.
func (f *captured) Write(p []byte) (int, error) { return f.data.Write(p) }

// WriteString appends to the file.
func (f *captured) WriteString(s string) (int, error) { return f.data.WriteString(s) }

// Close hands the file on.
func (f *captured) Close() error {
	if f.data == nil {
		return nil
	}
	name := strings.TrimPrefix(strings.TrimPrefix(f.name, folder+"/public"), "/")
	err := f.to.publish(name, f.data.Bytes())
	buffers.Put(f.data)
	f.data = nil
	if err != nil {
		return f.to.fail(err) // Hugo does not look at what Close says
	}
	return nil
}

func (f *captured) Name() string                       { return f.name }
func (f *captured) Read([]byte) (int, error)           { return 0, errReadOnlyOnce }
func (f *captured) ReadAt([]byte, int64) (int, error)  { return 0, errReadOnlyOnce }
func (f *captured) Seek(int64, int) (int64, error)     { return 0, errReadOnlyOnce }
func (f *captured) WriteAt([]byte, int64) (int, error) { return 0, errReadOnlyOnce }
func (f *captured) Readdir(int) ([]os.FileInfo, error) { return nil, errReadOnlyOnce }
func (f *captured) Readdirnames(int) ([]string, error) { return nil, errReadOnlyOnce }
func (f *captured) Stat() (os.FileInfo, error)         { return nil, errReadOnlyOnce }
func (f *captured) Sync() error                        { return nil }
func (f *captured) Truncate(int64) error               { return nil }
