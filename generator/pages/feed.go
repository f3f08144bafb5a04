package pages

import (
	"encoding/xml"
	"iter"
	"slices"
	"time"

	"elinde/generator/downloads"
	"elinde/generator/programme"
	"elinde/generator/prose"
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
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID      string     `xml:"id"`
	Title   string     `xml:"title"`
	Updated string     `xml:"updated"`
	Links   []atomLink `xml:"link"`
	Summary string     `xml:"summary"`
}

// fed is how many services a feed tells of.
const fed = 40

// feedFile and releaseFeedFile are the addresses of the feeds.
const (
	feedFile        = "feed.xml"
	releaseFeedFile = roomReleases + "feed.xml"
)

// feeds writes <language>/feed.xml: the services that changed last, or were
// checked last where no change is recorded. Sensitive ones are not in it: a feed
// is kept by the device that reads it. Where there are statistics,
// <language>/releases/feed.xml tells of the releases that are out.
func feeds(planners []*planner) iter.Seq[site.File] {
	return func(yield func(site.File) bool) {
		for _, w := range planners {
			if !yield(site.File{Path: w.href(feedFile), Data: w.feed()}) {
				return
			}
			if w.hasFigures() && !yield(site.File{Path: w.href(releaseFeedFile), Data: w.releaseFeed()}) {
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
	var entries []atomEntry
	for _, e := range list {
		at := w.address(servicePath(e.service.ID))
		entries = append(entries, atomEntry{ID: at, Title: e.Name.T, Updated: w.midnight(changed(e.service)),
			Links: []atomLink{{Href: at}}, Summary: e.Summary.T})
	}
	return w.atom(w.say("feed_title"), feedFile, "", entries)
}

// releaseFeed tells of the releases that are out, the newest first, with their pages
// and the archives of their files.
func (w *planner) releaseFeed() []byte {
	var entries []atomEntry
	for _, r := range slices.Backward(w.stats.releases) {
		at := w.address(releasePath(r.ID))
		entries = append(entries, atomEntry{ID: at, Title: w.text(r.Title).T, Updated: w.moment(r.PublishAt).ISO, Summary: prose.Plain(w.text(r.Summary).T),
			Links: []atomLink{{Href: at}, {"enclosure", "application/zip", w.settings.BaseURL + downloads.ReleaseFolder(r.ID) + downloads.ReleaseZip(r.ID)}}})
	}
	return w.atom(w.say("nav_releases"), releaseFeedFile, roomReleases, entries)
}

// atom writes the feed at an address, of what the page at another one shows. It is as
// of its newest entry.
func (w *planner) atom(title, self, page string, entries []atomEntry) []byte {
	f := atom{Language: w.language.Code, ID: w.address(page), Title: w.title() + ": " + title, Author: w.title(), Updated: w.midnight(w.today),
		Links: []atomLink{{"self", "application/atom+xml", w.address(self)}, {"alternate", "text/html", w.address(page)}}, Entries: entries}
	if len(entries) > 0 {
		f.Updated = entries[0].Updated
	}
	data, err := xml.MarshalIndent(f, "", " ")
	if err != nil {
		panic(err) // only strings go in
	}
	return append([]byte(xml.Header), append(data, '\n')...)
}

// hasFigures reports whether there are pages of statistics.
func (w *planner) hasFigures() bool { return len(w.Indicators)+len(w.Facts) > 0 }

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
