package pages

import (
	"iter"

	"elinde/site"
)

const roomReport = "report/"

// reportPages plans the page that reports an error in a record, by mail, telephone
// or on paper. It is one for the whole site: its script reads the record's id
// behind "#record=", and without a script the id is written by hand.
func (w *planner) reportPages() iter.Seq[site.Page] {
	return func(yield func(site.Page) bool) {
		if len(w.Services)+len(w.Providers) == 0 {
			return
		}
		p := w.page("report", roomReport, w.say("report_title"), list{frame: frame{Heading: text{T: w.say("report_title")}, Description: w.say("report_lead"), Crumbs: w.crumbs()}})
		p.NoIndex = true
		yield(p)
	}
}
