package pages

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"elinde/generator/programme"
)

// mapSide is the longer side of a map, badge the radius of a number on it, in
// units of its drawing; fine is how far a border may be off.
const (
	mapSide = 600
	badge   = 23
	fine    = 2.5
)

// regionMap is a drawing of the regions. Each has a number, that of its line in
// the list beside it, and leads to its page. The component "map" reads it.
type regionMap struct {
	Width  int    `json:"width"`
	Height int    `json:"height"`
	Areas  []area `json:"areas"`
}

// area is a region on the map: a shape, or a point where there is no outline of it.
// X and Y are where its number stands.
type area struct {
	link
	Path  string  `json:"path,omitempty"` // as in the attribute d of SVG
	Point *[2]int `json:"point,omitempty"`
	X     int     `json:"x"`
	Y     int     `json:"y"`
}

// mapOf draws the regions, their borders off by no more than the tolerance; nil
// where none has an outline. Degrees of longitude are
// drawn as wide as they are in the middle of the country.
func (w *planner) mapOf(regions []*programme.Place, tolerance float64) *regionMap {
	outlines := make([]programme.Outline, len(regions))
	west, south, east, north := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for i, p := range regions {
		outlines[i] = w.Outlines[p.ID]
		for _, v := range corners(outlines[i]) {
			west, south, east, north = min(west, v[0]), min(south, v[1]), max(east, v[0]), max(north, v[1])
		}
	}
	if west >= east || south >= north {
		return nil
	}
	narrow := math.Cos((south + north) / 2 * math.Pi / 180)
	scale := (mapSide - 2*badge) / max((east-west)*narrow, north-south)
	onto := func(v vertex) vertex {
		return vertex{badge + (v[0]-west)*narrow*scale, badge + (north-v[1])*scale}
	}
	m := &regionMap{Width: int((east-west)*narrow*scale) + 2*badge, Height: int((north-south)*scale) + 2*badge}
	for i := range outlines {
		outlines[i] = moved(outlines[i], onto)
	}
	seen := simplified(outlines, tolerance)
	for i, p := range regions {
		a := area{link: w.placeEntry(p)}
		a.Key = strconv.Itoa(i + 1)
		switch at, known := pointOf(p); {
		case len(seen[i]) > 0:
			a.Path = drawn(seen[i])
			x, y, room := middle(seen[i], m)
			if a.X, a.Y = x, y; room < badge {
				a.Point = &[2]int{x, y}
			}
		case len(outlines[i]) > 0: // too small to be seen
			first := outlines[i][0][0][0]
			a.Point = &[2]int{round(first[0]), round(first[1])}
		case known && at[0] >= west && at[0] <= east && at[1] >= south && at[1] <= north:
			at = onto(at)
			a.Point = &[2]int{round(at[0]), round(at[1])}
		default: // the list has it
			continue
		}
		m.Areas = append(m.Areas, a)
	}
	m.putAside(seen)
	return m
}

// pointOf gives the point of a place, where its row has one.
func pointOf(p *programme.Place) (v vertex, known bool) {
	return vertex{p.Longitude.F, p.Latitude.F}, p.Longitude.Set() && p.Latitude.Set()
}

// middle is the point of an outline that is furthest from its borders, where a
// number has most room, and how much.
func middle(o programme.Outline, m *regionMap) (x, y int, room float64) {
	const step = 6
	x, y = round(o[0][0][0][0]), round(o[0][0][0][1])
	for py := step; py < m.Height; py += step {
		for px := step; px < m.Width; px += step {
			if p := (vertex{float64(px), float64(py)}); o.Holds(p[0], p[1]) {
				if r := toBorder(o, p); r > room {
					x, y, room = px, py, r
				}
			}
		}
	}
	return x, y, room
}

// putAside finds a place for the numbers of points: as near as can be, but in no
// outline, on no other number and across no other line, so that a finger and an
// eye meet the right one.
func (m *regionMap) putAside(outlines []programme.Outline) {
	var put []*area
	free := func(p, point vertex) bool {
		for _, o := range outlines {
			if o.Holds(p[0], p[1]) || toBorder(o, p) < badge+4 {
				return false
			}
		}
		for _, a := range put {
			number := vertex{float64(a.X), float64(a.Y)}
			if math.Hypot(p[0]-number[0], p[1]-number[1]) < 2.5*badge || near(point, p, a.at(), number) {
				return false
			}
		}
		return p[0] >= badge && p[1] >= badge && p[0] <= float64(m.Width-badge) && p[1] <= float64(m.Height-badge)
	}
	for i := range m.Areas {
		a := &m.Areas[i]
		if a.Point == nil {
			continue
		}
		a.X, a.Y = a.Point[0], a.Point[1] // where there is no free place at all
	search:
		for away := 2.0 * badge; away < mapSide; away += 6 {
			for turn := range 24 {
				sin, cos := math.Sincos(float64(turn) * math.Pi / 12)
				if p := (vertex{a.at()[0] + away*sin, a.at()[1] + away*cos}); free(p, a.at()) {
					a.X, a.Y = round(p[0]), round(p[1])
					break search
				}
			}
		}
		put = append(put, a)
	}
}

func (a *area) at() vertex { return vertex{float64(a.Point[0]), float64(a.Point[1])} }

// near reports whether two lines come so near that one cannot tell them apart.
func near(a, b, c, d vertex) bool {
	for i := range 33 {
		t := float64(i) / 32
		if distance(vertex{a[0] + t*(b[0]-a[0]), a[1] + t*(b[1]-a[1])}, c, d) < 8 {
			return true
		}
	}
	return false
}

// toBorder is how far a point lies from the nearest border of an outline.
func toBorder(o programme.Outline, p vertex) float64 {
	least := math.Inf(1)
	for _, polygon := range o {
		for _, ring := range polygon {
			for i := 1; i < len(ring); i++ {
				least = min(least, distance(p, ring[i-1], ring[i]))
			}
		}
	}
	return least
}

func corners(o programme.Outline) (all []vertex) {
	for _, polygon := range o {
		for _, ring := range polygon {
			all = append(all, ring...)
		}
	}
	return all
}

func moved(o programme.Outline, onto func(vertex) vertex) programme.Outline {
	var out programme.Outline
	for _, polygon := range o {
		var rings [][][2]float64
		for _, ring := range polygon {
			var line [][2]float64
			for _, v := range ring {
				line = append(line, onto(v))
			}
			rings = append(rings, line)
		}
		out = append(out, rings)
	}
	return out
}

// drawn writes an outline as an SVG path in whole units, each corner counted from
// the one before.
func drawn(o programme.Outline) string {
	var b strings.Builder
	for _, polygon := range o {
		for _, ring := range polygon {
			x, y := round(ring[0][0]), round(ring[0][1])
			fmt.Fprintf(&b, "M%d %dl", x, y)
			for i, v := range ring[1 : len(ring)-1] {
				nx, ny := round(v[0]), round(v[1])
				if i > 0 {
					b.WriteByte(' ')
				}
				fmt.Fprintf(&b, "%d %d", nx-x, ny-y)
				x, y = nx, ny
			}
			b.WriteByte('z')
		}
	}
	return b.String()
}

func round(x float64) int { return int(math.Round(x)) }
