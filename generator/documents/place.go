package documents

import (
	"strings"

	"elinde/generator/programme"
	"elinde/search"
)

// place is found by its names in all languages and by its other names.
func (w *writer) place(p *programme.Place) search.Document {
	d := w.draft(KindPlace, string(p.ID), "places/"+string(p.ID)+"/")
	d.Group += p.Level
	d.title(p.Name)
	for i, name := range p.Name {
		if i < len(w.codes) && i != w.at {
			// English inflects no names: by its rules "Kaka" would be a word apart from
			// the Turkmen one, and rare.
			language := w.codes[i]
			if language == "en" {
				language = ""
			}
			d.words(name, language, weightName)
		}
	}
	d.placeNames(p, weightName)
	for i := range d.Fields {
		d.Fields[i].Name = true
	}
	d.facet("level", p.Level)
	for _, up := range w.Within(p.ID) {
		d.facet("place", string(up.ID))
	}
	if region := w.Region(p.ID); region != nil && region != p {
		name, _ := region.Name.In(w.at)
		d.Display["place"] = name
	}
	return d.Document
}

// placeNames indexes the name of a place and its other names. These are of any
// language and script; the rules of the document's fold what they can.
func (d *draft) placeNames(p *programme.Place, weight int) {
	d.text(p.Name, weight)
	for _, name := range p.AlternativeNames {
		d.words(name, "", weight)
	}
}

// shownPlaces is the number of places that a hit names.
const shownPlaces = 2

// places adds where something is: words, facet values of the places and of all
// they lie in, and the first names to show. The country is in no words: all is in it.
func (d *draft) places(places []*programme.Place) {
	var names []string
	named := map[programme.PlaceID]bool{}
	for _, p := range places {
		if name, _ := p.Name.In(d.w.at); len(names) < shownPlaces {
			names = append(names, name)
		} else if len(names) == shownPlaces {
			names = append(names, "…")
		}
		// What is for a whole welaýat is for its etraps.
		for _, low := range d.w.below[p.ID] {
			d.facet("place", string(low.ID))
			if !named[low.ID] && p.ID != d.w.country {
				named[low.ID] = true
				d.placeNames(low, weightText)
			}
		}
		for _, up := range d.w.Within(p.ID) {
			d.facet("place", string(up.ID))
			if !named[up.ID] && up.ID != d.w.country {
				named[up.ID] = true
				d.placeNames(up, weightText)
			}
		}
	}
	if len(names) > 0 {
		d.Display["place"] = strings.Join(names, ", ")
	}
}
