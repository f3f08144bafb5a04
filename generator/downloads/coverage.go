package downloads

import (
	"strconv"

	"elinde/generator/programme"
)

// Covered says how many services the people of a district can use: those for a group,
// of a type, or of a type for a group. nil stands for all.
type Covered struct {
	Region      programme.PlaceID
	Place       *programme.Place
	Group, Type *programme.Term
	Services    int
}

// TellCoverage adds a table of what count gives to the files of the directory; what
// Files gave before does not have it. Whose services are whose, the pages know.
func (d *Downloads) TellCoverage(count func() []Covered) { d.coverage = count }

// covered lists the districts with their services, on the day of the site.
func (h *shelf) covered() []byte {
	t := newSheet(h.codes)
	t.head("region_id", "place_id", "place_name[L]", "target_group", "target_group_name[L]", "service_type", "service_type_name[L]", "services", "date")
	term := func(scheme string, of *programme.Term) {
		id := programme.TermID(programme.Total)
		if of != nil {
			id = of.ID
		}
		t.word(string(id))
		t.text(h.member(scheme, id))
	}
	for _, c := range h.coverage() {
		t.word(string(c.Region))
		t.word(string(c.Place.ID))
		t.text(c.Place.Name)
		term("target_group", c.Group)
		term("service_type", c.Type)
		t.word(strconv.Itoa(c.Services))
		t.day(h.today)
		t.end()
	}
	return t.bytes()
}
