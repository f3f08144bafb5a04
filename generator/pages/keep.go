package pages

import (
	"encoding/json"
	"iter"
	"slices"
	"strings"

	"elinde/generator/programme"
	"elinde/site"
)

// packs is <language>/offline/packs.json: what a device keeps of each region when
// its owner asks for it. The theme's keep.js and sw.js read it.
type packs struct {
	Date    string          `json:"date"` // of the data, in words
	Note    string          `json:"note"` // above a page that is shown from the device
	Regions map[string]pack `json:"regions"`
}

// pack is the files of a region: addresses of pages and other files, and their
// bytes as they lie on the device.
type pack struct {
	Bytes int64    `json:"bytes"`
	Files []string `json:"files"`
}

// keepable reports whether a device may keep a page when somebody has asked to
// keep what they see. Kinds of pages are named one by one, so that a new one is
// kept only once somebody has thought of it. Nothing sensitive may be kept: no
// page with the way out, none that lists a sensitive service.
func (w *planner) keepable(params any) bool {
	switch v := params.(type) {
	case home, helplinePage, offlinePage, booklet:
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

// packFiles writes the packs of all languages once the sizes of all other files
// are known.
func packFiles(planners []*planner, sizes map[string]int64) iter.Seq[site.File] {
	return func(yield func(site.File) bool) {
		var look []string
		for file := range sizes {
			if strings.HasPrefix(file, "assets/") || file == "icon.svg" {
				look = append(look, file)
			}
		}
		slices.Sort(look)
		for _, w := range planners {
			if len(w.carried) == 0 {
				continue
			}
			v := packs{Date: w.sentenceDay(w.today), Note: w.say("kept_note", "date", w.sentenceDay(w.today)), Regions: map[string]pack{}}
			for _, c := range w.carried {
				v.Regions[string(c.place.ID)] = w.pack(c, look, sizes)
			}
			data, err := json.Marshal(v)
			if err != nil {
				panic(err) // only strings and numbers go in
			}
			if !yield(site.File{Path: w.href(roomOffline + "packs.json"), Data: data}) {
				return
			}
		}
	}
}

// pack lists what a device keeps of a region: the ways in, the page of the reader's list, the booklet, the single
// file, which has the search, and the pages of its services.
func (w *planner) pack(c *carried, look []string, sizes map[string]int64) pack {
	var p pack
	add := func(path string) {
		file := path
		if strings.HasSuffix(path, "/") {
			file += "index.html"
		}
		if size, ok := sizes[file]; ok {
			p.Files, p.Bytes = append(p.Files, path), p.Bytes+size
		}
	}
	for _, path := range []string{"", roomHelplines, roomSaved, roomOffline, bookletPath(c.place.ID), w.filePath(c.place.ID)} {
		add(w.href(path))
	}
	for _, s := range c.services {
		if w.keepsService(s) {
			add(w.href(servicePath(s.ID)))
		}
	}
	for _, file := range look {
		add(file)
	}
	return p
}
