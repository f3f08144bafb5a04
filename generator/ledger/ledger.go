// Package ledger keeps what a build worked out, by the fingerprint of all that it was
// worked out from, so that the next build need not do so again. It lies beside the
// published site, for its owner alone. A missing, damaged or foreign ledger is no fault:
// then nothing is known. What a build neither asked for nor worked out is forgotten.
package ledger

import (
	"bytes"
	"crypto/sha256"
	"encoding/gob"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"sync"
)

// Key is the fingerprint of what something is worked out from.
type Key [sha256.Size]byte

// Ledger is used by several goroutines at a time. A nil Ledger knows nothing and keeps
// nothing.
type Ledger struct {
	file    string
	program [16]byte

	mu   sync.Mutex
	old  map[Key][]byte
	kept map[Key][]byte
}

// Open reads the ledger in a file. It belongs to the program with that fingerprint;
// the zero one knows nothing.
func Open(file string, program [16]byte) *Ledger {
	l := &Ledger{file: file, program: program, kept: map[Key][]byte{}}
	data, err := os.ReadFile(file)
	if err != nil || len(data) < sha256.Size {
		return l
	}
	body, sum := data[sha256.Size:], data[:sha256.Size]
	if own := sealed(program, body); program == [16]byte{} || !bytes.Equal(own[:], sum) {
		return l
	}
	if gob.NewDecoder(bytes.NewReader(body)).Decode(&l.old) != nil {
		l.old = nil
	}
	return l
}

// sealed is the fingerprint of a ledger of a program.
func sealed(program [16]byte, body []byte) Key {
	sum := sha256.New()
	sum.Write(program[:])
	sum.Write(body)
	return Key(sum.Sum(nil))
}

// Find gives what is known under a key; it must not be changed.
func (l *Ledger) Find(key Key) ([]byte, bool) {
	if l == nil {
		return nil, false
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	value, ok := l.kept[key]
	if !ok {
		if value, ok = l.old[key]; ok {
			l.kept[key] = value
		}
	}
	return value, ok
}

// Keep notes what was worked out; it must not be changed afterwards.
func (l *Ledger) Keep(key Key, value []byte) {
	if l == nil {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.kept[key] = value
}

// Save writes the ledger for the next build.
func (l *Ledger) Save() error {
	if l == nil || l.program == [16]byte{} {
		return nil
	}
	body := bytes.NewBuffer(make([]byte, sha256.Size))
	if err := gob.NewEncoder(body).Encode(l.kept); err != nil {
		return fmt.Errorf("cannot write the ledger: %w", err)
	}
	data := body.Bytes()
	sum := sealed(l.program, data[sha256.Size:])
	copy(data, sum[:])
	err := os.WriteFile(l.file+".new", data, 0o600)
	if err == nil {
		err = os.Rename(l.file+".new", l.file)
	}
	if err != nil {
		return fmt.Errorf("cannot write the ledger: %w", err)
	}
	return nil
}

// Forget removes a ledger, with all that it holds of former data.
func Forget(file string) error {
	for _, name := range []string{file, file + ".new"} {
		if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("cannot remove the ledger: %w", err)
		}
	}
	return nil
}
