package documents

import (
	"elinde/generator/programme"
	"elinde/search"
)

// provider is found by its name, its description and where its offices are.
func (w *writer) provider(p *programme.Provider) search.Document {
	d := w.draft(KindProvider, string(p.ID), "providers/"+string(p.ID)+"/")
	d.Group += p.Kind
	d.title(p.Name)
	d.name(p.Name, weightName)
	d.prose(p.Description)
	d.show("summary", p.Description)
	d.facet("provider", p.Kind)
	if parent := w.Provider[p.ParentID]; parent != nil {
		d.text(parent.Name, weightText)
	}
	var places []*programme.Place
	seen := map[programme.PlaceID]bool{}
	for _, l := range w.owned[p.ID] {
		if place := w.Place[l.PlaceID]; place != nil && !seen[place.ID] {
			seen[place.ID] = true
			places = append(places, place)
		}
	}
	d.places(places)
	return d.Document
}

// helpline is found by what it helps with and whom. All share a page.
func (w *writer) helpline(h *programme.Helpline) search.Document {
	d := w.draft(KindHelpline, h.ID, "helplines/")
	d.title(h.Name)
	d.name(h.Name, weightName)
	d.danger(h.TargetGroups)
	for _, id := range h.TargetGroups {
		d.term("group", "target_group", programme.TermID(id))
	}
	for _, id := range h.Languages {
		d.facet("language", id)
	}
	d.show("summary", h.Hours)
	d.Display["phone"] = h.Phone
	return d.Document
}
