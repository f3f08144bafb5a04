package documents

import (
	"elinde/generator/programme"
	"elinde/search"
)

// indicator is found by its name, its definition and its theme.
func (w *writer) indicator(n *programme.Indicator) search.Document {
	d := w.draft(KindIndicator, string(n.ID), "statistics/"+string(n.ID)+"/")
	d.Group += string(n.Theme)
	d.title(n.Name)
	d.text(n.Name, weightName)
	d.term("theme", "theme", n.Theme)
	d.text(n.UnitLabel, weightText)
	d.prose(n.Definition)
	d.show("summary", n.Definition)
	return d.Document
}
