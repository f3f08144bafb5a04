package documents

import (
	"cmp"
	"strings"

	"elinde/generator/programme"
	"elinde/search"
)

// service is found by its names and words, by those of its type, groups and
// needs, by its provider, and by the places it is offered in and given at.
func (w *writer) service(s *programme.Service) search.Document {
	d := w.draft(KindService, string(s.ID), "services/"+string(s.ID)+"/")
	d.Group += string(s.ServiceType)
	d.name(s.Name, weightService)
	// Whom somebody at home frightens is sent to no service for the whole family.
	if s.Sensitive == programme.Yes {
		d.danger(s.TargetGroups)
	}
	d.text(s.Summary, weightWords)
	d.term("type", "service_type", s.ServiceType)
	for _, id := range s.TargetGroups {
		d.term("group", "target_group", programme.TermID(id))
	}
	for _, id := range s.Needs {
		d.term("need", "need", programme.TermID(id))
	}
	for _, id := range s.DeliveryModes {
		d.term("delivery", "delivery_mode", programme.TermID(id))
	}
	for _, id := range s.ServiceLanguages {
		d.facet("language", id)
	}
	d.prose(s.Description)
	d.facet("status", s.Status)
	if s.Status != "active" {
		d.Display["status"] = s.Status
		d.counts(map[bool]int{true: percentClosed, false: percentPaused}[s.Status == "closed"])
	}
	if p := w.Provider[s.ProviderID]; p != nil {
		d.text(p.Name, weightText)
	}
	for _, sl := range w.LocationsOf[s.ID] {
		// Of a confidential location no name and address are left.
		if l := w.Location[sl.LocationID]; l != nil {
			d.text(l.Name, weightText)
			d.text(l.Address, weightText)
		}
	}
	places := w.PlacesOf(s.ID)
	d.places(places)
	if s.Sensitive == programme.Yes {
		d.Display["sensitive"] = "yes"
		d.neutral(s)
		return d.Document
	}
	d.title(s.Name)
	d.show("summary", s.Summary)
	if p := w.Provider[s.ProviderID]; p != nil {
		d.Display["provider"], _ = p.Name.In(w.at)
	}
	d.hours(s)
	d.points(s)
	if d.w.paths.Phone != nil {
		if phone := d.w.paths.Phone(s); phone != "" {
			d.Display["phone"] = phone
		}
	}
	return d.Document
}

// hours says when a service is open. The browser tells which of the values of the
// facet are open at its time, and filters by these.
func (d *draft) hours(s *programme.Service) {
	if d.w.paths.Hours == nil {
		return
	}
	all := d.w.paths.Hours(s)
	if len(all) == 0 {
		return
	}
	d.Display["hours"] = "[" + strings.Join(all, ",") + "]"
	for _, hours := range all {
		d.facet("open", hours)
	}
}

// points says where a service is given, for the distance to it.
func (d *draft) points(s *programme.Service) {
	var points []string
	for _, sl := range d.w.LocationsOf[s.ID] {
		if l := d.w.Location[sl.LocationID]; l != nil && l.Latitude.Set() && l.Longitude.Set() {
			points = append(points, l.Latitude.Text+","+l.Longitude.Text)
		}
	}
	if len(points) > 0 {
		d.Display["points"] = strings.Join(points, ";")
	}
}

// neutral gives the title of a sensitive service: the broadest type it is of.
func (d *draft) neutral(s *programme.Service) {
	chain := d.w.broader("service_type", s.ServiceType)
	if len(chain) == 0 {
		d.Title = cmp.Or(d.Display["place"], string(s.ID))
		return
	}
	d.title(chain[len(chain)-1].Name)
}
