package pages

import (
	"math"
	"testing"
	"testing/fstest"

	"elinde/generator/programme"
	"elinde/themes"
)

// Three regions of a country: two that share a crooked border, and a city of
// which only a point is known.
const (
	mapPlaces = `id,parent_id,level,name_tk,latitude,longitude
tm,,country,Ýurt,,
a,tm,welayat,A,,
b,tm,welayat,B,,
c,tm,city,Ç,0.5,0.5
`
	mapOutlines = `{"type":"FeatureCollection","features":[
{"type":"Feature","id":"a","geometry":{"type":"Polygon","coordinates":[[[0,0],[2,0],[2.01,0.5],[2.6,1],[2,2],[0,2],[0,0]]]}},
{"type":"Feature","id":"b","geometry":{"type":"Polygon","coordinates":[[[4,2],[2,2],[2.6,1],[2.01,0.5],[2,0],[4,2]]]}}]}`
)

func mapPage(t *testing.T, files fstest.MapFS) list {
	t.Helper()
	s := tinySettings()
	plan, err := Plan(protected(t, files, s), s, themes.Elinde(), fstest.MapFS{}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return planned(t, plan)["tk/places/"].Params.(list)
}

func TestMapShowsEveryRegion(t *testing.T) {
	m := mapPage(t, fstest.MapFS{"places.csv": {Data: []byte(mapPlaces)}, "outlines.geojson": {Data: []byte(mapOutlines)}}).Map
	if m == nil || len(m.Areas) != 3 {
		t.Fatalf("the map is %+v", m)
	}
	a, b, c := m.Areas[0], m.Areas[1], m.Areas[2]
	if a.Key+b.Key+c.Key != "123" || a.Href != "tk/places/a/" {
		t.Errorf("the regions are %+v", m.Areas)
	}
	if a.Path == "" || a.Point != nil || b.X < a.X {
		t.Errorf("A is %+v, B %+v", a, b)
	}
	if c.Path != "" || c.Point == nil || c.X == c.Point[0] && c.Y == c.Point[1] {
		t.Errorf("a city without outline is %+v", c)
	}
}

func TestNoMapWithoutOutlines(t *testing.T) {
	v := mapPage(t, fstest.MapFS{"places.csv": {Data: []byte(mapPlaces)}})
	if v.Map != nil || len(v.Links) != 3 {
		t.Errorf("the page is %+v", v)
	}
}

// The border that two regions share is the same line for both, and no corner
// that was left out lies further from it than was allowed.
func TestNeighboursKeepTheirBorder(t *testing.T) {
	var left, right [][2]float64
	for i := range 101 {
		y := float64(i)
		v := vertex{50 + 5*math.Sin(y/9) + math.Sin(y*7), y}
		left, right = append(left, v), append([][2]float64{v}, right...)
	}
	left = append(left, vertex{0, 100}, vertex{0, 0}, left[0])
	right = append(right, vertex{100, 0}, vertex{100, 100}, right[0])
	out := simplified([]programme.Outline{{{left}}, {{right}}}, 2)
	inside := func(ring [][2]float64) map[vertex]bool {
		at := map[vertex]bool{}
		for _, v := range ring {
			if v[0] > 1 && v[0] < 99 {
				at[v] = true
			}
		}
		return at
	}
	a, b := inside(out[0][0][0]), inside(out[1][0][0])
	if len(a) < 4 || len(a) > 40 || len(a) != len(b) {
		t.Fatalf("the border has %d and %d corners", len(a), len(b))
	}
	for v := range a {
		if !b[v] {
			t.Errorf("only one side has the corner %v", v)
		}
	}
	for _, v := range left {
		if d := toBorder(out[0], v); d > 2 {
			t.Errorf("%v lies %.1f beside the border", v, d)
		}
	}
}
