package pages

import (
	"cmp"
	"encoding/json"
	"slices"

	"elinde/generator/programme"
)

// shared is what every page of a language may read as site.Params. A change of it
// renders every page again.
type shared struct {
	Title        string            `json:"title"`
	Language     string            `json:"language"`
	Dir          string            `json:"dir"`
	Interface    string            `json:"interface,omitempty"` // language of the interface texts, if another
	BaseURL      string            `json:"base_url"`
	Illustration bool              `json:"illustration"`
	Languages    []languageName    `json:"languages"`
	From         map[string]string `json:"from"` // by language: "in Turkmen", beside a text shown in it
	Nav          []link            `json:"nav"`
	Written      []link            `json:"written"`           // pages that people wrote
	Offline      *link             `json:"offline,omitempty"` // what can be carried away
	Helplines    []helpline        `json:"helplines"`
	Ask          *helpline         `json:"ask,omitempty"` // who tells where to turn, whoever asks
	ReportEmail  string            `json:"report_email,omitempty"`
	ReportPhone  string            `json:"report_phone,omitempty"`
	ReportTel    string            `json:"report_tel,omitempty"`
	ReportHours  string            `json:"report_hours,omitempty"`
	Holiday      *holiday          `json:"holiday,omitempty"` // the next one
	Holidays     []string          `json:"holidays"`          // from today on, dates
	Zone         int               `json:"zone"`              // minutes of the country's time before UTC
	DataDate     *day              `json:"data_date"`
}

type languageName struct {
	Code string `json:"code"`
	Name string `json:"name"`
	Dir  string `json:"dir"`
}

// everywhere is how many helplines stand on every page.
const everywhere = 3

func (w *planner) shared(written []link) map[string]any {
	s := shared{Title: w.title(), Language: w.language.Code, Dir: cmp.Or(w.language.Direction, "ltr"), Interface: w.borrowed(), BaseURL: w.settings.BaseURL,
		Illustration: w.settings.Illustration, From: w.from(), Written: written,
		ReportEmail: w.settings.ReportEmail, ReportPhone: w.settings.ReportPhone, ReportTel: tel(w.settings.ReportPhone), ReportHours: w.settings.ReportHours[w.language.Code],
		Holiday: w.nextHoliday(), Holidays: w.holidayDates(), Zone: w.zoneMinutes(), DataDate: w.day(w.today)}
	for _, l := range w.settings.Languages {
		s.Languages = append(s.Languages, languageName{l.Code, l.Name, cmp.Or(l.Direction, "ltr")})
	}
	s.Nav = w.nav()
	if len(w.carried) > 0 {
		l := w.room("offline_title", roomOffline)
		s.Offline = &l
	}
	if w.opensData() {
		s.Written = append(slices.Clone(s.Written), w.room("opendata_title", roomOpenData))
	}
	lines := w.helplines()
	s.Helplines = lines[:min(everywhere, len(lines))]
	for _, h := range w.sortedHelplines() {
		if len(h.TargetGroups) == 0 && len(h.FirstFor) == 0 {
			ask := w.lineOf(h)
			s.Ask = &ask
			break
		}
	}
	return object(s)
}

// from names each language beside a text that is shown in it: "in Turkmen".
func (w *planner) from() map[string]string {
	from := map[string]string{}
	for _, l := range w.settings.Languages {
		if key := "text_in_" + l.Code; w.has(key) {
			from[l.Code] = w.say(key)
		} else {
			from[l.Code] = w.say("text_in", "name", l.Name)
		}
	}
	return from
}

// nav links the sections that have anything.
func (w *planner) nav() []link {
	var list []link
	for _, section := range sections {
		if section.has(w) {
			l := w.room("nav_"+section.key, section.room)
			l.Key = section.key
			list = append(list, l)
		}
	}
	return list
}

// sections are the entries of the navigation; key is the frame's Section.
var sections = []struct {
	key, room string
	has       func(*planner) bool
}{
	{"needs", roomNeeds, func(w *planner) bool { return len(w.Term["need"]) > 0 }},
	{"services", roomServices, func(w *planner) bool { return len(w.Services) > 0 }},
	{"places", roomPlaces, func(w *planner) bool { return len(w.Places) > 0 }},
	{"providers", roomProviders, func(w *planner) bool { return len(w.Providers) > 0 }},
	{"statistics", roomStatistic, func(w *planner) bool { return len(w.Indicators) > 0 }},
	{"helplines", roomHelplines, func(w *planner) bool { return len(w.Helplines) > 0 }},
	{"saved", roomSaved, func(w *planner) bool { return len(w.listed.open) > 0 }},
}

// title gives the site's title in the page's language.
func (w *planner) title() string {
	if t := w.settings.Title[w.language.Code]; t != "" {
		return t
	}
	return w.settings.Title[w.settings.Languages[0].Code]
}

// helpline is a helpline as every page shows it.
type helpline struct {
	Name   text   `json:"name"`
	Phone  string `json:"phone"`
	Tel    string `json:"tel"`
	Hours  *text  `json:"hours,omitempty"`
	Open   string `json:"open,omitempty"` // see opening
	Spoken []text `json:"spoken,omitempty"`
	Groups []link `json:"groups,omitempty"`
	// For are the ids of the groups.
	For []string `json:"for,omitempty"`
}

// helplines lists them by position.
func (w *planner) helplines() []helpline {
	rows := w.sortedHelplines()
	list := make([]helpline, len(rows))
	for i, h := range rows {
		list[i] = w.helpline(h)
	}
	return list
}

func (w *planner) sortedHelplines() []*programme.Helpline {
	rows := make([]*programme.Helpline, len(w.Helplines))
	for i := range w.Helplines {
		rows[i] = &w.Helplines[i]
	}
	slices.SortStableFunc(rows, func(a, b *programme.Helpline) int { return byPosition(a.Position, b.Position) })
	return rows
}

func (w *planner) helpline(h *programme.Helpline) helpline {
	v := helpline{Name: w.text(h.Name), Phone: h.Phone, Tel: tel(h.Phone),
		Spoken: w.terms("language", h.Languages), Groups: w.termLinks("target_group", h.TargetGroups), For: h.TargetGroups}
	if hours := w.optional(h.Hours); hours != nil {
		*hours = tied(*hours)
		v.Hours = hours
	}
	if h.Weekdays != 0 && h.OpensAt != 0 && h.ClosesAt != 0 {
		v.Open = w.opening([]*programme.Schedule{{Weekdays: h.Weekdays, OpensAt: h.OpensAt, ClosesAt: h.ClosesAt, OnHolidays: h.OnHolidays}})
	}
	return v
}

// byPosition compares two positions; a blank one sorts after.
func byPosition(a, b programme.Whole) int {
	switch {
	case a.Set && b.Set:
		return cmp.Compare(a.N, b.N)
	case a.Set:
		return -1
	case b.Set:
		return 1
	}
	return 0
}

// object turns a struct into what Hugo takes as parameters.
func object(v any) map[string]any {
	data, err := json.Marshal(v)
	if err != nil {
		panic(err) // only strings, numbers and booleans go in
	}
	var m map[string]any
	if err := json.Unmarshal(data, &m); err != nil {
		panic(err)
	}
	return m
}
