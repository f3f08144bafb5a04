package pages

import (
	"encoding/json"
	"iter"
	"math"
	"slices"
	"strconv"

	"elinde/generator/eligibility"
	"elinde/generator/programme"
	"elinde/site"
)

// rulesOfSite is the file of rules of a language.
type rulesOfSite struct {
	eligibility.File
	Sources map[string]link `json:"sources"` // by the origin of a rule
}

// kindOfService is what the file says of the services of a set of rules.
type kindOfService struct {
	Name      any              `json:"n"`
	Href      string           `json:"href"`
	Documents []documentOfKind `json:"docs,omitempty"`
	Sensitive bool             `json:"s,omitempty"`     // not printed, and its services are not in the file of places
	Lines     []helpline       `json:"lines,omitempty"` // whom to call, of a sensitive one
	Family    int              `json:"f,omitempty"`     // 1: one speaks with the family, -1: none does without consent, 0: not known
}

// documentOfKind is a document, and the answers that spare it.
type documentOfKind struct {
	Name   any                    `json:"n"`
	Spared []eligibility.FileTest `json:"x,omitempty"`
}

// whereOfSite is the file of places and of the services in use that have rules.
// It is loaded whole and before anything is asked, so that no request tells what
// was answered.
type whereOfSite struct {
	Places   []wherePlace   `json:"places"` // in table order, as the rules number them
	Services []whereService `json:"services"`
}

type wherePlace struct {
	Name   any `json:"n,omitempty"`  // "" : no longer in force
	Parent int `json:"up,omitempty"` // number of the place it lies in, from 1; 0: none
	// Point is in the place, as tenths of degrees: enough to find what is nearest.
	Point []json.Number `json:"x,omitempty"`
}

type whereService struct {
	Set    int    `json:"k"`
	Name   any    `json:"n"`
	Href   string `json:"href,omitempty"` // none of a sensitive one
	Phone  string `json:"p,omitempty"`
	Tel    string `json:"t,omitempty"`
	Places []int  `json:"at"`
}

// checkerFiles makes the files that the checker reads.
func checkerFiles(planners []*planner) iter.Seq[site.File] {
	return func(yield func(site.File) bool) {
		for _, w := range planners {
			if len(w.rules.Sets) == 0 {
				return
			}
			if !yield(w.encoded(rulesFile, w.rulesOfSite())) || !yield(w.encoded(whereFile, w.whereOfSite())) || !yield(w.encoded(whereKeptFile, w.whereKept())) {
				return
			}
		}
	}
}

func (w *planner) encoded(path string, v any) site.File {
	data, err := json.Marshal(v)
	if err != nil {
		panic(err) // only strings, numbers and booleans go in
	}
	return site.File{Path: w.href(path), Data: data}
}

func (w *planner) rulesOfSite() rulesOfSite {
	v := rulesOfSite{Sources: map[string]link{}}
	services := map[*eligibility.Set][]*programme.Service{}
	for _, e := range w.listed.services {
		if set := w.rules.SetOf(e.service); open(e.service) {
			services[set] = append(services[set], e.service)
		}
	}
	v.File = w.rules.Export(w.short, func(set *eligibility.Set) any { return w.kindOfService(set, services[set]) },
		func(h *programme.Helpline) any { return w.lineOf(h) })
	for _, set := range w.rules.Sets {
		for _, r := range set.Rules {
			if l := w.origin(r.Origin); l != nil {
				v.Sources[r.Origin] = *l
			}
		}
	}
	return v
}

// short is a text as the files hold it: a string where it is in the page's
// language.
func (w *planner) short(t programme.Text) any { return bare(w.text(t)) }

func bare(t text) any {
	if t.L == "" {
		return t.T
	}
	return t
}

func (w *planner) kindOfService(set *eligibility.Set, services []*programme.Service) kindOfService {
	l := w.kindOf(set)
	v := kindOfService{Name: bare(l.text), Href: l.Href}
	if t := w.Term["service_type"][set.ServiceType]; t != nil {
		v.Sensitive = t.Sensitive == programme.Yes
	}
	var documents programme.List
	discreet := 0 // services that ask before they speak with a family
	groups := map[string]bool{}
	for _, s := range services {
		v.Sensitive = v.Sensitive || s.Sensitive == programme.Yes
		switch s.SpeaksWithFamily {
		case programme.Yes:
			v.Family = 1
		case programme.No:
			discreet++
		}
		for _, g := range s.TargetGroups {
			groups[g] = true
		}
		for _, d := range s.Documents {
			if !slices.Contains(documents, d) {
				documents = append(documents, d)
			}
		}
	}
	if discreet > 0 && discreet == len(services) {
		v.Family = -1
	}
	for _, t := range w.scheme("document") {
		if documents.Has(string(t.ID)) {
			v.Documents = append(v.Documents, documentOfKind{w.short(t.Name), eligibility.ExportConditions(w.rules.SparedBy(t.ID))})
		}
	}
	if v.Sensitive {
		for _, h := range w.sortedHelplines() {
			if slices.ContainsFunc(h.TargetGroups, func(g string) bool { return groups[g] }) {
				v.Lines = append(v.Lines, w.lineOf(h))
			}
		}
	}
	return v
}

// lineOf is a helpline without its groups, which the checker has no use for.
func (w *planner) lineOf(h *programme.Helpline) helpline {
	line := w.helpline(h)
	line.Groups, line.For, line.Spoken = nil, nil, nil
	return line
}

func (w *planner) whereOfSite() whereOfSite {
	v := whereOfSite{Places: make([]wherePlace, len(w.Places)), Services: []whereService{}}
	number := make(map[programme.PlaceID]int, len(w.Places))
	for i := range w.Places {
		if _, twice := number[w.Places[i].ID]; !twice {
			number[w.Places[i].ID] = i
		}
	}
	for i := range w.Places {
		p := &w.Places[i]
		if up, ok := number[p.ParentID]; ok {
			v.Places[i].Parent = up + 1
		}
		if w.graph.current[p.ID] {
			v.Places[i].Name = bare(capital(w.text(p.Name)))
			if p.Latitude.Set() && p.Longitude.Set() {
				v.Places[i].Point = []json.Number{tenths(p.Latitude), tenths(p.Longitude)}
			}
		}
	}
	sets := make(map[*eligibility.Set]int, len(w.rules.Sets))
	for i, set := range w.rules.Sets {
		sets[set] = i
	}
	for _, e := range w.listed.services {
		set, ruled := sets[w.rules.SetOf(e.service)]
		if !ruled || e.State != "" {
			continue
		}
		// Of a sensitive one only what its page tells everybody: its own telephone, of no place.
		sensitive := e.service.Sensitive == programme.Yes
		if sensitive && e.service.Phone == "" {
			continue
		}
		phone := e.service.Phone
		if !sensitive {
			phone = w.phoneOf(e.service)
		}
		s := whereService{Set: set, Name: bare(e.Name), Href: e.Href, Phone: phone, Tel: tel(phone), Places: []int{}}
		if sensitive {
			s.Href = ""
			for _, a := range w.AreasOf[e.service.ID] {
				s.Places = append(s.Places, number[a.PlaceID])
			}
		} else {
			for _, p := range w.graph.of[e.service.ID].near {
				s.Places = append(s.Places, number[p.ID])
			}
		}
		v.Services = append(v.Services, s)
	}
	return v
}

func tenths(d programme.Decimal) json.Number {
	return json.Number(strconv.FormatFloat(math.Round(d.F*10)/10, 'f', -1, 64))
}
