package pages

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"iter"
	"strconv"
	"strings"
	"sync"

	"elinde/generator/ledger"
	"elinde/generator/paper"
	"elinde/generator/programme"
	"elinde/site"
)

// Indexer packs a search index of some documents for a file that carries it
// inside, as static.Pack does: of a language, with the addresses of the documents
// by their ids ("service/day-care" → "#s-day-care").
type Indexer func(language string, addresses map[string]string) ([]byte, error)

// carried is a region's directory. How large its file is stands beside the link, so it
// is made before the first page, unless the size of one made from the same is known.
type carried struct {
	*region
	key  []byte // of all that it is made from; nil where that is not known
	size int
	made func() (whole, error)
}

// whole is a region's directory as HTML, and in the file that one carries away.
type whole struct {
	body string
	data []byte
}

// again gives what was made, or could be, from the same before.
func (c *carried) again() whole {
	made, err := c.made()
	if err != nil {
		panic(err)
	}
	return made
}

// Addresses of what is carried away, under the language's folder.
func bookletPath(id programme.PlaceID) string { return roomOffline + string(id) + "/" }
func (w *planner) filePath(id programme.PlaceID) string {
	return roomOffline + string(id) + "." + w.language.Code + ".html"
}

// carry makes what is carried away in all languages. Regions are independent.
func carry(planners []*planner, index Indexer) error {
	var group sync.WaitGroup
	for _, w := range planners {
		parts, err := paper.ReadParts(w.theme)
		if err != nil {
			return err
		}
		t, err := paper.Read(w.theme, paper.Words{Say: func(key string) string { return w.say(key) }, From: w.from()})
		if err != nil {
			return err
		}
		places := w.regions()
		all, failed := make([]*carried, len(places)), make([]error, len(places))
		for i, p := range places {
			group.Go(func() {
				all[i], failed[i] = w.carry(p, t, parts, index)
			})
		}
		group.Wait()
		for i, err := range failed { // the first in order, whichever came first
			if err != nil {
				return fmt.Errorf("cannot make the file of %q in %s: %w", places[i].ID, w.language.Code, err)
			}
		}
		for _, c := range all {
			if c != nil {
				w.carried = append(w.carried, c)
			}
		}
	}
	return nil
}

func (w *planner) carry(p *programme.Place, t *paper.Template, parts paper.Parts, index Indexer) (*carried, error) {
	r, tooMany := w.regionOf(p)
	if tooMany && w.tooLarge != nil && w.at == 0 { // the same in all languages
		w.tooLarge(p)
	}
	if r == nil {
		return nil, nil
	}
	c := &carried{region: r, key: w.regionKey(r), made: sync.OnceValues(func() (whole, error) { return w.makeRegion(r, t, parts, index) })}
	known := ledger.Key(sha256.Sum256(append([]byte("the size of "), c.key...)))
	if size, ok := w.ledger.Find(known); ok && c.key != nil {
		c.size, _ = strconv.Atoi(string(size))
		return c, nil
	}
	made, err := c.made()
	if c.size = len(made.data); err == nil && c.key != nil {
		w.ledger.Keep(known, strconv.AppendInt(nil, int64(c.size), 10))
	}
	return c, err
}

// regionKey is the fingerprint of all that the directory of a region is made from: all
// but services, and of these the rows that it shows.
func (w *planner) regionKey(r *region) []byte {
	if w.rest == nil {
		return nil
	}
	sum := sha256.New()
	fmt.Fprintf(sum, "%x %q %q %t", w.rest, w.language.Code, r.place.ID, w.indexed)
	for _, c := range r.Chapters {
		fmt.Fprintf(sum, "\n%q", c.ID)
		for _, e := range c.entries {
			row, next := w.graph.of[e.service.ID].row, w.Sums()[e.service.SuccessorID]
			sum.Write(row[:])
			sum.Write(next[:])
		}
	}
	return sum.Sum(nil)
}

// makeRegion makes the directory of a region.
func (w *planner) makeRegion(r *region, t *paper.Template, parts paper.Parts, index Indexer) (made whole, err error) {
	w.fill(r)
	if made.body, err = t.Body("region.html", r); err != nil {
		return made, err
	}
	f := paper.File{Parts: parts, Language: w.language.Code, Direction: w.language.Direction, Site: w.title(), Body: made.body,
		Heading: w.say("paper_title", "place", r.Name.T), AsOf: w.sentenceDay(w.today), Check: w.sentenceDay(w.bookletCheck())}
	f.Title = f.Heading + " · " + f.Site
	if w.settings.BaseURL != "" {
		f.Address = w.settings.BaseURL + w.href(roomOffline)
	}
	if w.settings.Illustration {
		f.Note = w.say("illustration_banner")
	}
	if index != nil {
		if f.Index, err = index(w.language.Code, w.carriedDocuments(r)); err != nil {
			return made, err
		}
		found, err := json.Marshal(w.forms("search_found"))
		if err != nil {
			return made, err
		}
		f.Found = string(found)
		f.Lines, f.Dangers = r.Lines, strings.Join(w.dangers(), " ")
	}
	made.data, err = f.Bytes(t)
	return made, err
}

// carriedOf gives what can be carried away of a region, nil for other places.
func (w *planner) carriedOf(p *programme.Place) *carried {
	for _, c := range w.carried {
		if c.place == p {
			return c
		}
	}
	return nil
}

// offlineOf links where the region of a service is kept on a device; nil where it has
// none that can be carried away.
func (w *planner) offlineOf(s *programme.Service) *link {
	for _, p := range w.graph.of[s.ID].near {
		if r := w.Region(p.ID); r != nil {
			if c := w.carriedOf(r); c != nil {
				return &link{Href: w.href(roomOffline) + "#r-" + string(r.ID), text: c.Name}
			}
		}
	}
	return nil
}

// carriedDocuments gives the documents of a region's index and where they stand in its file.
func (w *planner) carriedDocuments(r *region) map[string]string {
	at := map[string]string{}
	for _, s := range r.services {
		at["service/"+string(s.ID)] = "#" + serviceAnchor(s.ID)
	}
	for i := range w.Helplines {
		at["helpline/"+w.Helplines[i].ID] = "#helplines"
	}
	for _, c := range r.Chapters {
		at["place/"+c.ID[len("p-"):]] = "#" + c.ID
	}
	return at
}

// bookletCheck is the day after which a booklet is to be looked at again: it holds
// many records, of which some are due each week, so it lasts half as long as one.
func (w *planner) bookletCheck() programme.Date {
	if w.settings.StaleAfterDays == 0 {
		return 0
	}
	return w.today.AddDays(w.settings.StaleAfterDays / 2)
}

// sentenceDay writes a day with the full stop after it; "" for none.
func (w *planner) sentenceDay(d programme.Date) string {
	v := w.day(d)
	if v == nil {
		return ""
	}
	return v.T + v.Stop
}

// offlinePage is what the layout "offline" reads.
type offlinePage struct {
	frame
	Intro   text          `json:"intro"`
	Regions []offlineItem `json:"regions"`
	Size    string        `json:"size"` // "{n} KB", for what the script measures
}

// offlineItem is what can be carried away of a region.
type offlineItem struct {
	Region  string `json:"region"`
	Name    text   `json:"name"`
	Total   string `json:"total"`
	Booklet string `json:"booklet"`
	File    string `json:"file"`
	Size    string `json:"size"`
	Save    string `json:"save"` // name under which the file is saved
}

// booklet is what the layout "booklet" reads.
type booklet struct {
	frame
	Body  passage     `json:"body"`
	Code  *paper.Code `json:"code,omitempty"`
	Link  string      `json:"link,omitempty"` // of the current version
	Check *day        `json:"check,omitempty"`
	Total string      `json:"total"`
	File  offlineItem `json:"file"`
}

// offlinePages plans the page that lists what can be carried away, and a booklet
// a region.
func (w *planner) offlinePages() iter.Seq[site.Page] {
	return func(yield func(site.Page) bool) {
		if len(w.carried) == 0 {
			return
		}
		v := offlinePage{frame: frame{Heading: text{T: w.say("offline_title")}, Description: w.say("offline_lead"), Crumbs: w.crumbs()},
			Intro: text{T: w.say("offline_lead")}, Size: w.say("size_kb", "n", "{n}") + "|" + w.say("size_mb", "n", "{n}", "tenths", "{tenths}")}
		for _, c := range w.carried {
			v.Regions = append(v.Regions, w.offlineItem(c))
		}
		if !yield(w.page("offline", roomOffline, v.Heading.T, v)) {
			return
		}
		for _, c := range w.carried {
			if !yield(w.bookletPage(c)) {
				return
			}
		}
	}
}

func (w *planner) offlineItem(c *carried) offlineItem {
	id := c.place.ID
	return offlineItem{Region: string(id), Name: c.Name, Total: c.Total, Booklet: w.href(bookletPath(id)), File: w.href(w.filePath(id)), Size: w.kilobytes(c.size),
		Save: fmt.Sprintf("%s-%s-%s.html", id, w.language.Code, w.today)}
}

func (w *planner) bookletPage(c *carried) site.Page {
	p := w.page("booklet", bookletPath(c.place.ID), w.say("paper_title", "place", c.Name.T), nil)
	p.Key, p.Long, p.Keep = c.key, true, true
	return w.late(p, func() any { return w.booklet(c) })
}

func (w *planner) booklet(c *carried) booklet {
	v := booklet{Body: passage{HTML: c.again().body}, Total: c.Total, Check: w.day(w.bookletCheck()), File: w.offlineItem(c)}
	v.frame = frame{Heading: text{T: w.say("paper_title", "place", c.Name.T)}, Description: w.say("paper_description", "place", c.Name.T),
		Crumbs: w.crumbs(w.room("offline_title", roomOffline))}
	if w.settings.BaseURL != "" {
		v.Link = w.settings.BaseURL + v.File.Booklet
		v.Code, _ = paper.QR(v.Link)
	}
	return v
}

// kilobytes writes the size of a file as its reader's device shows it.
func (w *planner) kilobytes(n int) string {
	if kb := (n + 1023) / 1024; kb < 1024 {
		return w.say("size_kb", "n", strconv.Itoa(kb))
	}
	tenths := (n*10 + 1<<20 - 1) >> 20
	return w.say("size_mb", "n", strconv.Itoa(tenths/10), "tenths", strconv.Itoa(tenths%10))
}

// offlineFiles are the single files of all languages.
func offlineFiles(planners []*planner) iter.Seq[site.File] {
	return func(yield func(site.File) bool) {
		for _, w := range planners {
			for _, c := range w.carried {
				f := site.File{Path: w.href(w.filePath(c.place.ID))}
				if c.key == nil {
					f.Data = c.again().data
				} else {
					f.Key, f.Make = append([]byte("file "), c.key...), func() []byte { return c.again().data }
				}
				if !yield(f) {
					return
				}
			}
		}
	}
}
