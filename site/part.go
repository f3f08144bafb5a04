package site

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"

	"elinde/site/tree"
)

// part gives of an archive what must be looked into: the entries that the published
// file of that name does not have with the same packed bytes, if all that is looked for
// was looked for there and it is still what was published. Any other file is given whole.
func (b *build) part(file string, data []byte, sought ...string) []byte {
	t := ours(b.memory.published)
	f := t.File(file)
	if path.Ext(file) != ".zip" || f == nil || slices.ContainsFunc(sought, func(s string) bool { return !t.HasSearched(s) }) {
		return data
	}
	before, err := os.ReadFile(filepath.Join(b.place.Output, filepath.FromSlash(file)))
	if err != nil || tree.Sum(before) != f.Entry.Sum {
		return data
	}
	if part, err := entriesBut(before, data); err == nil {
		return part
	}
	return data
}

// entriesBut gives an archive of the entries of now that before does not have.
func entriesBut(before, now []byte) ([]byte, error) {
	known := map[string]*zip.File{}
	old, err := zip.NewReader(bytes.NewReader(before), int64(len(before)))
	if err != nil {
		return nil, err
	}
	for _, f := range old.File {
		known[f.Name] = f
	}
	from, err := zip.NewReader(bytes.NewReader(now), int64(len(now)))
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	if err := w.SetComment(from.Comment); err != nil {
		return nil, err
	}
	for _, f := range from.File {
		raw, err := rawOf(f)
		if err != nil {
			return nil, err
		}
		if k := known[f.Name]; k != nil && k.Method == f.Method && k.Flags == f.Flags && k.CRC32 == f.CRC32 && k.UncompressedSize64 == f.UncompressedSize64 && k.Comment == f.Comment {
			if earlier, err := rawOf(k); err == nil && bytes.Equal(earlier, raw) {
				continue
			}
		}
		entry, err := w.CreateRaw(&f.FileHeader)
		if err == nil {
			_, err = entry.Write(raw)
		}
		if err != nil {
			return nil, err
		}
	}
	err = w.Close()
	return out.Bytes(), err
}

func rawOf(f *zip.File) ([]byte, error) {
	r, err := f.OpenRaw()
	if err != nil {
		return nil, err
	}
	raw := make([]byte, f.CompressedSize64)
	_, err = io.ReadFull(r, raw)
	return raw, err
}
