package pages

import (
	"crypto/sha256"
	"encoding/json"

	"elinde/generator/programme"
	"elinde/site"
)

// keyOf gives the fingerprint of all that the page of a service is planned from:
// everything but services, and of these its own row, those it refers to, and
// the similar ones that it links. nil where the rest is not known.
//
// A page of a service, and an entry, may be planned from nothing else: TestKeysHold
// changes each column of the rows around it and looks for a page that changed
// under its key.
func (w *planner) keyOf(s *programme.Service) []byte {
	if w.inputs == nil {
		return nil
	}
	sum := sha256.New()
	sum.Write(w.inputs)
	add := func(s *programme.Service) {
		if s != nil {
			row := w.graph.of[s.ID].row
			sum.Write(row[:])
		}
		sum.Write([]byte{0})
	}
	add(s)
	add(w.Service[s.SuccessorID])
	for _, other := range w.graph.of[s.ID].similar {
		add(other)
	}
	if l := w.offlineOf(s); l != nil { // it is none where its region has too many services
		sum.Write([]byte(l.Href))
	}
	return sum.Sum(nil)
}

// listKey is the same for a slice of a list: what stands around its services, and
// the row of each.
func (w *planner) listKey(v list) []byte {
	if w.inputs == nil {
		return nil
	}
	sum := sha256.New()
	sum.Write(w.inputs)
	parts := v.Parts
	v.Parts = nil
	around := json.NewEncoder(sum)
	around.Encode(v) // goes into memory; strings and numbers
	for _, p := range parts {
		entries := p.Entries
		p.Entries = nil
		around.Encode(p)
		for _, e := range entries {
			row := w.graph.of[e.service.ID].row
			sum.Write(row[:])
		}
	}
	return sum.Sum(nil)
}

// late puts off the planning of a page whose key may be known to the site.
func (w *planner) late(page site.Page, params func() any) site.Page {
	if page.Key == nil {
		page.Params = params()
	} else {
		page.Params = params
	}
	return page
}
