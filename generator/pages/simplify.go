package pages

import (
	"cmp"
	"math"
	"slices"

	"elinde/generator/programme"
)

// vertex is a corner of an outline.
type vertex = [2]float64

// simplified gives outlines with fewer corners, none of them further than
// tolerance from the line that it leaves out. What neighbours share stays shared:
// a border is cut where a third place or the outside begins, and each piece is
// simplified once, in one direction (Ramer, Douglas and Peucker).
func simplified(outlines []programme.Outline, tolerance float64) []programme.Outline {
	ends := junctions(outlines)
	out := make([]programme.Outline, len(outlines))
	for i, o := range outlines {
		for _, polygon := range o {
			var rings [][][2]float64
			for n, ring := range polygon {
				if less := simplifiedRing(ring, ends, tolerance); len(less) > 3 {
					rings = append(rings, less)
				} else if n == 0 {
					break // too small to be seen, and so what it has in it
				}
			}
			if rings != nil {
				out[i] = append(out[i], rings)
			}
		}
	}
	return out
}

// junctions finds the corners where borders part: those that have not the same
// two neighbours in every ring that they stand in.
func junctions(outlines []programme.Outline) map[vertex]bool {
	beside := map[vertex][2]vertex{}
	part := map[vertex]bool{}
	for _, o := range outlines {
		for _, polygon := range o {
			for _, ring := range polygon {
				n := len(ring) - 1
				for i := range n {
					pair := [2]vertex{ring[(i+n-1)%n], ring[i+1]}
					if before(pair[1], pair[0]) {
						pair[0], pair[1] = pair[1], pair[0]
					}
					if known, seen := beside[ring[i]]; seen && known != pair {
						part[ring[i]] = true
					}
					beside[ring[i]] = pair
				}
			}
		}
	}
	return part
}

// simplifiedRing simplifies a closed ring piece by piece. One without junctions
// begins at its first corner by place, whoever draws it.
func simplifiedRing(ring [][2]float64, ends map[vertex]bool, tolerance float64) [][2]float64 {
	open := ring[:len(ring)-1]
	start := slices.IndexFunc(open, func(v vertex) bool { return ends[v] })
	if start < 0 {
		first := slices.MinFunc(open, func(a, b vertex) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
		start = slices.Index(open, first)
	}
	turned := append(slices.Clone(open[start:]), open[:start]...)
	turned = append(turned, turned[0])
	out := [][2]float64{turned[0]}
	from := 0
	for i := 1; i < len(turned); i++ {
		if i == len(turned)-1 || ends[turned[i]] {
			out = append(out, simplifiedLine(turned[from:i+1], tolerance)[1:]...)
			from = i
		}
	}
	return out
}

// simplifiedLine simplifies a line in the direction that both sides of it agree on.
func simplifiedLine(line [][2]float64, tolerance float64) [][2]float64 {
	last := len(line) - 1
	if line[0] == line[last] && before(line[last-1], line[1]) || before(line[last], line[0]) {
		back := slices.Clone(line)
		slices.Reverse(back)
		out := reduced(back, tolerance)
		slices.Reverse(out)
		return out
	}
	return reduced(line, tolerance)
}

// reduced keeps the ends of a line and, where any corner lies too far from the
// straight way, the furthest, and so on for both halves.
func reduced(line [][2]float64, tolerance float64) [][2]float64 {
	last := len(line) - 1
	at, far := 0, -1.0
	for i := 1; i < last; i++ {
		if d := distance(line[i], line[0], line[last]); d > far {
			at, far = i, d
		}
	}
	if far <= tolerance {
		return [][2]float64{line[0], line[last]}
	}
	return append(reduced(line[:at+1], tolerance), reduced(line[at:], tolerance)[1:]...)
}

// distance is how far p lies from the stretch between a and b.
func distance(p, a, b vertex) float64 {
	dx, dy := b[0]-a[0], b[1]-a[1]
	t := 0.0
	if length := dx*dx + dy*dy; length > 0 {
		t = max(0, min(1, ((p[0]-a[0])*dx+(p[1]-a[1])*dy)/length))
	}
	return math.Hypot(p[0]-a[0]-t*dx, p[1]-a[1]-t*dy)
}

func before(a, b vertex) bool { return a[0] < b[0] || a[0] == b[0] && a[1] < b[1] }
