package pages

import (
	"strconv"

	"elinde/generator/disclosure"
	"elinde/generator/downloads"
	"elinde/site"
)

const roomWithheld = "withheld/"

// withheldPage explains in plain words why figures are withheld, and says of each
// release what anybody may know of its protection: sums alone.
type withheldPage struct {
	frame
	Parts    []explained `json:"parts"`
	Releases []certified `json:"releases,omitempty"`
	Method   string      `json:"method"`
	File     file        `json:"file"`
	Report   *link       `json:"report,omitempty"`
}

// explained is a question with its answer.
type explained struct {
	Name string `json:"name"`
	T    string `json:"t"`
}

// certified is a release in the table, its numbers written out.
type certified struct {
	link
	Tables    string `json:"tables"`
	Figures   string `json:"figures"`
	Withheld  string `json:"withheld"`
	Narrowest string `json:"narrowest,omitempty"`
}

func (w *planner) withheldPage() site.Page {
	p := withheldPage{Method: w.say("withheld_method", "version", strconv.Itoa(disclosure.MethodVersion)),
		File: file{Href: downloads.Folder + downloads.Disclosure, Format: "JSON", T: w.say("withheld_file")}}
	for _, part := range []string{"small", "others", "block", "same", "checked", "limits"} {
		p.Parts = append(p.Parts, explained{w.say("withheld_" + part), w.say("withheld_" + part + "_text")})
	}
	for _, c := range w.stats.certificates {
		r := w.Release[c.Release]
		if r == nil {
			continue
		}
		row := certified{link: link{Href: w.href(releasePath(r.ID)), text: w.text(r.Title)}, Tables: w.whole(c.Tables), Figures: w.whole(c.Figures), Withheld: w.whole(c.Withheld)}
		if c.Narrowest != nil {
			row.Narrowest = w.localNumber(strconv.FormatInt(*c.Narrowest, 10))
		}
		p.Releases = append(p.Releases, row)
	}
	if len(w.Services)+len(w.Providers) > 0 {
		l := w.room("report_title", roomReport)
		p.Report = &l
	}
	p.frame = frame{Heading: text{T: w.say("withheld_title")}, Description: w.say("withheld_lead"), Section: "statistics",
		Crumbs: w.crumbs(w.room("nav_statistics", roomStatistic))}
	return w.page("withheld", roomWithheld, p.Heading.T, p)
}
