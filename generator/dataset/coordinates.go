package dataset

import (
	"math"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

// border is how far outside an outline a point may lie, in degrees (some four
// kilometres): the outlines are drawn roughly, and what lies at a border is no
// fault.
const border = 0.05

// coordinates checks that points lie in the outline of their place, or of the
// nearest place around it that has one, and all in the country.
func coordinates(r *report) {
	country := boxOf(r.tables.Outlines)
	for i := range r.tables.Locations {
		l := &r.tables.Locations[i]
		r.point("locations", &l.Row, l.PlaceID, l.Latitude, l.Longitude, country)
	}
	for i := range r.tables.Places {
		p := &r.tables.Places[i]
		r.point("places", &p.Row, p.ID, p.Latitude, p.Longitude, country)
	}
}

func (r *report) point(table string, row *programme.Row, place programme.PlaceID, lat, lon programme.Decimal, country box) {
	if lat.Set() != lon.Set() {
		column := "latitude"
		if lat.Set() {
			column = "longitude"
		}
		if raw, _ := r.source.Cell(row, table, column); raw == "" { // otherwise it has its finding
			r.add(finding.CoordinatesHalf, finding.Error, table, row, column, "")
		}
		return
	}
	if !lat.Set() || country.empty() || math.Abs(lat.F) > 90 || math.Abs(lon.F) > 180 {
		return
	}
	shown := lat.Text + ", " + lon.Text
	switch {
	case !country.holds(lat.F, lon.F) && country.holds(lon.F, lat.F):
		hint := lon.Text
		if r.masked(table, row, "latitude") {
			hint = finding.Masked(hint)
		}
		r.add(finding.CoordinatesSwapped, finding.Error, table, row, "latitude", shown, "latitude", hint)
	case !country.holds(lat.F, lon.F):
		r.add(finding.CoordinatesOutsideCountry, finding.Error, table, row, "latitude", shown)
	default:
		for _, p := range r.index.Within(place) {
			if outline := r.tables.Outlines[p.ID]; outline != nil {
				if !near(outline, lon.F, lat.F) {
					r.outside(table, row, place, p.ID, lon.F, lat.F, shown)
				}
				return
			}
		}
	}
}

// outside reports a point that does not lie in the outline around its place: the
// place of the row, the outline where it is a larger one's, and whose outline the
// point lies in. Of a confidential place only the welaýat may be known.
func (r *report) outside(table string, row *programme.Row, place, outline programme.PlaceID, lon, lat float64, shown string) {
	if outline == place {
		outline = ""
	}
	inside := programme.PlaceID("")
	for id, o := range r.tables.Outlines {
		if o.Holds(lon, lat) && (inside == "" || id < inside) {
			inside = id
		}
	}
	if r.masked(table, row, "latitude") {
		outline, inside = "", ""
		if region := r.index.Region(place); region != nil {
			place = region.ID
		}
	}
	r.add(finding.CoordinatesOutsidePlace, finding.Warning, table, row, "latitude", shown,
		"place", string(place), "outline", string(outline), "inside", string(inside))
}

// near reports whether a point lies in the outline or, in one of eight
// directions, no further from it than a border is wide.
func near(o programme.Outline, lon, lat float64) bool {
	if o.Holds(lon, lat) {
		return true
	}
	for i := range 8 {
		sin, cos := math.Sincos(float64(i) * math.Pi / 4)
		if o.Holds(lon+border*cos, lat+border*sin) {
			return true
		}
	}
	return false
}

// box is a range of latitudes and longitudes.
type box struct{ south, north, west, east float64 }

// boxOf gives the box around all outlines, widened by a border.
func boxOf(outlines map[programme.PlaceID]programme.Outline) box {
	b := box{math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)}
	for _, o := range outlines {
		for _, polygon := range o {
			for _, ring := range polygon {
				for _, p := range ring {
					b.west, b.east = min(b.west, p[0]-border), max(b.east, p[0]+border)
					b.south, b.north = min(b.south, p[1]-border), max(b.north, p[1]+border)
				}
			}
		}
	}
	return b
}

func (b box) empty() bool { return b.south > b.north }

func (b box) holds(lat, lon float64) bool {
	return lat >= b.south && lat <= b.north && lon >= b.west && lon <= b.east
}
