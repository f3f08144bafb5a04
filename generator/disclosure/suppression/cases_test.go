package suppression

import (
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"testing"
)

// published is a case of the shared collection: a two-way table with totals, or
// the inner cells of a row.
type published struct {
	Values     map[string]int64
	Inner      map[string]int64
	Primary    []string
	Suppressed []string
	K          int64

	BoundsNine    bounds `json:"bounds_9_only"`
	BoundsRepair  bounds `json:"bounds_plus_x|b"`
	BoundsPrimary bounds `json:"bounds_primary_only"`
	BoundsAfter   bounds `json:"bounds_after"`
	Bounds        bounds
	PublishYear   bounds `json:"publish_Y"`
	WithholdYear  bounds `json:"withhold_Y"`

	MinExtra     int `json:"min_extra"`
	MinSecondary int `json:"min_secondary"`
	MinRows      int `json:"min_secondary_count(rows BDH candidates)"`

	SolutionsExtra    []solution `json:"min_extra_solutions"`
	SolutionsCheapest []solution `json:"cheapest"`
	Solutions         []solution

	AlreadyPublished []string    `json:"already_published"`
	Denominator      int64       `json:"denominator_published"`
	Rate             json.Number `json:"rate_published_1dp"`
	Count            int64       `json:"count_suppressed"`
	Feasible         []int64     `json:"feasible_counts"`
}

// bounds are low and high by cell, high null for none; the keys of two-way cells
// are written "('w', 'a')".
type bounds map[string][2]*string

// solution is a list of cells and what their values sum to.
type solution []json.RawMessage

func (s solution) cost(t *testing.T) int64 {
	t.Helper()
	var n int64
	if len(s) != 2 || json.Unmarshal(s[1], &n) != nil {
		t.Fatalf("not a solution: %s", s)
	}
	return n
}

func caseOf(t *testing.T, name string) published {
	t.Helper()
	data, err := os.ReadFile("../../../../shared/cases/disclosure-cases.json")
	if err != nil {
		t.Skipf("SKIPPED: the published cases are not here: %v", err)
	}
	var all map[string]published
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	c, ok := all[name]
	if !ok {
		t.Fatalf("no case %s", name)
	}
	return c
}

// named is Tables whose cells have names.
type named struct {
	*Tables
	at    map[string]int
	names []string
}

func newNamed() *named { return &named{New(), map[string]int{}, nil} }

func (n *named) add(name string, c Cell) {
	n.at[name] = n.Add(c)
	n.names = append(n.names, name)
}

// twoWay makes the table of values named "row|column" and its totals.
func twoWay(values map[string]int64, total string, cell func(name string, value int64) Cell) *named {
	n := newNamed()
	keys := make([]string, 0, len(values))
	for k := range values {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	parts := map[string][]string{} // by total
	for _, k := range keys {
		n.add(k, cell(k, values[k]))
		row, column, _ := strings.Cut(k, "|")
		if row != total {
			parts[total+"|"+column] = append(parts[total+"|"+column], k)
		}
		if column != total {
			parts[row+"|"+total] = append(parts[row+"|"+total], k)
		}
	}
	for _, k := range keys {
		row, column, _ := strings.Cut(k, "|")
		for _, list := range [][]string{filter(parts[k], func(p string) bool { r, _, _ := strings.Cut(p, "|"); return r == row }),
			filter(parts[k], func(p string) bool { _, c, _ := strings.Cut(p, "|"); return c == column })} {
			if len(list) > 0 {
				n.total(k, list...)
			}
		}
	}
	return n
}

func filter(list []string, keep func(string) bool) []string {
	var out []string
	for _, s := range list {
		if keep(s) {
			out = append(out, s)
		}
	}
	return out
}

// total relates a total to its parts.
func (n *named) total(total string, parts ...string) {
	r := Relation{Terms: []Term{{n.at[total], 1}}}
	for _, p := range parts {
		r.Terms = append(r.Terms, Term{n.at[p], -1})
	}
	n.Relate(r)
}

// extra lists the cells withheld for the sake of others.
func (n *named) extra() (names []string, cost int64) {
	for i, name := range n.names {
		if c := n.Cell(i); c.State == Withheld && c.Threshold == 0 {
			names = append(names, name)
			cost += c.Value
		}
	}
	return names, cost
}

var quoted = regexp.MustCompile(`'([^']*)'`)

func (n *named) expect(t *testing.T, want bounds) {
	t.Helper()
	if len(want) == 0 {
		t.Fatal("the case has no bounds")
	}
	got := map[string]Interval{}
	for _, i := range n.Audit() {
		got[n.names[i.Cell]] = i
	}
	for key, w := range want {
		if m := quoted.FindAllStringSubmatch(key, -1); m != nil {
			key = m[0][1] + "|" + m[1][1]
		}
		i, ok := got[key]
		high := int64(Infinity)
		if w[1] != nil {
			high, _ = strconv.ParseInt(*w[1], 10, 64)
		}
		low, _ := strconv.ParseInt(*w[0], 10, 64)
		if !ok || i.Low != low || i.High != high || !i.Exact {
			t.Errorf("%s: got [%d, %d] exact %v, want [%d, %d]", key, i.Low, i.High, i.Exact, low, high)
		}
	}
}

// audited makes the table with the given cells withheld, all of them to be
// reported.
func audited(values map[string]int64, total string, withheld []string) *named {
	n := twoWay(values, total, func(name string, v int64) Cell {
		if slices.Contains(withheld, name) {
			return Cell{Value: v, Threshold: 1, State: Withheld}
		}
		return Cell{Value: v, State: Published}
	})
	return n
}

const each1 = 1_000_000 // what a cell costs beside its value: few come first

// decided makes the table and decides about it.
func decided(t *testing.T, c published, total string) *named {
	t.Helper()
	n := twoWay(c.Values, total, func(name string, v int64) Cell {
		if slices.Contains(c.Primary, name) {
			return Cell{Value: v, Threshold: c.K}
		}
		return Cell{Value: v, Cost: each1 + v}
	})
	if exposed := n.Decide(); len(exposed) > 0 {
		t.Fatalf("exposed: %v", exposed)
	}
	for _, i := range n.Audit() {
		if !i.Safe || i.High-i.Low < c.K || i.High < c.K {
			t.Errorf("%s has [%d, %d], safe %v", n.names[i.Cell], i.Low, i.High, i.Safe)
		}
	}
	return n
}

func TestFourByFour(t *testing.T) {
	c := caseOf(t, "sdctable_4x4")
	audited(c.Values, "tot", c.Primary).expect(t, c.BoundsNine)
	audited(c.Values, "tot", append(slices.Clone(c.Primary), "x|b")).expect(t, c.BoundsRepair)
	cheapest := c.SolutionsExtra[0].cost(t)
	for _, s := range c.SolutionsExtra {
		cheapest = min(cheapest, s.cost(t))
	}
	if extra, cost := decided(t, c, "tot").extra(); len(extra) != c.MinExtra || cost != cheapest {
		t.Errorf("extra cells %v of %d, want %d of %d", extra, cost, c.MinExtra, cheapest)
	}
}

func TestSmallMunicipalities(t *testing.T) {
	c := caseOf(t, "ssb_z1")
	audited(c.Values, "Total", c.Primary).expect(t, c.BoundsPrimary)
	audited(c.Values, "Total", c.Suppressed).expect(t, c.BoundsAfter)
	if extra, cost := decided(t, c, "Total").extra(); len(extra) > c.MinRows || cost > c.Solutions[0].cost(t) {
		t.Errorf("extra cells %v of %d, want at most %d of %d", extra, cost, c.MinRows, c.Solutions[0].cost(t))
	}
}

func TestThreeByThree(t *testing.T) {
	c := caseOf(t, "ssb_docs_3x3")
	if extra, cost := decided(t, c, "Total").extra(); len(extra) != c.MinSecondary || cost != c.SolutionsCheapest[0].cost(t) {
		t.Errorf("extra cells %v of %d, want %d of %d", extra, cost, c.MinSecondary, c.SolutionsCheapest[0].cost(t))
	}
}

// TestLoneContributor: who counts one in a cell knows that cell.
func TestLoneContributor(t *testing.T) {
	c := caseOf(t, "sdctable_singletons")
	table := func(state State) *named {
		n := newNamed()
		sum := int64(0)
		for _, name := range []string{"a", "b", "c", "d"} {
			cell := Cell{Value: c.Inner[name], Cost: each1 + c.Inner[name], State: state}
			if slices.Contains(c.Primary, name) {
				cell = Cell{Value: c.Inner[name], Threshold: c.K, State: Withheld}
			}
			n.add(name, cell)
			sum += c.Inner[name]
		}
		n.add("all", Cell{Value: sum, State: Published})
		n.total("all", "a", "b", "c", "d")
		return n
	}
	plain := table(Published)
	plain.expect(t, c.Bounds)
	for _, i := range plain.Audit() {
		if i.Safe {
			t.Errorf("%s is called safe from a lone contributor", plain.names[i.Cell])
		}
	}
	n := table(Open)
	if exposed := n.Decide(); len(exposed) > 0 {
		t.Fatalf("exposed: %v", exposed)
	}
	if extra, _ := n.extra(); !slices.Equal(extra, []string{"b"}) {
		t.Errorf("extra cells %v, want b", extra)
	}
}

// TestYearAfterQuarters: three quarters are out when the year comes.
func TestYearAfterQuarters(t *testing.T) {
	c := caseOf(t, "time_annual_total")
	quarters := []string{"Q1", "Q2", "Q3", "Q4"}
	table := func() (*named, Cell) {
		n := newNamed()
		sum := int64(0)
		for _, q := range quarters {
			cell := Cell{Value: c.Inner[q], Cost: each1}
			if slices.Contains(c.Suppressed, q) {
				cell.Threshold = c.K
			}
			n.add(q, cell)
			sum += c.Inner[q]
		}
		if exposed := n.Decide(); len(exposed) > 0 {
			t.Fatalf("exposed: %v", exposed)
		}
		if extra, _ := n.extra(); len(extra) > 0 {
			t.Fatalf("withheld before the year came: %v", extra)
		}
		return n, Cell{Value: sum, Cost: each1}
	}

	n, year := table()
	year.State = Published
	n.add("Y", year)
	n.total("Y", quarters...)
	if exposed := n.Decide(); len(exposed) != 1 {
		t.Errorf("the year is published and nothing is exposed")
	}
	n.expect(t, c.PublishYear)

	n, year = table()
	n.add("Y", year)
	n.total("Y", quarters...)
	if exposed := n.Decide(); len(exposed) > 0 {
		t.Errorf("exposed: %v", exposed)
	}
	if extra, _ := n.extra(); !slices.Equal(extra, []string{"Y"}) {
		t.Errorf("extra cells %v, want the year", extra)
	}
	// The interval of the year is asked for too.
	n.cells[n.at["Y"]].Threshold = 1
	n.expect(t, c.WithholdYear)
}

// TestRateTimesDenominator: a rate that was published with one decimal.
func TestRateTimesDenominator(t *testing.T) {
	c := caseOf(t, "rate_leak")
	n := newNamed()
	n.add("count", Cell{Value: c.Count, Threshold: c.K})
	rate, err := c.Rate.Float64()
	if err != nil {
		t.Fatal(err)
	}
	// rate = 100 · count / denominator, ± 0.05.
	tenths := int64(rate*10 + 0.5)
	n.Relate(Relation{Terms: []Term{{n.at["count"], 2000}}, Low: (2*tenths - 1) * c.Denominator, High: (2*tenths + 1) * c.Denominator})
	if exposed := n.Decide(); len(exposed) != 1 {
		t.Error("the rate is published and nothing is exposed")
	}
	i := n.Audit()[0]
	if i.Low != c.Feasible[0] || i.High != c.Feasible[len(c.Feasible)-1] || i.Safe {
		t.Errorf("got [%d, %d], safe %v; want %v", i.Low, i.High, i.Safe, c.Feasible)
	}
}
