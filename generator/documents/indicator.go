package documents

import (
	"elinde/generator/programme"
	"elinde/search"
)

// indicator is found by its name, its theme, what it counts and how.
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
	d.show("summary", n.Definition)
	return d.Document
}
