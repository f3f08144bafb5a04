package known

import (
	"bufio"
	"encoding/binary"
	"hash/crc32"
	"io"
	"math"
	"os"
	"strings"

	"elinde/site/tree"
)

// magic changes with the format and with anything that makes old knowledge
// wrong, such as another way of checking.
const magic = "elinde-known-3\n"

// Save writes the tree's state. It need not survive a loss of power: Load finds
// a torn one out.
func (t *Tree) Save(name string) error {
	f, err := os.Create(name + ".new")
	if err != nil {
		return err
	}
	sum := crc32.New(crc32.MakeTable(crc32.Castagnoli))
	w := bufio.NewWriterSize(io.MultiWriter(f, sum), 1<<18)
	e := encoder{w: w}
	w.WriteString(magic)
	e.text(t.Build)
	w.Write(t.Program[:])
	e.number(uint64(len(t.Searched)))
	for _, s := range t.Searched {
		w.Write(s[:])
	}
	e.number(uint64(len(t.files)))
	for _, file := range t.files {
		e.file(file)
	}
	err = w.Flush()
	if err == nil {
		_, err = f.Write(sum.Sum(nil))
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err != nil {
		return err
	}
	return os.Rename(name+".new", name)
}

type encoder struct {
	w       *bufio.Writer
	scratch [binary.MaxVarintLen64]byte
}

func (e *encoder) number(n uint64) { e.w.Write(e.scratch[:binary.PutUvarint(e.scratch[:], n)]) }
func (e *encoder) text(s string)   { e.number(uint64(len(s))); e.w.WriteString(s) }

func (e *encoder) hashes(list []uint64) {
	e.number(uint64(len(list)))
	for _, h := range list {
		binary.LittleEndian.PutUint64(e.scratch[:8], h)
		e.w.Write(e.scratch[:8])
	}
}

func (e *encoder) file(f *File) {
	e.text(f.Entry.Path)
	e.w.Write(f.Entry.Sum[:])
	e.w.Write(f.Made[:])
	e.w.Write(f.Key[:])
	e.number(uint64(f.Entry.Size))
	e.number(uint64(f.Entry.ModTime))
	e.number(uint64(len(f.Entry.Twins)))
	for _, t := range f.Entry.Twins {
		e.text(t.Suffix)
		e.number(uint64(t.Size))
		e.number(uint64(t.ModTime))
	}
	e.number(uint64(f.Seen.Weight))
	e.hashes(f.Seen.IDs)
	e.hashes(f.Seen.Links)
}

// Load reads a tree's state; nil if there is none that is whole and belongs to
// the build.
func Load(name, build string) *Tree {
	if build == "" {
		return nil
	}
	data, err := os.ReadFile(name)
	if err != nil || len(data) < len(magic)+4 || string(data[:len(magic)]) != magic {
		return nil
	}
	body, sum := data[:len(data)-4], data[len(data)-4:]
	if crc32.Checksum(body, crc32.MakeTable(crc32.Castagnoli)) != binary.BigEndian.Uint32(sum) {
		return nil
	}
	d := decoder{rest: body[len(magic):]}
	t := &Tree{Build: strings.Clone(d.text()), Program: d.sum()}
	for range d.count(16) {
		t.Searched = append(t.Searched, d.sum())
	}
	n := d.count(56)
	t.files = make(map[string]*File, n)
	files := make([]File, n)
	for i := range files {
		d.file(&files[i])
		t.files[files[i].Entry.Path] = &files[i]
	}
	if d.broken || len(d.rest) > 0 || t.Build != build {
		return nil
	}
	return t
}

type decoder struct {
	rest   []byte
	broken bool
	pool   []uint64
}

func (d *decoder) bytes(n uint64) []byte {
	if n > uint64(len(d.rest)) {
		d.broken, d.rest = true, nil
		return nil
	}
	b := d.rest[:n]
	d.rest = d.rest[n:]
	return b
}

func (d *decoder) number() uint64 {
	n, size := binary.Uvarint(d.rest)
	if size <= 0 {
		d.broken, d.rest = true, nil
		return 0
	}
	d.rest = d.rest[size:]
	return n
}

// count reads a number of items of at least size bytes each, so that a damaged
// number cannot ask for more memory than the file justifies.
func (d *decoder) count(size uint64) int {
	n := d.number()
	if n > uint64(len(d.rest))/size || n > math.MaxInt32 {
		d.broken, d.rest = true, nil
		return 0
	}
	return int(n)
}

func (d *decoder) text() string { return string(d.bytes(d.number())) }

func (d *decoder) sum() (s [16]byte) {
	copy(s[:], d.bytes(16))
	return s
}

func (d *decoder) hashes() []uint64 {
	n := d.count(8)
	if n == 0 {
		return nil
	}
	if len(d.pool) < n {
		d.pool = make([]uint64, max(n, 1<<16))
	}
	list := d.pool[:n:n]
	d.pool = d.pool[n:]
	for i, raw := 0, d.bytes(uint64(8*n)); i < n; i++ {
		list[i] = binary.LittleEndian.Uint64(raw[8*i:])
	}
	return list
}

func (d *decoder) file(f *File) {
	f.Entry.Path = d.text()
	f.Entry.Sum, f.Made, f.Key = d.sum(), d.sum(), d.sum()
	f.Entry.Size, f.Entry.ModTime = int64(d.number()), int64(d.number())
	for range d.count(3) {
		suffix := d.text()
		f.Entry.Twins = append(f.Entry.Twins, tree.Twin{Suffix: suffix, Size: int64(d.number()), ModTime: int64(d.number())})
	}
	f.Seen.Weight = int(d.number())
	f.Seen.IDs, f.Seen.Links = d.hashes(), d.hashes()
}
