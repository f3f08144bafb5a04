package withheld

import (
	"bytes"
	"math"
	"strconv"
	"strings"
)

// points looks for positions: two numbers that are near those of a withheld one.
type points struct {
	list  []point
	whole [181]bool // by the degrees that a number may begin with
}

type point struct {
	lat, lon, metres float64
	meant            string
}

func (p *points) add(meant string) {
	place, within, _ := strings.Cut(strings.TrimPrefix(meant, Point), ";u=")
	lat, lon, _ := strings.Cut(place, ",")
	a, err1 := strconv.ParseFloat(lat, 64)
	b, err2 := strconv.ParseFloat(lon, 64)
	m, err3 := strconv.ParseFloat(within, 64)
	if err1 != nil || err2 != nil || err3 != nil || !(math.Abs(a) <= 90) || !(math.Abs(b) <= 180) || !(m > 0) {
		return
	}
	p.list = append(p.list, point{math.Abs(a), math.Abs(b), m, meant})
	for _, v := range []float64{a, b} {
		v = math.Abs(v)
		p.whole[int(max(0, v-0.05))], p.whole[int(min(180, v+0.05))] = true, true
	}
}

// in adds to found the positions that stand among the bones of a file.
func (p *points) in(b *bones, found []string) []string {
	if len(p.list) == 0 {
		return found
	}
	for i := range b.groups {
		firsts, n := p.angle(b, i)
		for _, first := range firsts[:n] {
			if first.next >= len(b.groups) || !b.near(first.end, first.next) {
				continue
			}
			apart := bytes.IndexByte(b.out[first.end:b.groups[first.next]], line) >= 0
			seconds, m := p.angle(b, first.next)
			for _, second := range seconds[:m] {
				for _, x := range p.list {
					if apart && max(first.unit, second.unit) > 0.01 {
						continue // numbers in two cells or lines
					}
					if x.near(first, second) || x.near(second, first) {
						found = append(found, x.meant)
					}
				}
			}
		}
	}
	return found
}

// near says whether group g begins soon after a position, with nothing between
// but words.
func (b *bones) near(end, g int) bool {
	start := int(b.groups[g])
	return start-end <= 14
}

// angle is a latitude or longitude as it is written.
type angle struct {
	degrees float64
	unit    float64 // the last place that is written, in degrees
	end     int     // where it ends
	next    int     // the group after it
}

// angle reads what begins with group i, in each way that it may be meant: a
// number after minutes may be seconds or something else. A number of whole
// degrees tells no place.
func (p *points) angle(b *bones, i int) (ways [2]angle, n int) {
	whole, end := 0, int(b.groups[i])
	for ; end < len(b.out) && isDigit(b.out[end]) && whole <= 180; end++ {
		whole = 10*whole + int(b.out[end]-'0')
	}
	if whole > 180 || !p.whole[whole] || i+1 >= len(b.groups) {
		return ways, 0
	}
	if between := b.out[end:b.groups[i+1]]; len(between) == 1 && between[0] == dot {
		part, partEnd := b.group(i + 1)
		if len(part) < 2 {
			return ways, 0
		}
		fraction, _ := strconv.ParseFloat("0."+part, 64)
		ways[0] = angle{float64(whole) + fraction, math.Pow(10, -float64(len(part))), partEnd, i + 2}
		return ways, 1
	}
	minutes, ok := b.sixtieth(end, i+1)
	if !ok {
		return ways, 0
	}
	ways[0] = angle{float64(whole) + minutes.degrees/60, minutes.unit / 60, minutes.end, minutes.next}
	if seconds, ok := b.sixtieth(minutes.end, minutes.next); ok && minutes.unit == 1 {
		ways[1] = angle{ways[0].degrees + seconds.degrees/3600, seconds.unit / 3600, seconds.end, seconds.next}
		return ways, 2
	}
	return ways, 1
}

// sixtieth reads minutes or seconds at group g, which begin near a position.
func (b *bones) sixtieth(after, g int) (a angle, ok bool) {
	if g >= len(b.groups) {
		return a, false
	}
	text, end := b.group(g)
	between := b.out[after:b.groups[g]]
	if len(text) > 2 || len(between) > 10 || len(between) == 1 && between[0] == line {
		return a, false
	}
	value, _ := strconv.ParseFloat(text, 64)
	a = angle{value, 1, end, g + 1}
	if g+1 < len(b.groups) && int(b.groups[g+1]) == end+1 && b.out[end] == dot {
		part, partEnd := b.group(g + 1)
		fraction, _ := strconv.ParseFloat("0."+part, 64)
		a = angle{value + fraction, math.Pow(10, -float64(len(part))), partEnd, g + 2}
	}
	return a, value < 60
}

// group gives the digits of a group and where they end.
func (b *bones) group(g int) (string, int) {
	start := int(b.groups[g])
	end := start
	for end < len(b.out) && isDigit(b.out[end]) && end-start < 20 {
		end++
	}
	return string(b.out[start:end]), end
}

// metresPerDegree of latitude.
const metresPerDegree = 111320

// near says whether two angles are latitude and longitude of about the point. A
// number that was cut short may be off by its last place.
func (x point) near(lat, lon angle) bool {
	narrow := math.Cos(x.lat * math.Pi / 180)
	dy := max(0, math.Abs(lat.degrees-x.lat)-lat.unit/2) * metresPerDegree
	dx := max(0, math.Abs(lon.degrees-x.lon)-lon.unit/2) * metresPerDegree * narrow
	return math.Hypot(dx, dy) <= x.metres
}
