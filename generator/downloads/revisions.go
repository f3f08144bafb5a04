package downloads

import (
	"slices"

	"elinde/generator/revision"
	"elinde/generator/series"
)

// revisions lists what releases told otherwise than those before them, a figure a row:
// what readers were told before and since. A figure that was or is withheld has no
// value on that side, and its status says so.
func (h *shelf) revisions(list []revision.Revision) []byte {
	t := newSheet(h.codes)
	names := []string{"release_id", "released", "before_release_id", "key", "freq", "ref_area", "indicator"}
	for _, d := range h.dimensions() {
		names = append(names, d.column)
	}
	t.head(append(names, "time_period", "change", "value_before", "obs_status_before", "symbol_before", "obs_value", "obs_status", "symbol", "reason[L]")...)
	for i := range list {
		r := list[i]
		t.word(string(r.Release))
		t.word(h.day(h.Release[r.Release]))
		t.word(string(r.Before))
		t.word(r.Key)
		t.word(r.Cell.Freq)
		t.word(string(r.Cell.Area))
		t.word(string(r.Indicator))
		for _, d := range h.dimensions() {
			t.word(string(r.Cell.Member(d.id, h.extra)))
		}
		t.word(r.Cell.Period)
		t.word(string(r.Kind))
		t.told(r.Old)
		if r.Kind == revision.Changed { // as the figures of the release themselves say
			r.New.Symbols = append(slices.Clone(r.New.Symbols), series.RevisedFigure)
		}
		t.told(r.New)
		t.text(r.Reason)
		t.end()
	}
	return t.bytes()
}

// told adds what a release said of a figure.
func (t *sheet) told(x revision.Told) {
	t.amount(x.Value)
	t.list(x.Status)
	t.word(symbols(x.Symbols))
}

// allRevisions lists those of all releases that are out, the oldest first.
func (h *shelf) allRevisions() []byte {
	var all []revision.Revision
	for _, r := range h.out {
		all = append(all, h.log.OfRelease(r.ID)...)
	}
	return h.revisions(all)
}

// changeKey gives the key of the words for a kind of revision.
func changeKey(k revision.Kind) string {
	if k == revision.Confirmed || k == revision.Remarked { // pages say these in a sentence
		return "code_change_" + string(k)
	}
	return "revised_" + string(k)
}
