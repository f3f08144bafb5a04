package publish

import (
	"fmt"
	"os"
	"path/filepath"
)

// writeDurably writes a small file beside the output so that it is whole or not
// there, also after a loss of power.
func (p *Place) writeDurably(name string, data []byte) error {
	temporary := p.path(name + ".new")
	f, err := os.Create(temporary)
	if err != nil {
		return fmt.Errorf("cannot write %s: %w", name, err)
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Rename(temporary, p.path(name))
	}
	if err == nil {
		err = syncFolder(filepath.Dir(p.path(name)))
	}
	if err != nil {
		return fmt.Errorf("cannot write %s: %w", name, err)
	}
	return nil
}
