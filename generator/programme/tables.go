package programme

// Tables holds the rows of every table, each in the order of reading. The
// struct tag names the table, as its file is named without ".csv", and says what
// it holds.
type Tables struct {
	Sources          []Source          `table:"sources" about:"where facts and rows come from"`
	Places           []Place           `table:"places" about:"the administrative units of the country"`
	PlaceValidity    []PlaceValidity   `table:"place_validity" about:"when a place was in force; several rows where it was abolished and created again"`
	PlaceChanges     []PlaceChange     `table:"place_changes" about:"reforms of the administrative division"`
	Terms            []Term            `table:"terms" about:"the words of every vocabulary"`
	Providers        []Provider        `table:"providers" about:"who provides services"`
	Services         []Service         `table:"services" about:"the services"`
	Locations        []Location        `table:"locations" about:"where services are given"`
	ServiceLocations []ServiceLocation `table:"service_locations" about:"which service is given where"`
	ServiceAreas     []ServiceArea     `table:"service_areas" about:"which service is offered to the people of which place, home visits included"`
	Schedules        []Schedule        `table:"schedules" about:"regular opening hours; a lunch break is two rows"`
	Closures         []Closure         `table:"closures" about:"temporary closures of a service or a location"`
	Helplines        []Helpline        `table:"helplines" about:"telephones for everybody"`
	Holidays         []Holiday         `table:"holidays" about:"public holidays"`
	Retired          []Retired         `table:"retired" about:"ids that are gone and what took their place"`
	Questions        []Question        `table:"questions" about:"questions of the eligibility checker"`
	QuestionOptions  []QuestionOption  `table:"question_options" about:"answers to choose from"`
	Rules            []EligibilityRule `table:"rules" about:"who is likely to be entitled; rows in a group are joined by and, groups of a service by or"`
	EligibilityCases []EligibilityCase `table:"eligibility_cases" about:"worked examples that hold the rules"`
	Indicators       []Indicator       `table:"indicators" about:"what is measured"`
	Facts            []Fact            `table:"facts" about:"single published figures with their sources"`
	Releases         []Release         `table:"releases" about:"figures that become public together"`
	Observations     []Observation     `table:"observations" about:"the cells of the statistical tables"`
	Revisions        []Revision        `table:"revisions" about:"why a final value changed"`

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
