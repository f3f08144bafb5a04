package chart

import (
	"encoding/xml"
	"flag"
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden drawings anew")

func value(period string, v float64, state State) Mark {
	exact := strconv.FormatFloat(v, 'f', -1, 64)
	return Mark{Key: "Q.mary.served._T._T._T._T." + period, Exact: exact, Value: v, Shown: exact, Say: period + ": " + exact, State: state}
}

func without(period string, state State) Mark {
	return Mark{Key: "Q.mary.served._T._T._T._T." + period, Shown: "[" + state.String() + "]", Say: period + ": " + state.String(), State: state}
}

func plain(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// every has a mark of each state, a break and a zero.
var every = []Mark{value("2024-Q1", 120, Final), value("2024-Q2", 0, Final), value("2024-Q3", 80, Estimated), without("2024-Q4", Withheld),
	without("2025-Q1", Missing), without("2025-Q2", Inapplicable), {Key: "k", Exact: "300", Value: 300, Say: "2025-Q3: 300", Break: true},
	value("2025-Q4", 310.5, Unreliable), value("2026-Q1", 333, Provisional)}

var periods = []string{"2024", "", "", "", "2025", "", "", "", "2026"}

func line() Line {
	return Line{ID: "c", Title: "Users <b> & others", Text: `They "rose"`, Periods: periods, Number: plain,
		Series: []Series{{Name: "Mary Region", Marks: every}}, Level: &Level{Value: 400, Exact: "400", Name: "Target, 2028: 400"}}
}

func bars() Bars {
	b := Bars{ID: "b", Title: "By age", Text: "Four groups"}
	for i, m := range every {
		b.Rows = append(b.Rows, Bar{Name: []string{"0–17 years", "A very long name of a group that takes two rows"}[i%2], Mark: m})
	}
	return b
}

func drawings() map[string]string {
	two := line()
	two.Level = nil
	other := make([]Mark, len(every))
	for i := range other {
		other[i] = value("x", 300+float64(i), Final)
	}
	other[3] = without("x", Withheld)
	two.Series = append(two.Series, Series{Name: "Another long name", Marks: other})
	return map[string]string{"line": line().SVG(), "two": two.SVG(), "bars": bars().SVG(),
		"spark": Spark{ID: "s", Title: "Users", Key: "Q.mary.served", From: "2024-Q1", Marks: every}.SVG()}
}

func TestDrawingsAreGolden(t *testing.T) {
	for name, got := range drawings() {
		file := "testdata/" + name + ".svg"
		got = strings.ReplaceAll(got, "><", ">\n<") + "\n"
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s differs; run with -update and look at it:\n%s", file, got)
		}
	}
}

// element is an element of a drawing.
type element struct {
	name string
	at   map[string]string
}

func elements(t *testing.T, svg string) (list []element) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(svg))
	for {
		token, err := d.Token()
		if token == nil {
			if err.Error() != "EOF" {
				t.Fatalf("not well formed: %v\n%s", err, svg)
			}
			return list
		}
		if start, ok := token.(xml.StartElement); ok {
			e := element{start.Name.Local, map[string]string{}}
			for _, a := range start.Attr {
				e.at[a.Name.Local] = a.Value
			}
			list = append(list, e)
		}
	}
}

func length(t *testing.T, s string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(strings.TrimRight(s, "em%"), 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// What docs/charts.md promises: the value of each mark can be read off its place.
func TestMarksStandWhereTheirValuesSay(t *testing.T) {
	list := elements(t, line().SVG())
	low, high := length(t, list[0].at["data-low"]), length(t, list[0].at["data-high"])
	read := 0
	for _, e := range list {
		if e.at["data-key"] == "" || e.at["class"] == "c" {
			continue
		}
		read++
		want := 0.0
		for _, m := range every {
			if m.Key == e.at["data-key"] {
				want = m.Value
			}
		}
		if got := high - (length(t, e.at["cy"]+e.at["y"])-LineTop)/LineHeight*(high-low); math.Abs(got-want) > (high-low)/LineHeight/100 {
			t.Errorf("%s of %v stands at %v", e.name, want, got)
		}
	}
	if read != 6 {
		t.Errorf("%d marks with values, want 6", read)
	}

	list = elements(t, bars().SVG())
	high = length(t, list[0].at["data-high"])
	read = 0
	for _, e := range list {
		if want := e.at["data-value"]; e.name == "rect" && want != "" {
			read++
			if got := length(t, e.at["width"]) / 100 * high; math.Abs(got-length(t, want)) > high/10000 {
				t.Errorf("bar of %s is as long as %v", want, got)
			}
		}
	}
	if read != 6 || high != 333 {
		t.Errorf("%d bars with values, the longest %v", read, high)
	}
}

// A withheld mark is drawn the same whatever it hides: without a value, over the
// whole plot, and no end of a scale moves.
func TestWithheldMarksTellNothing(t *testing.T) {
	hidden := line()
	hidden.Series[0].Marks = append([]Mark(nil), every...)
	hidden.Series[0].Marks[3].Value, hidden.Series[0].Marks[3].Exact = 987654, "987654"
	if hidden.SVG() != line().SVG() {
		t.Error("a value under a withheld mark changes the drawing")
	}
	b := bars()
	b.Rows[3].Mark.Value, b.Rows[3].Mark.Exact = 987654, "987654"
	if b.SVG() != bars().SVG() {
		t.Error("a value under a withheld mark changes the bars")
	}
	for name, svg := range drawings() {
		for _, e := range elements(t, svg) {
			if e.at["class"] == "c" && (e.at["data-value"] != "" || e.at["height"] == "0em" || e.at["width"] == "0%") {
				t.Errorf("%s draws a withheld mark as %v", name, e.at)
			}
		}
	}
}

func TestDrawingsObeyAStrictPolicy(t *testing.T) {
	bad := regexp.MustCompile(`style=|<script| on\w+=|href=`)
	for name, svg := range drawings() {
		if at := bad.FindString(svg); at != "" {
			t.Errorf("%s has %q", name, at)
		}
		if strings.Contains(svg, "Users <b>") {
			t.Errorf("%s shows a text unescaped", name)
		}
	}
}

func TestScaleHasRoundEnds(t *testing.T) {
	for _, c := range []struct {
		values    []float64
		low, high float64
	}{
		{nil, 0, 1}, {[]float64{0}, 0, 1}, {[]float64{7}, 0, 8}, {[]float64{9900, 13124}, 9000, 14000}, {[]float64{54.1, 75}, 50, 75},
		{[]float64{0.3, 0.1}, 0, 0.3}, {[]float64{-5, 12}, -5, 15}, {[]float64{1e9, 3}, 0, 1e9}, {[]float64{100, 100}, 0, 100},
	} {
		var marks []Mark
		for _, v := range c.values {
			marks = append(marks, value("x", v, Final))
		}
		s := ScaleOf(nil, marks)
		if ticks := s.Ticks(); s.Low != c.low || s.High != c.high || len(ticks) > 6 || ticks[len(ticks)-1] != s.High {
			t.Errorf("%v: from %v to %v by %v: %v", c.values, s.Low, s.High, s.Step, s.Ticks())
		}
	}
}

func TestNamesDoNotMeet(t *testing.T) {
	l := line()
	l.Series = nil
	for _, v := range []float64{100, 101, 102, 0} {
		marks := make([]Mark, len(periods))
		for i := range marks {
			marks[i] = value("x", v, Final)
		}
		l.Series = append(l.Series, Series{Name: "Two rows of it", Marks: marks})
	}
	at := l.names(Scale{0, 102, 20})
	for i := range at {
		for j := range at[:i] {
			if math.Abs(at[i]-at[j]) < 1 {
				t.Errorf("names stand at %v", at)
			}
		}
	}
}

// A period in which nobody counted parts no line; one whose figure is missing does.
func TestLinesGoOnOverWhatNobodyCounted(t *testing.T) {
	for state, want := range map[State]int{Absent: 1, Missing: 0, Withheld: 0} {
		l := Line{ID: "c", Periods: make([]string, 3), Number: plain, Series: []Series{{Marks: []Mark{value("2018", 4, Final), {State: state}, value("2020", 6, Final)}}}}
		if got := strings.Count(l.SVG(), `class="s s0" d=`); got != want {
			t.Errorf("over %v: %d lines, want %d", state, got, want)
		}
	}
}
