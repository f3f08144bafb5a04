package disclosure

import (
	"elinde/generator/finding"
	"elinde/generator/programme"
)

// told is a figure of a release.
type told struct {
	key    string
	area   programme.PlaceID
	period string
	splits int    // dimensions in which it is a part
	value  string // canonical
	shown  bool
}

// ofReleases holds the words of each release against its own figures: one that is
// withheld must not stand in them, and a headline number is one that is published.
// It is made for each check and goes with it.
type ofReleases struct {
	*prose
	own       map[programme.IndicatorID][]told // of the release that is looked at
	published map[string]bool                  // all values, of any release
}

// releases gives what is wrong with the words of releases.
func (p *prose) releases(d decided, to *programme.Tables) []finding.Finding {
	own := map[programme.ReleaseID]map[programme.IndicatorID][]told{}
	look := ofReleases{prose: p, published: map[string]bool{}}
	for row := range d.rows {
		o := &d.rows[row]
		if !o.Value.Set() {
			continue
		}
		if own[o.ReleaseID] == nil {
			own[o.ReleaseID] = map[programme.IndicatorID][]told{}
		}
		s := slotOf(o)
		t := told{s.String(), s.area, s.period, s.splits(), canonical(o.Value.Text), !d.blank[row]}
		own[o.ReleaseID][o.Indicator] = append(own[o.ReleaseID][o.Indicator], t)
		if t.shown {
			look.published[t.value] = true
		}
	}
	for i := range to.Facts {
		look.published[canonical(to.Facts[i].Value.Text)] = true
	}
	var found []finding.Finding
	for i := range to.Releases {
		r := &to.Releases[i]
		look.own = own[r.ID]
		for _, column := range []string{"note_on_revisions", "summary"} {
			text := r.Summary
			if column != "summary" {
				text = r.NoteOnRevisions
			}
			for l := range min(len(text), len(p.codes)) {
				for _, s := range sentence.Split(text[l], -1) {
					for _, f := range look.sentence(s, l, column == "summary") {
						f.File, f.Line, f.Column = r.File, r.Line, column+"_"+p.codes[l]
						f.Args["release"] = string(r.ID)
						found = append(found, f)
					}
				}
			}
		}
	}
	return found
}
