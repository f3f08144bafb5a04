package downloads

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"iter"
	"strings"

	"elinde/generator/archive"
	"elinde/generator/programme"
	"elinde/generator/series"
	"elinde/site"
)

// Listed is a file as a page shows it.
type Listed struct {
	Path     string // relative to the root of the site
	Format   string // "CSV", "SDMX-CSV", "JSON", "SDMX-JSON", "XLSX", "ZIP", "TXT"
	Language string // of a workbook; "" where the file holds all languages
	Size     int
	SHA256   string // in hexadecimal digits; "" for the list of checksums itself
}

// release is a release and its files. Their bytes are kept for small ones only:
// a program that published many years would hold them all in memory otherwise.
type release struct {
	edition edition
	listed  []Listed
	files   []part
}

func never(site.File) bool { return false }

// mostKept is how many bytes of releases are kept between telling their checksums
// and writing them; what is above it is made twice.
const mostKept = 128 << 20

func (d *Downloads) makeReleases() error {
	kept := 0
	for r, tables := range series.ByRelease(d.p) {
		e := edition{release: r, whole: true, tables: tables}
		for _, n := range d.listedOf(tables) {
			e.order = append(e.order, n)
		}
		e.known = d.known.with(len(d.releases), e)
		d.known = e.known
		made := &release{edition: e}
		make := func() []site.File { return d.makeFiles(r.ID, e) }
		made.files = d.group("release "+string(r.ID), never, make)
		for _, f := range made.files {
			made.listed = append(made.listed, f.Listed)
			kept += f.Listed.Size
		}
		if kept > mostKept {
			for i := range made.files {
				f := &made.files[i].file
				f.Data, f.Make = nil, func() []byte { return d.again(made)[i].Data }
			}
		}
		d.releases = append(d.releases, made)
	}
	for i, r := range d.releases {
		for _, other := range d.releases[:i] {
			if a, b := ReleaseFolder(r.edition.release.ID), ReleaseFolder(other.edition.release.ID); a == b {
				return fmt.Errorf("two releases have the files of %s", a)
			}
		}
	}
	return nil
}

// listedOf gives the indicators that have figures, in the order of their table.
func (h *shelf) listedOf(tables map[programme.IndicatorID]*series.Table) []*programme.Indicator {
	var order []*programme.Indicator
	for _, n := range h.listed() {
		if tables[n.ID] != nil {
			order = append(order, n)
		}
	}
	return order
}

// Editions gives the figures of each release that is out as it told them, oldest first,
// which are only to be read.
func (d *Downloads) Editions() iter.Seq2[*programme.Release, map[programme.IndicatorID]*series.Table] {
	return func(yield func(*programme.Release, map[programme.IndicatorID]*series.Table) bool) {
		for _, r := range d.releases {
			if !yield(r.edition.release, r.edition.tables) {
				return
			}
		}
	}
}

// Release lists the files of a release that is out, the archive of all last; nil
// for any other.
func (d *Downloads) Release(id programme.ReleaseID) []Listed {
	for _, r := range d.releases {
		if r.edition.release.ID == id {
			return r.listed
		}
	}
	return nil
}

// again makes the files of a release once more; of one at a time they are held.
func (d *Downloads) again(r *release) []site.File {
	if d.held != r {
		d.held, d.heldFiles = r, d.makeFiles(r.edition.release.ID, r.edition)
	}
	return d.heldFiles
}

// makeFiles makes the files of a release: one of each kind, or those of each
// indicator where the release is too large for that.
func (d *Downloads) makeFiles(id programme.ReleaseID, e edition) []site.File {
	folder := ReleaseFolder(id)
	var files []site.File
	if e.rows() <= mostRows {
		files = d.tableFiles(folder, e)
	} else {
		for _, n := range e.order {
			files = append(files, site.File{Path: folder + string(n.ID) + ".csv", Data: d.observations(e.of(n.ID))})
		}
	}
	files = append(files, site.File{Path: folder + RevisionsCSV, Data: d.revisions(d.log.OfRelease(id))}, site.File{Path: folder + Readme, Data: d.note(e, "")})
	files = append(files, d.describe("statistics-"+string(id), folder, e, files))
	files = append(files, site.File{Path: folder + Checksums, Data: checksums(folder, files)})
	return append(files, site.File{Path: folder + ReleaseZip(id), Data: d.packed(folder, files)})
}

// tableFiles makes the files of an edition in a folder.
func (h *shelf) tableFiles(folder string, e edition) []site.File {
	files := []site.File{
		{Path: folder + ObservationsCSV, Data: h.observations(e)},
		{Path: folder + ObservationsJSON, Data: h.collection(e)},
		{Path: folder + ObservationsSDMX, Data: h.message(e)},
		{Path: folder + StructureSDMX, Data: h.structure(e)},
	}
	for i, code := range h.codes {
		name := folder + WorkbookName(code)
		files = append(files, site.File{Path: name, Data: h.workbook(e, i, name)})
	}
	return files
}

// packed puts files that have their note among them into an archive.
func (h *shelf) packed(folder string, files []site.File) []byte {
	entries := make([]archive.Entry, len(files))
	for i, f := range files {
		entries[i] = archive.Entry{Name: strings.TrimPrefix(f.Path, folder), Data: f.Data}
	}
	return h.zip(entries)
}

// checksums lists the files as the program sha256sum does.
func checksums(folder string, files []site.File) []byte {
	var out strings.Builder
	for _, f := range files {
		fmt.Fprintf(&out, "%s  %s\n", sum(f.Data), strings.TrimPrefix(f.Path, folder))
	}
	return []byte(out.String())
}

func sum(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}

func list(f site.File) Listed {
	name := f.Path[strings.LastIndexByte(f.Path, '/')+1:]
	parts := strings.Split(name, ".")
	l := Listed{Path: f.Path, Format: strings.ToUpper(parts[len(parts)-1]), Size: len(f.Data), SHA256: sum(f.Data)}
	if len(parts) == 3 {
		if parts[1] == "sdmx" {
			l.Format = "SDMX-" + l.Format
		} else if l.Format == "XLSX" {
			l.Language = parts[1]
		}
	}
	return l
}
