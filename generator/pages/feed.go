package pages

import (
	"encoding/xml"
	"iter"
	"slices"
	"time"

	"elinde/generator/programme"
	"elinde/site"
)

// atom is an Atom feed (RFC 4287).
type atom struct {
	XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Language string      `xml:"xml:lang,attr"`
	ID       string      `xml:"id"`
	Title    string      `xml:"title"`
	Updated  string      `xml:"updated"`
	Author   string      `xml:"author>name"`
	Links    []atomLink  `xml:"link"`
	Entries  []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID      string   `xml:"id"`
	Title   string   `xml:"title"`
	Updated string   `xml:"updated"`
	Link    atomLink `xml:"link"`
	Summary string   `xml:"summary"`
}

// fed is how many services a feed tells of.
const fed = 40

// feeds writes <language>/feed.xml: the services that changed last, or were
// checked last where no change is recorded. Sensitive ones are not in it: a feed
// is kept by the device that reads it.
func feeds(planners []*planner) iter.Seq[site.File] {
	return func(yield func(site.File) bool) {
		for _, w := range planners {
			if !yield(site.File{Path: w.href("feed.xml"), Data: w.feed()}) {
				return
			}
		}
	}
}

func (w *planner) feed() []byte {
	var list []*entry
	for _, e := range w.listed.services {
		if e.service.Sensitive != programme.Yes && changed(e.service) != 0 {
			list = append(list, e)
		}
	}
	slices.SortStableFunc(list, func(a, b *entry) int { return int(changed(b.service)) - int(changed(a.service)) })
	list = list[:min(fed, len(list))]
	f := atom{Language: w.language.Code, ID: w.address(""), Title: w.title() + ": " + w.say("feed_title"), Author: w.title(),
		Updated: w.midnight(w.today), Links: []atomLink{{"self", w.address("feed.xml")}, {"alternate", w.address("")}}}
	if len(list) > 0 {
		f.Updated = w.midnight(changed(list[0].service))
	}
	for _, e := range list {
		at := w.address(servicePath(e.service.ID))
		f.Entries = append(f.Entries, atomEntry{ID: at, Title: e.Name.T, Updated: w.midnight(changed(e.service)),
			Link: atomLink{Href: at}, Summary: e.Summary.T})
	}
	data, err := xml.MarshalIndent(f, "", " ")
	if err != nil {
		panic(err) // only strings go in
	}
	return append([]byte(xml.Header), append(data, '\n')...)
}

// address is absolute, or relative to the root where the site's address on the
// web is not known.
func (w *planner) address(rest string) string { return w.settings.BaseURL + w.href(rest) }

func changed(s *programme.Service) programme.Date {
	if s.Modified != 0 {
		return s.Modified
	}
	return s.LastVerified
}

// midnight gives the beginning of a day in the country.
func (w *planner) midnight(d programme.Date) string {
	t := d.Time()
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, w.settings.Zone()).Format(time.RFC3339)
}
