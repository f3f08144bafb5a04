package pages

import (
	"iter"
	"slices"
	"strings"

	"elinde/generator/programme"
	"elinde/site"
)

// packs is <language>/offline/packs.json: what a device may keep. The theme's keep.js
// and sw.js read it.
type packs struct {
	Date    string              `json:"date"` // of the data, in words
	Note    string              `json:"note"` // above a page that is shown from the device
	Away    string              `json:"away"` // beside a link to a page that is not
	Regions map[string]packSize `json:"regions"`
}

// packSize is how many bytes a pack takes on the device.
type packSize struct {
	Bytes int64 `json:"bytes"`
}

// pack is <language>/offline/<region>.json, and list.json for those who save single
// services: addresses of pages and other files, and what answers for some that are
// not kept.
type pack struct {
	Files   []string          `json:"files"`
	Instead map[string]string `json:"instead"`

	bytes int64
}

// keepable reports whether a device may keep a page when somebody has asked to
// keep what they see. Kinds of pages are named one by one, so that a new one is
// kept only once somebody has thought of it. Nothing sensitive may be kept: no
// page with the way out, none that lists a sensitive service.
func (w *planner) keepable(params any) bool {
	switch v := params.(type) {
	case home, helplinePage, offlinePage, booklet, findPage, checker:
		return true
	case list:
		return w.harmlessList(v)
	case provider:
		return w.harmlessList(v.list)
	}
	return false
}

// keepsService is keepable for the page of a service, which names similar ones.
func (w *planner) keepsService(s *programme.Service) bool {
	for _, other := range w.graph.of[s.ID].similar {
		if w.private(other) {
			return false
		}
	}
	return !w.private(s)
}

func (w *planner) harmlessList(v list) bool {
	for _, p := range v.Parts {
		if !w.harmless(p.Entries) {
			return false
		}
	}
	return !v.Exit
}

func (w *planner) harmless(entries []*entry) bool {
	for _, e := range entries {
		if w.private(e.service) {
			return false
		}
	}
	return true
}

// remember notes which pages may be kept, before the packs are made.
func (w *planner) remember(pages iter.Seq[site.Page]) iter.Seq[site.Page] {
	return func(yield func(site.Page) bool) {
		for p := range pages {
			if p.Keep {
				w.kept.Store(p.Path, true)
			}
			if !yield(p) {
				return
			}
		}
	}
}

// packFiles writes the packs of all languages once the sizes of all other files
// are known.
func packFiles(planners []*planner, sizes map[string]int64) iter.Seq[site.File] {
	return func(yield func(site.File) bool) {
		for _, w := range planners {
			if len(w.listed.open) == 0 {
				continue
			}
			v := packs{Date: w.sentenceDay(w.today), Note: w.say("kept_note", "date", w.sentenceDay(w.today)), Away: w.say("kept_away"), Regions: map[string]packSize{}}
			list := w.newPack(sizes)
			list.look()
			if !yield(w.encoded(roomOffline+"list.json", list.pack)) {
				return
			}
			for _, c := range w.carried {
				p := w.pack(c, sizes)
				v.Regions[string(c.place.ID)] = packSize{p.bytes}
				if !yield(w.encoded(roomOffline+string(c.place.ID)+".json", p)) {
					return
				}
			}
			if !yield(w.encoded(roomOffline+"packs.json", v)) {
				return
			}
		}
	}
}

// packer fills a pack with what the tree has.
type packer struct {
	pack
	*planner
	sizes map[string]int64
}

// newPack begins a pack with what each one has: the helplines, the reader's list and
// the page that says what is kept.
func (w *planner) newPack(sizes map[string]int64) *packer {
	p := &packer{planner: w, sizes: sizes, pack: pack{Instead: map[string]string{}}}
	p.add(roomHelplines, roomSaved, roomOffline)
	return p
}

// add takes pages and files, as far as the tree has them and they may be kept.
func (p *packer) add(paths ...string) {
	for _, path := range paths {
		path = p.href(path)
		file := path
		if strings.HasSuffix(path, "/") {
			if _, may := p.kept.Load(path); !may {
				continue
			}
			file += "index.html"
		}
		if size, ok := p.sizes[file]; ok && !slices.Contains(p.Files, path) {
			p.Files, p.bytes = append(p.Files, path), p.bytes+size
		}
	}
}

// list takes all slices of a list; false where its first may not be kept.
func (p *packer) list(rest string) bool {
	if _, may := p.kept.Load(p.href(rest)); !may {
		return false
	}
	p.add(rest)
	for n := 2; ; n++ {
		slice := slicePath(rest, n)
		if _, may := p.kept.Load(p.href(slice)); !may {
			return true
		}
		p.add(slice)
	}
}

// look takes style sheets, scripts and icons.
func (p *packer) look() {
	var files []string
	for file := range p.sizes {
		if strings.HasPrefix(file, "assets/") || file == "icon.svg" || file == "icons.svg" {
			files = append(files, file)
			p.bytes += p.sizes[file]
		}
	}
	slices.Sort(files)
	p.Files = append(p.Files, files...)
}

// pack lists what a device keeps of a region: the ways in, the booklet, the single
// file, which has the search, the filters, the checker, the region's lists, its
// services and who provides them. Pages of the whole country are answered by those of
// the region, and a list with a service that may not be kept by the booklet.
func (w *planner) pack(c *carried, sizes map[string]int64) pack {
	p := w.newPack(sizes)
	region, booklet := c.place, bookletPath(c.place.ID)
	p.add("", booklet, w.filePath(region.ID), roomNeeds, roomGroups, roomPlaces, roomReport, roomFind, roomFind+string(region.ID)+".json",
		roomEligibility, rulesFile, whereKeptFile)
	p.add(w.keptWritten...)
	p.Instead[w.href(whereFile)] = w.href(whereKeptFile)
	p.Instead[w.href(roomSearch)] = w.href(w.filePath(region.ID))
	p.Instead[w.href(roomServices)] = w.href(booklet)
	for _, scheme := range []string{"need", "target_group"} {
		for _, t := range w.scheme(scheme) {
			if !w.asksForPlace(t) {
				p.list(termPath(t))
			} else if at := regionPath(t, region); p.list(at) {
				p.Instead[w.href(termPath(t))] = w.href(at)
			}
		}
	}
	chapters := map[string]bool{}
	for _, chapter := range c.Chapters {
		chapters[chapter.ID] = true
	}
	for _, place := range append(w.placesIn(region.ID), region) {
		if p.list(placePath(place.ID)) {
			continue
		}
		at := w.href(booklet)
		if id := placeAnchor(place.ID); chapters[id] && place != region {
			at += "#" + id
		}
		p.Instead[w.href(placePath(place.ID))] = at
	}
	for _, s := range c.services {
		p.add(servicePath(s.ID))
		p.list(providerPath(s.ProviderID))
	}
	p.look()
	return p.pack
}

// whereKeptFile is whereFile as a device keeps it.
const whereKeptFile = roomEligibility + "kept.json"

// whereKept is whereOfSite without sensitive services.
func (w *planner) whereKept() whereOfSite {
	private := map[string]bool{"": true} // a sensitive one has no address there
	for _, e := range w.listed.services {
		private[e.Href] = w.private(e.service)
	}
	v := w.whereOfSite()
	v.Services = slices.DeleteFunc(v.Services, func(s whereService) bool { return private[s.Href] })
	return v
}
