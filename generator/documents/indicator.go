package documents

import (
	"elinde/generator/programme"
	"elinde/search"
)

// indicator is found by its name, its theme, what it counts and how, by the words for
// figures (the term "indicator" of the scheme "kind") and by the regions it tells of.
func (w *writer) indicator(n *programme.Indicator) search.Document {
	theme := w.Term["theme"][n.Theme]
	d := w.draft(KindIndicator, string(n.ID), w.paths.Indicator(n, theme != nil && theme.Sensitive == programme.Yes))
	d.Group += string(n.Theme)
	d.title(n.Name)
	d.name(n.Name, weightWords)
	d.term("theme", "theme", n.Theme)
	for _, id := range n.AlsoThemes {
		d.term("theme", "theme", programme.TermID(id))
	}
	d.text(n.UnitLabel, weightText)
	d.prose(n.Definition)
	d.prose(n.Method)
	d.text(n.Source, weightText)
	// Who asks "how many" asks for figures.
	if t := w.Term["kind"][KindIndicator]; t != nil {
		d.termWords(t)
	}
	for _, p := range w.Children[w.country] {
		if w.told[n.ID][p.ID] {
			d.placeNames(p, weightText)
		}
	}
	d.show("summary", n.Definition)
	return d.Document
}
