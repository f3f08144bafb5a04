package pages

import (
	"cmp"
	"slices"
	"strconv"

	"elinde/generator/chart"
	"elinde/generator/programme"
	"elinde/generator/series"
)

// tileGrid shows the latest figure of the places below the regions, of which there
// are no outlines: a tile each, all of one size, north above and west first.
type tileGrid struct {
	Name    string       `json:"name"`
	Unit    text         `json:"unit"`
	Regions []tileRegion `json:"regions"`
	Shades  []mapShade   `json:"shades,omitempty"`
	Zero    bool         `json:"zero,omitempty"` // some are zero
	Key     []keyEntry   `json:"key,omitempty"`
}

// count is the number of its tiles.
func (g *tileGrid) count() (n int) {
	for _, r := range g.Regions {
		n += len(r.Tiles)
	}
	return n
}

type tileRegion struct {
	Name  text   `json:"name"`
	Tiles []tile `json:"tiles"`
}

// tile is a place: Class is its shade, or the letter of why it has no number.
type tile struct {
	Name  text       `json:"name"`
	Class string     `json:"class"`
	Zero  bool       `json:"zero,omitempty"`
	Cell  figureCell `json:"cell"`
}

// fewestTiles is from how many places with a value a grid says more than a list.
const fewestTiles = 4

// tilesBeside is how many tiles stand in a row: names fit in them on a phone.
const tilesBeside = 3

// drawTiles makes the grid of the latest figures; nil where fewer than some places
// below the regions have a value.
func (m *tableMaker) drawTiles() *tileGrid {
	g := &tileGrid{Name: m.say("chart_in_period", "name", m.say("tiles_name"), "period", m.shortPeriod(m.total.Period)), Unit: m.unit(m.indicator)}
	period, ok := programme.ParsePeriod(m.total.Period)
	var marks []chart.Mark
	var cells []figureCell
	for _, region := range m.regions() {
		var inside []*programme.Place
		for _, p := range m.Children[region.ID] {
			if k := m.total.TotalOf(p.ID); m.table.At(k) != nil || ok && m.InForce(p.ID, period.Span()) {
				inside = append(inside, p)
			}
		}
		if len(inside) == 0 {
			continue
		}
		r := tileRegion{Name: capital(m.text(region.Name))}
		for _, p := range onGrid(inside) {
			k := m.total
			k.Area = p.ID
			mark := m.mark(k, "")
			cell := figureCell{S: []series.Symbol{series.Symbol(mark.State.String())}, Key: mark.Key}
			if mark.State.Has() {
				cell = figureCell{V: m.number(m.table.At(k).Value, m.indicator.Decimals), Key: mark.Key}
			}
			marks, cells = append(marks, mark), append(cells, cell)
			r.Tiles = append(r.Tiles, tile{Name: capital(m.text(p.Name)), Cell: cell, Zero: mark.State.Has() && mark.Value == 0})
		}
		g.Regions = append(g.Regions, r)
	}
	if valued(marks) < fewestTiles {
		return nil
	}
	s, n := shadesOf(marks), 0
	for i := range g.Regions {
		for j := range g.Regions[i].Tiles {
			t := &g.Regions[i].Tiles[j]
			t.Class = s.class(marks[n])
			g.Zero = g.Zero || t.Zero
			n++
		}
	}
	g.Shades = s.legend(marks, cells)
	g.Key = withoutValue(m.key(marks))
	return g
}

// onGrid orders places as tiles stand: rows from north to south, in each from west
// to east. Places without a point stand last.
func onGrid(list []*programme.Place) []*programme.Place {
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b *programme.Place) int {
		if a.Latitude.Set() != b.Latitude.Set() {
			return cmp.Compare(b.Latitude.Text, a.Latitude.Text)
		}
		return cmp.Compare(b.Latitude.F, a.Latitude.F)
	})
	for row := range slices.Chunk(list, tilesBeside) {
		slices.SortStableFunc(row, func(a, b *programme.Place) int { return cmp.Compare(a.Longitude.F, b.Longitude.F) })
	}
	return list
}

// legend says for each shade that some mark has which values it stands for.
func (s shades) legend(marks []chart.Mark, cells []figureCell) []mapShade {
	var list []mapShade
	for n := range mostShades {
		low, high := s.ends(n, marks)
		if low < 0 {
			continue
		}
		shade := mapShade{Class: strconv.Itoa(n), Low: figureCell{V: cells[low].V, Key: cells[low].Key}}
		if cells[low].V != cells[high].V {
			shade.High = &figureCell{V: cells[high].V, Key: cells[high].Key}
		}
		list = append(list, shade)
	}
	return list
}

// withoutValue keeps of a key what stands in place of a value: maps show no more.
func withoutValue(key []keyEntry) []keyEntry {
	return slices.DeleteFunc(key, func(k keyEntry) bool { return k.S != "c" && k.S != "x" && k.S != "z" })
}
