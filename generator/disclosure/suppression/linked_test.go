package suppression

import (
	"slices"
	"testing"
)

// TestLinkedTables is tests/testthat/test-linked-tables.r of sdcTable (6393dfb, GPL;
// its numbers only): regions in counties and, crossing them, in groups. Each table
// alone is safe with its small counts hidden; together they give K, and that tool hides
// N beside them.
func TestLinkedTables(t *testing.T) {
	values := map[string]int64{"A": 2, "B": 2, "I": 8, "J": 8, "K": 3, "L": 3, "M": 3, "N": 7}
	totals := []struct {
		name  string
		parts []string
	}{
		{"county-1", []string{"A", "B", "I", "J"}}, {"county-2", []string{"K", "L", "M", "N"}},
		{"big", []string{"L", "M"}}, {"small", []string{"A", "B", "I", "J", "K", "N"}},
	}
	table := func(linked bool) *named {
		n := newNamed()
		all := int64(0)
		for _, region := range []string{"A", "B", "I", "J", "K", "L", "M", "N"} {
			c := Cell{Value: values[region], Cost: each1 + values[region]}
			if c.Value <= 3 {
				c.Threshold = 4
			}
			n.add(region, c)
			all += c.Value
		}
		for i, total := range totals {
			sum := int64(0)
			for _, p := range total.parts {
				sum += values[p]
			}
			n.add(total.name, Cell{Value: sum, Cost: each1 + sum, State: Published})
			if i < 2 || linked {
				n.total(total.name, total.parts...)
			}
		}
		n.add("all", Cell{Value: all, State: Published})
		n.total("all", "county-1", "county-2")
		if linked {
			n.total("all", "big", "small")
		}
		return n
	}
	for _, c := range []struct {
		linked bool
		want   []string
	}{{false, nil}, {true, []string{"N"}}} {
		n := table(c.linked)
		if exposed := n.Decide(); len(exposed) > 0 {
			t.Fatalf("exposed: %v", exposed)
		}
		if extra, _ := n.extra(); !slices.Equal(extra, c.want) {
			t.Errorf("linked %v: extra cells %v, want %v", c.linked, extra, c.want)
		}
		for _, i := range n.Audit() {
			want := map[string]int64{"A": 4, "B": 4, "K": 10, "L": 6, "M": 6}[n.names[i.Cell]]
			if c.linked && (!i.Safe || !i.Exact || i.Low != 0 || i.High != want) {
				t.Errorf("%s has [%d, %d], want [0, %d]", n.names[i.Cell], i.Low, i.High, want)
			}
		}
	}
}
