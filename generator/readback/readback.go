// Package readback reads a finished tree as an outsider does and holds every
// number that it tells of a statistical table against what disclosure control
// audited: pages, drawings, files, search index and structured data. It shares
// nothing with what wrote them; what was audited comes in as plain data.
//
// A page says which figure a number is by marks: an element with data-key="KEY"
// tells that figure, a table with data-key="Q.{row}.x._T._T._T._T.{col}" those that
// its rows and columns name by their own data-key. A number without a mark must be
// one that its indicator tells anyway (its totals for the country, their change, its
// baseline and target), or stand in words that people wrote.
//
// A Fault names file, place and figure, never the number.
package readback

import (
	"cmp"
	"hash/maphash"
	"iter"
	"runtime"
	"slices"
	"strings"
	"sync"
)

// Cell is a figure as it was audited. Value is blank where there is none.
type Cell struct {
	Key      string // Q.mary.people-served._T.F._T._T.2026-Q1
	Release  string
	Value    string // plain digits, "-" and point
	Withheld bool
}

// Indicator is what may be said of one without a mark.
type Indicator struct {
	ID     string
	Shared bool     // something else has the same id
	Names  []string // in all languages, but those that something else has too
	Page   string   // name of its folder under statistics/, where that is not its id
	Sums   bool     // its quarters add up to years
	// Decimals are those that pages show; negative: all of the value.
	Decimals int
	// Texts are its own words: name, definition, method.
	Texts []string
	// Baseline and Target stand in its own row, single facts beside it; blank: none.
	Baseline, Target string
	Told             []string
}

// Language is how numbers are written in one, the names of its months, and how heads of
// columns name the four quarters, "{{ .year }}" standing for the year.
type Language struct {
	Code, Group, Decimal string
	Months               []string
	Quarters             [4]string
}

// Source is what a tree is held against.
type Source struct {
	Country    string
	Languages  []Language
	Extra      []string // ids of declared dimensions, in the order of keys
	Releases   []string // those that are out, oldest first
	Indicators []Indicator
	Cells      iter.Seq[Cell]
	// Texts are what people wrote and what the interface says, by language; ""
	// holds those of no language. Their numbers were checked elsewhere.
	Texts map[string][]string
	// Counts are sentences that count rows or periods, never people; "{{ .Count }}"
	// stands for the number.
	Counts map[string][]string
}

// Codes of faults.
const (
	Withheld = "figure-withheld" // a number stands where a figure is withheld
	Differs  = "figure-differs"  // another number than was audited
	Foreign  = "figure-foreign"  // a number that belongs to no published figure
	Unread   = "figure-unread"   // a form that tells of an indicator and that nobody can read back
	Drawn    = "figure-drawn"    // a drawing whose measures do not follow from published figures
)

// Fault is a place in a file that tells something else than was audited.
type Fault struct {
	Code  string
	Path  string
	Place string // in the file: an element, a row, a cell
	Key   string // of the figure, or the indicator; may be blank
}

// Tree reads the files of a tree, by name and bytes, and gives what is wrong, by path.
// Archives wait for the files before them: what they hold mostly stands beside them,
// and need not be read twice.
func (a *Audit) Tree(files iter.Seq2[string, []byte]) []Fault {
	var faults []Fault
	var group sync.WaitGroup
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	archives := false
	for path, data := range files {
		if strings.HasSuffix(path, ".zip") != archives {
			group.Wait()
			archives = !archives
		}
		free <- struct{}{}
		group.Go(func() {
			defer func() { <-free }()
			found := a.File(path, data)
			a.mu.Lock()
			faults = append(faults, found...)
			a.mu.Unlock()
		})
	}
	group.Wait()
	last := &reading{Audit: a}
	last.finish()
	for _, f := range last.faults {
		f.Path = f.Place
		faults = append(faults, f)
	}
	slices.SortStableFunc(faults, func(x, y Fault) int {
		return cmp.Or(cmp.Compare(x.Path, y.Path), cmp.Compare(x.Place, y.Place), cmp.Compare(x.Code, y.Code))
	})
	return faults
}

// File reads one file of the tree.
func (a *Audit) File(path string, data []byte) []Fault {
	r := &reading{Audit: a, path: path}
	same, isData := r.identify(path, data)
	r.file(path, data)
	if isData && len(r.faults) == 0 {
		a.sound.Store(same, true)
	}
	return r.faults
}

// identity is what decides how a file of data is read: its bytes, its name with the
// language in it, and the indicator after which it or its folder is called.
type identity struct {
	sum           uint64
	name, subject string
}

func (r *reading) identify(path string, data []byte) (same identity, isData bool) {
	same.name = path[strings.LastIndexByte(path, '/')+1:]
	switch same.name[strings.LastIndexByte(same.name, '.')+1:] {
	case "csv", "json", "xlsx":
		same.sum, same.subject = maphash.Bytes(r.seed, data), r.subjectOf(path)
		return same, true
	}
	return same, false
}

// reading is one file being read.
type reading struct {
	*Audit
	path   string
	faults []Fault
}

// most faults of one file: a page full of them need not fill the report.
const most = 20

func (r *reading) fault(code, place, key string) {
	f := Fault{code, r.path, place, key}
	for _, before := range r.faults {
		if before == f {
			return
		}
	}
	if len(r.faults) < most {
		r.faults = append(r.faults, f)
	}
}

func (r *reading) file(path string, data []byte) {
	name := path[strings.LastIndexByte(path, '/')+1:]
	ending := ""
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		ending = name[i+1:]
	}
	switch ending {
	case "html":
		r.page(path, data)
	case "csv", "tsv":
		r.csv(path, data)
	case "json", "jsonld", "geojson", "webmanifest":
		r.json(path, data)
	case "xml", "svg", "atom", "rss", "xsl":
		r.xml(path, data)
	case "bin":
		r.index(path, data)
	case "xlsx":
		r.workbook(path, data)
	case "zip":
		r.archive(path, data)
	case "js", "css", "mjs", "map":
		// Code is the same on every site; what it shows, it reads from files.
	case "ttl":
		r.turtle(path, data)
	case "txt", "md", "yaml", "yml", "toml", "":
		r.plain(path, data)
	default:
		if id, ok := r.mentions(data); ok {
			r.fault(Unread, path, id)
		}
	}
}
