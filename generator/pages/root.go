package pages

import (
	"iter"

	"elinde/site"
)

// choice is a language as the root page offers it.
type choice struct {
	Lang   string `json:"lang"`
	Dir    string `json:"dir"`
	Name   string `json:"name"`
	Href   string `json:"href"`
	Title  string `json:"title"`
	Lead   string `json:"lead"`
	Notice string `json:"notice,omitempty"`
}

// root is what the layout "root" reads.
type root struct {
	frame
	Missing bool     `json:"missing,omitempty"` // an address that is not there
	Choices []choice `json:"choices"`
}

// rootPages plans the choice of the language, and the page for a missing address
// whose language nobody can tell. Nothing is chosen for the reader: the language
// of a device is often not that of its owner.
func rootPages(planners []*planner) iter.Seq[site.Page] {
	return func(yield func(site.Page) bool) {
		source := planners[0]
		v := root{frame: frame{Heading: text{T: source.title()}, Description: source.say("home_lead")}}
		gone := root{frame: frame{Heading: text{T: source.say("not_found")}}, Missing: true}
		for _, w := range planners {
			c := choice{Lang: w.language.Code, Dir: w.language.Direction, Name: w.language.Name, Href: w.href(""),
				Title: w.title(), Lead: w.say("home_lead")}
			if source.settings.Illustration {
				c.Notice = w.say("illustration_banner")
			}
			gone.Choices = append(gone.Choices, c)
			gone.Choices[len(gone.Choices)-1].Lead = w.say("not_found")
			v.Choices = append(v.Choices, c)
		}
		if yield(site.Page{Path: "", Layout: "root", Language: source.language.Code, Title: source.title(), Params: v}) {
			yield(site.Page{Path: "404.html", Layout: "root", Language: source.language.Code, Title: source.say("not_found"),
				Params: gone, NoIndex: true, Absolute: true})
		}
	}
}

// missingPages plans the page for an address that is not there.
func (w *planner) missingPages() iter.Seq[site.Page] {
	return func(yield func(site.Page) bool) {
		p := w.page("missing", "404.html", w.say("not_found"), list{
			frame: frame{Heading: text{T: w.say("not_found")}}, Intro: &text{T: w.say("not_found_text")}})
		p.NoIndex, p.Absolute = true, true
		yield(p)
	}
}
