package pages

import (
	"iter"
	"net/url"
	"strings"

	"elinde/generator/programme"
	"elinde/site"
)

// service is what the layout "service" reads, in the order of the page.
type service struct {
	frame
	ID         string    `json:"id"`
	State      string    `json:"state,omitempty"` // see planner.state
	StateNote  *text     `json:"state_note,omitempty"`
	StateDay   *day      `json:"state_day,omitempty"` // planned: from, unsure: since
	Instead    *link     `json:"instead,omitempty"`
	Closures   []closure `json:"closures,omitempty"`
	Stale      bool      `json:"stale,omitempty"`
	Summary    text      `json:"summary"`
	Body       *passage  `json:"body,omitempty"`
	Type       *link     `json:"type,omitempty"`
	Groups     []link    `json:"groups,omitempty"`
	Needs      []link    `json:"needs,omitempty"`
	Modes      []link    `json:"modes,omitempty"`
	Hours      []hours   `json:"hours,omitempty"` // wherever the service is
	Where      []where   `json:"where,omitempty"`
	Areas      []link    `json:"areas,omitempty"`
	Serves     []text    `json:"serves,omitempty"` // those places, where its name promises more
	Phone      string    `json:"phone,omitempty"`
	Tel        string    `json:"tel,omitempty"`
	PhoneOf    *text     `json:"phone_of,omitempty"` // whose telephone it is, if not the service's
	Documents  []text    `json:"documents,omitempty"`
	Family     string    `json:"family,omitempty"` // yes: it speaks with the family; no: only with consent
	Apply      *passage  `json:"apply,omitempty"`
	Steps      *passage  `json:"steps,omitempty"`
	Fee        *text     `json:"fee,omitempty"`
	Free       bool      `json:"free,omitempty"`
	FeeNote    *text     `json:"fee_note,omitempty"`
	Waiting    string    `json:"waiting,omitempty"`
	Capacity   string    `json:"capacity,omitempty"`
	Spoken     []text    `json:"spoken,omitempty"`
	Legal      *text     `json:"legal,omitempty"`
	Funding    string    `json:"funding,omitempty"`
	Provider   *link     `json:"provider,omitempty"`
	Checked    *day      `json:"checked,omitempty"`
	Changed    *day      `json:"changed,omitempty"`
	Origin     *link     `json:"origin,omitempty"`
	Example    bool      `json:"example,omitempty"` // made up for the demonstration
	Report     string    `json:"report,omitempty"`  // mail address with subject, after "mailto:"
	Complaints *passage  `json:"complaints,omitempty"`
	Above      []link    `json:"above,omitempty"` // to whom one complains next
	Similar    []*entry  `json:"similar,omitempty"`
	Official   *text     `json:"official,omitempty"` // its name, where the heading is a discreet one
	Open       string    `json:"open,omitempty"`     // see opening
	Saved      bool      `json:"saved,omitempty"`    // may stand in the list that somebody saves and passes on
	Offline    *link     `json:"offline,omitempty"`  // where a saved one's region is kept on the device
	Sheet      *sheet    `json:"sheet,omitempty"`    // on paper; nil of a closed one
	Fit        *fit      `json:"fit,omitempty"`
}

func (w *planner) servicePages() iter.Seq[site.Page] {
	return func(yield func(site.Page) bool) {
		for _, e := range w.listed.services {
			if !yield(w.servicePage(e)) {
				return
			}
		}
	}
}

// servicePage plans the page of a service. A sensitive one has a neutral title.
func (w *planner) servicePage(e *entry) site.Page {
	title := e.Name.T
	if e.service.Sensitive == programme.Yes {
		title = w.say("neutral_title")
	}
	page := w.page("service", servicePath(e.service.ID), title, nil)
	page.Key, page.Keep = w.keyOf(e.service), w.keepsService(e.service)
	return w.late(page, func() any { return w.onItsPage(e) })
}

// service makes what a page or a booklet says of a service.
func (w *planner) service(e *entry) *service {
	s, m := e.service, w.graph.of[e.service.ID]
	v := &service{ID: string(s.ID), State: e.State, StateNote: w.optional(s.StatusNote), Summary: e.Summary,
		Body: w.passage(s.Description), Type: w.termLink("service_type", s.ServiceType),
		Groups: w.termLinks("target_group", s.TargetGroups), Needs: w.termLinks("need", s.Needs),
		Modes: w.termLinks("delivery_mode", s.DeliveryModes), Phone: s.Phone, Tel: tel(s.Phone),
		Documents: w.terms("document", s.Documents), Apply: w.passage(s.HowToApply), Steps: w.passage(s.Steps),
		Fee: w.term("fee", s.Fee), Free: s.Fee == "free", FeeNote: w.optional(s.FeeNote),
		Spoken: w.terms("language", s.ServiceLanguages), Legal: w.optional(s.LegalBasis), Funding: s.Funding,
		Checked: w.day(s.LastVerified), Origin: w.origin(s.Origin), Example: s.Origin == programme.Illustration,
		Complaints: w.passage(s.Complaints), Stale: w.stale(s.LastVerified), Above: w.above(s.ProviderID)}
	v.Family = map[programme.YesNo]string{programme.Yes: "yes", programme.No: "no"}[s.SpeaksWithFamily]
	v.Fit = w.fitOf(s)
	v.frame = frame{Heading: e.Name, Description: e.Summary.T, Section: "services",
		Crumbs: w.crumbs(w.room("nav_services", roomServices))}
	if v.Type != nil {
		v.Crumbs = append(v.Crumbs, *v.Type)
	}
	switch v.State {
	case "planned":
		v.StateDay = w.day(s.ValidFrom)
	case "unsure", "closed":
		v.StateDay = w.day(s.ValidTo)
	}
	if next := w.Service[s.SuccessorID]; next != nil {
		v.Instead = &link{Href: w.href(servicePath(next.ID)), text: w.text(next.Name)}
	}
	list := w.schedulesAt(s.ID, "")
	v.Hours = w.hours(list)
	if v.State == "" {
		v.Open = w.opening(list, w.ServiceClosures[s.ID], w.onlyPlaceClosures(s))
		v.Timed = v.Open != ""
	}
	v.Closures = w.closures(w.ServiceClosures[s.ID])
	v.Timed = v.Timed || len(v.Closures) > 0
	for _, sl := range w.LocationsOf[s.ID] {
		if l := w.Location[sl.LocationID]; l != nil {
			at := w.where(s, sl, l)
			v.Timed = v.Timed || at.Open != "" || len(at.Closures) > 0
			v.Where = append(v.Where, at)
		}
	}
	for _, l := range v.Where { // no hotline of its own: the first place that has a telephone
		if v.Phone == "" && l.Phone != "" {
			v.Phone, v.Tel = l.Phone, l.Tel
		}
	}
	if p := w.Provider[s.ProviderID]; v.Phone == "" && p != nil { // then its provider's
		v.Phone, v.Tel, v.PhoneOf = p.Phone, tel(p.Phone), w.optional(p.Name)
	}
	for _, a := range w.AreasOf[s.ID] {
		if p := w.Place[a.PlaceID]; p != nil {
			v.Areas = append(v.Areas, w.placeLine(p))
		}
	}
	if w.promisesMore(e) {
		for _, p := range m.near {
			v.Serves = append(v.Serves, capital(w.text(p.Name)))
		}
	}
	switch {
	case s.WaitingDays.N > 0:
		v.Waiting = w.count("waiting_days", s.WaitingDays.N)
	case s.WaitingDays.Set:
		v.Waiting = w.say("waiting_none")
	}
	if s.Capacity.Set {
		v.Capacity = w.count("capacity_persons", s.Capacity.N)
	}
	if p := w.Provider[s.ProviderID]; p != nil {
		v.Provider = &link{Href: w.href(providerPath(p.ID)), text: w.text(p.Name)}
	}
	if s.Modified != s.LastVerified { // one day is said once
		v.Changed = w.day(s.Modified)
	}
	return v
}

// onItsPage makes what the page of a service says. A sensitive one has no description
// that a search engine would repeat and no structured data.
func (w *planner) onItsPage(e *entry) *service {
	v := w.service(e)
	s, m := e.service, w.graph.of[e.service.ID]
	v.Report = w.report("services/" + string(s.ID))
	for _, other := range m.similar {
		similar := w.listed.of[other.ID]
		if s.Sensitive == programme.Yes {
			similar = w.discreet(similar)
		} else {
			similar = w.neutral(similar)
		}
		v.Similar = append(v.Similar, similar)
	}
	if open(s) {
		v.Sheet = w.sheetOf(s)
	}
	if s.Sensitive == programme.Yes {
		v.Description, v.Exit, v.Crumbs = "", true, v.Crumbs[:2]
		v.Calls = w.sensitiveCalls([]*entry{e})
		// The largest words of a page are read over a shoulder.
		v.Heading, v.Official = w.neutralName(s), &e.Name
	} else {
		v.Structured = w.structuredService(s, v)
	}
	if v.Saved = v.State != "closed" && !w.private(s); v.Saved {
		v.Offline = w.offlineOf(s)
	}
	return v
}

// promisesMore reports whether the name of a service says a region of which it serves
// parts only, or no place where it serves several.
func (w *planner) promisesMore(e *entry) bool {
	near := w.graph.of[e.service.ID].near
	for _, p := range near {
		if r := w.Region(p.ID); r != nil && r != p && (len(near) > 1 || strings.Contains(strings.ToLower(e.Name.T), strings.ToLower(w.text(r.Name).T))) {
			return true
		}
	}
	return false
}

// stale reports whether a row was not checked for longer than the settings allow.
func (w *planner) stale(checked programme.Date) bool {
	return checked != 0 && w.settings.StaleAfterDays > 0 && checked.AddDays(w.settings.StaleAfterDays) < w.today
}

// report gives the address of a mail that reports an error in a record.
func (w *planner) report(record string) string {
	if w.settings.ReportEmail == "" {
		return ""
	}
	return w.settings.ReportEmail + "?subject=" + url.PathEscape(w.say("report_subject", "record", record))
}

// origin links the source that a row was taken from; nil for none.
func (w *planner) origin(id string) *link {
	src := w.Source[id]
	if src == nil || id == programme.Illustration {
		return nil
	}
	return &link{Href: src.URL, text: w.text(src.Title), Out: src.URL != ""}
}
