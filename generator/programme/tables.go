package programme

// Tables holds the rows of every table, each in the order of reading. The
// struct tag names the table, as its file is named without ".csv".
type Tables struct {
	Sources          []Source          `table:"sources"`
	Places           []Place           `table:"places"`
	PlaceValidity    []PlaceValidity   `table:"place_validity"`
	PlaceChanges     []PlaceChange     `table:"place_changes"`
	Terms            []Term            `table:"terms"`
	Providers        []Provider        `table:"providers"`
	Services         []Service         `table:"services"`
	Locations        []Location        `table:"locations"`
	ServiceLocations []ServiceLocation `table:"service_locations"`
	ServiceAreas     []ServiceArea     `table:"service_areas"`
	Schedules        []Schedule        `table:"schedules"`
	Closures         []Closure         `table:"closures"`
	Helplines        []Helpline        `table:"helplines"`
	Holidays         []Holiday         `table:"holidays"`
	Retired          []Retired         `table:"retired"`
	Questions        []Question        `table:"questions"`
	QuestionOptions  []QuestionOption  `table:"question_options"`
	Rules            []EligibilityRule `table:"rules"`
	EligibilityCases []EligibilityCase `table:"eligibility_cases"`
	Indicators       []Indicator       `table:"indicators"`
	Facts            []Fact            `table:"facts"`
	Releases         []Release         `table:"releases"`
	Observations     []Observation     `table:"observations"`
	Revisions        []Revision        `table:"revisions"`

	// Outlines are the polygons of places, WGS 84, from outlines.geojson.
	Outlines map[PlaceID]Outline
}

// Outline is a set of polygons; each polygon is a list of rings (the first is
// the outer one), each ring a closed list of longitude, latitude.
type Outline [][][][2]float64

// Holds reports whether the point lies in the outline (even-odd rule).
func (o Outline) Holds(lon, lat float64) bool {
	in := false
	for _, polygon := range o {
		for _, ring := range polygon {
			for i, j := 0, len(ring)-1; i < len(ring); j, i = i, i+1 {
				a, b := ring[i], ring[j]
				if (a[1] > lat) != (b[1] > lat) && lon < (b[0]-a[0])*(lat-a[1])/(b[1]-a[1])+a[0] {
					in = !in
				}
			}
		}
	}
	return in
}
