package downloads

import (
	"strconv"

	"elinde/generator/programme"
)

// Covered says how many services of a term the people of a district can use.
type Covered struct {
	Region   programme.PlaceID
	Place    *programme.Place
	Term     *programme.Term
	Services int
}

// TellCoverage adds a table of what count gives to the files of the directory; what
// Files gave before does not have it. Whose services are whose, the pages know.
func (d *Downloads) TellCoverage(count func() []Covered) { d.coverage = count }

// covered lists the districts with their services, on the day of the site.
func (h *shelf) covered() []byte {
	t := newSheet(h.codes)
	t.head("region_id", "place_id", "place_name[L]", "scheme", "term_id", "term_name[L]", "services", "date")
	for _, c := range h.coverage() {
		t.word(string(c.Region))
		t.word(string(c.Place.ID))
		t.text(c.Place.Name)
		t.word(c.Term.Scheme)
		t.word(string(c.Term.ID))
		t.text(c.Term.Name)
		t.word(strconv.Itoa(c.Services))
		t.day(h.today)
		t.end()
	}
	return t.bytes()
}
