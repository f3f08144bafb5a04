package downloads

import (
	"bytes"
	"crypto/sha256"
	"encoding/gob"
	"fmt"
	"strings"
	"sync"

	"elinde/generator/archive"
	"elinde/generator/ledger"
	"elinde/site"
)

// Memory is what is known of former builds.
type Memory struct {
	// Rest is a fingerprint of all that the files are made from, this program included,
	// but the rows of services; nil: it is not known.
	Rest   []byte
	Ledger *ledger.Ledger // nil: nothing is known
}

// part is a file, with what others tell of it.
type part struct {
	file site.File
	told
}

// told is what catalogue, descriptor and archive need of a file.
type told struct {
	Listed Listed
	Head   []string        // of a table
	Packed *archive.Packed // nil where it is in no archive
}

// part gives a file that is made already.
func (h *shelf) part(f site.File, packs bool) part {
	t := told{Listed: list(f)}
	if strings.HasSuffix(f.Path, ".csv") {
		t.Head = header(f.Data)
	}
	if packs {
		p := archive.Pack(h.memory.Ledger, archive.Entry{Name: strings.TrimPrefix(f.Path, Folder), Data: f.Data})
		t.Packed = &p
	}
	return part{f, t}
}

// group gives files of which none depends on a service; those that were made from the
// same before are made only where somebody wants their bytes.
func (h *shelf) group(name string, packs func(site.File) bool, make func() []site.File) []part {
	make = sync.OnceValue(make)
	sum := sha256.New()
	fmt.Fprintf(sum, "downloads %x %q", h.memory.Rest, name)
	key := ledger.Key(sum.Sum(nil))
	var parts []part
	if known, ok := h.memory.Ledger.Find(key); ok && h.memory.Rest != nil {
		var all []told
		if gob.NewDecoder(bytes.NewReader(known)).Decode(&all) == nil {
			for _, t := range all {
				parts = append(parts, part{site.File{Path: t.Listed.Path}, t})
			}
		}
	}
	if parts == nil {
		var all []told
		for _, f := range make() {
			parts = append(parts, h.part(f, packs(f)))
			all = append(all, parts[len(parts)-1].told)
		}
		var value bytes.Buffer
		if h.memory.Rest != nil && gob.NewEncoder(&value).Encode(all) == nil && value.Len() <= mostNoted {
			h.memory.Ledger.Keep(key, value.Bytes())
		}
	}
	if h.memory.Rest != nil {
		for i := range parts {
			f := &parts[i].file
			f.Key, f.Data, f.Make = append(key[:], f.Path...), nil, func() []byte { return make()[i].Data }
		}
	}
	return parts
}

// mostNoted is how many bytes of a group the ledger holds.
const mostNoted = 32 << 20
