package pipeline

import "elinde/generator/disclosure"

// Spelled gives the report on withheld figures with each key as the export writes it,
// so that it can be copied into a table: the report has the total also where a
// dimension does not apply.
func (c *Checked) Spelled(cells []disclosure.WithheldCell) []disclosure.WithheldCell {
	if c.set == nil || len(cells) == 0 {
		return cells
	}
	written := map[string]string{}
	each := func(w *disclosure.WithheldCell, do func(*string)) {
		do(&w.Key)
		if w.For != "" {
			do(&w.For)
		}
		for _, sum := range w.Sums {
			for i := range sum {
				do(&sum[i])
			}
		}
	}
	for i := range cells {
		each(&cells[i], func(key *string) { written[*key] = *key })
	}
	x := c.set.Index()
	for i := range x.Observations {
		key := disclosure.KeyOf(&x.Observations[i])
		if _, wanted := written[key]; wanted {
			written[key] = x.Observations[i].Key()
		}
	}
	spelled := make([]disclosure.WithheldCell, len(cells))
	for i, w := range cells {
		sums := w.Sums
		w.Sums = nil
		for _, sum := range sums {
			w.Sums = append(w.Sums, append([]string{}, sum...))
		}
		each(&w, func(key *string) { *key = written[*key] })
		spelled[i] = w
	}
	return spelled
}
