package suppression

import "testing"

// row makes a total with parts; a part of -1 was withheld by its source.
func row(total int64, parts ...int64) *named {
	n := newNamed()
	n.add("total", Cell{Value: total, State: Published})
	var names []string
	for i, v := range parts {
		name := string(rune('a' + i))
		cell := Cell{Value: v, Cost: each1 + v}
		if v < 0 {
			cell = Cell{Unknown: true, Threshold: 5}
		}
		n.add(name, cell)
		names = append(names, name)
	}
	n.total("total", names...)
	return n
}

// TestValuesNobodyToldUs: what a source withheld is protected without our knowing it.
func TestValuesNobodyToldUs(t *testing.T) {
	n := row(100, 60, -1, 30)
	if exposed := n.Decide(); len(exposed) > 0 {
		t.Fatalf("exposed: %v", exposed)
	}
	if extra, _ := n.extra(); len(extra) != 1 || extra[0] != "c" {
		t.Errorf("withheld %v, want the smaller of the others", extra)
	}
	two := row(100, 60, -1, -1)
	if exposed := two.Decide(); len(exposed) > 0 {
		t.Fatalf("exposed: %v", exposed)
	}
	if extra, _ := two.extra(); len(extra) != 0 {
		t.Errorf("two hide each other, yet %v are withheld", extra)
	}
	two.expect(t, bounds{"b": {text("0"), text("40")}, "c": {text("0"), text("40")}})
}

// TestNothingFits: parts above their total are no relation that tells anything.
func TestNothingFits(t *testing.T) {
	n := row(50, 60, -1)
	if exposed := n.Decide(); len(exposed) > 0 {
		t.Fatalf("exposed: %v", exposed)
	}
	n.expect(t, bounds{"b": {text("0"), nil}})
	if len(n.Relations(n.at["b"])) != 0 {
		t.Error("the relation is not void")
	}
}

func text(s string) *string { return &s }

// TestLoneCellIsRefused: nothing can be withheld that would hide the cell.
func TestLoneCellIsRefused(t *testing.T) {
	n := row(10, 4, 6)
	n.cells[n.at["b"]].State = Published
	n.cells[n.at["a"]].Threshold = 5
	if exposed := n.Decide(); len(exposed) != 1 || n.names[exposed[0]] != "a" {
		t.Errorf("exposed: %v, want a", exposed)
	}
	if i := n.Audit()[0]; i.Safe || i.Low != 4 || i.High != 4 {
		t.Errorf("got [%d, %d], safe %v", i.Low, i.High, i.Safe)
	}
}

// TestReleasesShareACell: {a, b} are withheld first; {a, c} may not be next, as
// that would give a.
func TestReleasesShareACell(t *testing.T) {
	n := row(40, 4, 6, 30)
	n.cells[n.at["a"]].Threshold = 5
	if exposed := n.Decide(); len(exposed) > 0 {
		t.Fatalf("exposed: %v", exposed)
	}
	hidden, _ := n.extra()
	if len(hidden) != 1 || hidden[0] != "b" {
		t.Fatalf("withheld %v, want b", hidden)
	}
	// The next release has the same three and their sum of a and b.
	n.add("a and b", Cell{Value: 10, Cost: 1})
	n.total("a and b", "a", "b")
	n.add("b again", Cell{Value: 6, Cost: 1})
	n.total("b again", "b")
	if exposed := n.Decide(); len(exposed) > 0 {
		t.Fatalf("exposed: %v", exposed)
	}
	if n.Cell(n.at["b again"]).State != Withheld || n.Cell(n.at["b"]).State != Withheld {
		t.Error("b was published in the second release")
	}
	for _, i := range n.Audit() {
		if !i.Safe {
			t.Errorf("%s has [%d, %d]", n.names[i.Cell], i.Low, i.High)
		}
	}
}

// TestContradictionsVoidOnlyThemselves: of two relations that contradict each
// other the first is believed.
func TestContradictionsVoidOnlyThemselves(t *testing.T) {
	n := row(100, 60, -1)
	n.add("other total", Cell{Value: 50, State: Published})
	n.add("other part", Cell{Value: 20, State: Published})
	n.total("other total", "other part", "b")
	if exposed := n.Decide(); len(exposed) > 0 {
		t.Fatalf("exposed: %v", exposed)
	}
	if extra, _ := n.extra(); len(extra) != 1 || extra[0] != "a" {
		t.Errorf("withheld %v, want a", extra)
	}
}
