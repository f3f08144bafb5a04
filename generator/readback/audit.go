package readback

import (
	"cmp"
	"hash/maphash"
	"math/big"
	"strings"
	"sync"
)

// Audit is a Source made ready to be asked. It is for one tree.
type Audit struct {
	seed       maphash.Seed
	country    string
	languages  map[string]*Language
	extra      []string
	releases   map[string]int // from the oldest to the newest
	indicators map[string]*about
	folders    map[string]string // under statistics/ → indicator
	ids        *finder           // of indicators
	names      *finder           // of indicators, in all languages
	all        []string
	cells      []audited
	current    map[uint64]int32 // the cell of a key in its newest release
	of         map[uint64]int32 // the cell of a key in a release
	written    *words

	mu       sync.Mutex
	searched searched
	sound    sync.Map // identities of files of data in which nothing was wrong
}

type audited struct {
	value    string
	release  int32
	withheld bool
}

// about is what is known of an indicator.
type about struct {
	Indicator
	told   map[string]bool // numbers that need no mark, as pages round them
	digits map[string]bool // runs of digits in its own words
}

// New makes an Audit.
func New(s Source) *Audit {
	a := &Audit{seed: maphash.MakeSeed(), country: s.Country, languages: map[string]*Language{}, extra: s.Extra, releases: map[string]int{},
		indicators: map[string]*about{}, folders: map[string]string{}, current: map[uint64]int32{}, of: map[uint64]int32{},
		searched: searched{terms: map[string][]string{}, file: map[string]string{}, heads: map[string]head{}}}
	for i := range s.Languages {
		a.languages[s.Languages[i].Code] = &s.Languages[i]
	}
	for i, id := range s.Releases {
		a.releases[id] = i
	}
	a.ids, a.names = newFinder(), newFinder()
	for i := range s.Indicators {
		n := s.Indicators[i]
		known := &about{Indicator: n, told: map[string]bool{}, digits: map[string]bool{}}
		for _, text := range n.Texts {
			for _, run := range strings.FieldsFunc(text, func(c rune) bool { return c < '0' || c > '9' }) {
				known.digits[run] = true
			}
		}
		a.indicators[n.ID] = known
		a.all = append(a.all, n.ID)
		a.folders[cmp.Or(n.Page, n.ID)] = n.ID
		if !n.Shared {
			a.ids.add(n.ID, n.ID)
		}
		for _, name := range n.Names {
			a.names.add(name, n.ID)
		}
		for _, number := range append([]string{n.Baseline, n.Target}, n.Told...) {
			known.tell(number)
		}
	}
	totals := map[string]map[string]string{} // by indicator: period → value in its newest release
	for c := range s.Cells {
		a.take(c, totals)
	}
	for id, periods := range totals {
		a.indicators[id].tellTotals(periods)
	}
	a.written = newWords(a, s.Texts)
	a.written.learnCounts(a, s.Counts)
	return a
}

func (a *Audit) take(c Cell, totals map[string]map[string]string) {
	rank, out := a.releases[c.Release]
	k, ok := parseKey(c.Key)
	if !out || !ok || a.indicators[k.indicator()] == nil {
		return
	}
	n := int32(len(a.cells))
	a.cells = append(a.cells, audited{c.Value, int32(rank), c.Withheld})
	at := a.hash(k, "")
	if before, known := a.current[at]; !known || a.cells[before].release <= int32(rank) {
		a.current[at] = n
	}
	a.of[a.hash(k, c.Release)] = n
	if c.Withheld || c.Value == "" || !k.isTotal(a.country) {
		return
	}
	id := k.indicator()
	a.indicators[id].tell(c.Value)
	if totals[id] == nil {
		totals[id] = map[string]string{}
	}
	totals[id][k.period()] = c.Value
}

func (a *Audit) hash(k key, release string) uint64 {
	var h maphash.Hash
	h.SetSeed(a.seed)
	for _, part := range k {
		h.WriteString(part)
		h.WriteByte(0)
	}
	h.WriteString(release)
	return h.Sum64()
}

// at gives the figure of a key in a release, in the newest that has it where none
// is named.
func (a *Audit) at(k key, release string) (*audited, bool) {
	if k[0] == summed && release == "" {
		return a.sum(k)
	}
	n, ok := a.current[a.hash(k, "")]
	if release != "" {
		n, ok = a.of[a.hash(k, release)]
	}
	if !ok {
		return nil, false
	}
	return &a.cells[n], true
}

// tell notes a number of the indicator's own rows.
func (n *about) tell(number string) {
	if r, ok := new(big.Rat).SetString(number); ok {
		n.told[plain(number)] = true
		if n.Decimals >= 0 {
			n.told[plain(r.FloatString(n.Decimals))] = true
		}
	}
}

// tellTotals notes by how much the country's total moved last, from one period
// and from one year earlier.
func (n *about) tellTotals(values map[string]string) {
	last := map[int]string{} // by length: years, quarters
	for p := range values {
		if p > last[len(p)] {
			last[len(p)] = p
		}
	}
	for _, p := range last {
		n.tellProgress(values[p])
		for _, back := range []int{1, 4} {
			before, ok := values[earlier(p, back)]
			if !ok {
				continue
			}
			x, _ := new(big.Rat).SetString(n.rounded(values[p]))
			y, _ := new(big.Rat).SetString(n.rounded(before))
			if x != nil && y != nil {
				n.told[plain(new(big.Rat).Abs(x.Sub(x, y)).FloatString(max(fraction(values[p]), fraction(before), n.Decimals)))] = true
			}
		}
	}
}

// tellProgress notes how far the indicator has come from its baseline to its target,
// in whole per cent.
func (n *about) tellProgress(value string) {
	v, ok := new(big.Rat).SetString(value)
	from, isFrom := new(big.Rat).SetString(n.Baseline)
	to, isTo := new(big.Rat).SetString(n.Target)
	if !ok || !isFrom || !isTo || from.Cmp(to) == 0 {
		return
	}
	share := v.Sub(v, from).Mul(v, big.NewRat(100, 1)).Quo(v, to.Sub(to, from))
	n.told[new(big.Int).Div(share.Num(), share.Denom()).String()] = true
}

// rounded gives a value as pages show it: half away from zero.
func (n *about) rounded(value string) string {
	if n.Decimals < 0 || fraction(value) <= n.Decimals {
		return value
	}
	if r, ok := new(big.Rat).SetString(value); ok {
		return r.FloatString(n.Decimals)
	}
	return value
}

func fraction(s string) int {
	_, f, _ := strings.Cut(s, ".")
	return len(f)
}

// isNumber says whether a number is this value, exactly or as pages round it.
func (n *about) isNumber(number, value string) bool {
	number = plain(number)
	return number == plain(value) || number == plain(n.rounded(value))
}

// mentions gives an indicator that the bytes name by id or by name.
func (a *Audit) mentions(data []byte) (string, bool) {
	for id := range a.ids.in(data) {
		return id, true
	}
	for id := range a.names.in(data) {
		return id, true
	}
	return "", false
}
