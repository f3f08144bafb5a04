package dataset

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"elinde/generator/finding"
	"elinde/generator/programme"
	"elinde/generator/prose"
	"elinde/site/withheld"
)

// giveaways looks for what would tell of a confidential place or of a sensitive
// service although their own cells are withheld: the address in another text, in
// whatever form, the telephone under another name, the subject in the id.
func giveaways(r *report) {
	r.confidential()
	for i := range r.tables.Services {
		s := &r.tables.Services[i]
		if s.Sensitive == programme.Yes && telling(string(s.ID), string(s.ServiceType), s.Name) {
			r.add(finding.IDTelling, finding.Warning, "services", &s.Row, "id", string(s.ID))
		}
		if s.Sensitive == programme.Yes && s.Status != "closed" && s.DeliveryModes.Has(residential) && r.isPublic(s) {
			r.add(finding.ResidencePublic, finding.Warning, "services", &s.Row, "delivery_modes", string(s.ID))
		}
	}
}

// residential is the mode of a service at which people live.
const residential = "residential"

// isPublic reports whether a service has places, and none of them is confidential.
func (r *report) isPublic(s *programme.Service) bool {
	at := r.index.LocationsOf[s.ID]
	return len(at) > 0 && !slices.ContainsFunc(at, func(at *programme.ServiceLocation) bool {
		l := r.index.Location[at.LocationID]
		return l == nil || l.Confidential != programme.No
	})
}

// confidential looks through the texts that are published for what tells of a
// confidential location: with most care through those beside it, of its provider,
// its services and the services' other places, then through all others for what no
// file of the finished site may hold, see Withheld. Here the row is named.
func (r *report) confidential() {
	columns, owner := map[string]string{}, map[string]*programme.Row{}
	var list []string
	keep := func(l *programme.Location, column, text string) {
		if columns[text] == "" {
			columns[text], owner[text] = column, &l.Row
			list = append(list, text)
		}
	}
	var hidden []*programme.Location
	for i := range r.tables.Locations {
		if l := &r.tables.Locations[i]; r.secret[l.Index] {
			hidden = append(hidden, l)
			for _, s := range secretsOf(l) {
				keep(l, s.column, s.text)
			}
			if p := position(l, nearMetres*2); p != "" {
				keep(l, "latitude", p)
			}
		}
	}
	if len(hidden) == 0 {
		return
	}
	g := giveaway{report: r, find: withheld.New(list), columns: columns, owner: owner, seen: map[*programme.Row]bool{}}
	for _, l := range hidden {
		g.beside(l)
	}
	g.everywhere()
}

// everywhere looks through all rows that stand beside no confidential location.
func (g *giveaway) everywhere() {
	var list []string
	for _, w := range secretsIn(g.index) {
		list = append(list, w.Text)
	}
	for _, name := range g.ownNames() {
		g.columns[name] = "name"
		list = append(list, name)
	}
	streets := g.ownStreets()
	if len(list)+len(streets) == 0 {
		return
	}
	g.find = withheld.New(list)
	tell := func(_, text string) string {
		if what := g.told(text); what != "" {
			return what
		}
		return bare(text, streets)
	}
	all := programme.Schemas()
	for i := range all {
		rows := g.rows(&all[i])
		for k := range rows.Len() {
			if record, row := rows.Index(k), rowOf(rows.Index(k)); !g.seen[row] && !g.isWithheld(record) {
				g.texts(all[i].Table, row, record, tell)
			}
		}
	}
}

// isWithheld says whether the texts of a record are not published, because its
// location is confidential.
func (g *giveaway) isWithheld(record reflect.Value) bool {
	switch x := record.Addr().Interface().(type) {
	case *programme.Location:
		return g.secret[x.Index]
	case *programme.ServiceLocation:
		return g.hides(x.LocationID)
	case *programme.Schedule:
		return g.hides(x.LocationID)
	case *programme.Closure:
		return g.hides(x.LocationID)
	}
	return false
}

// giveaway looks for all secrets in the rows beside each confidential location.
type giveaway struct {
	*report
	find    *withheld.Finder
	columns map[string]string         // of each secret
	owner   map[string]*programme.Row // of each secret, its location
	at      *programme.Row            // the location of which the last text told, nil where that is not known
	seen    map[*programme.Row]bool   // rows looked through
}

// beside looks through the rows that speak of a location.
func (g *giveaway) beside(l *programme.Location) {
	streets := streetsOf(l)
	if p := g.index.Provider[l.ProviderID]; p != nil {
		named := g.namesOf(l, func(other *programme.Location) bool { return other.ProviderID == p.ID })
		g.row(l, "providers", &p.Row, reflect.ValueOf(p).Elem(), func(column string, text string) string {
			if column == "name" { // an institution is called after its place
				return told(text, streets, nil)
			}
			return told(text, streets, named)
		})
		if l.Phone != "" && l.Phone == p.Phone {
			g.add(finding.ConfidentialInText, finding.Error, "providers", &p.Row, "phone", "", g.whose("phone", &l.Row)...)
		}
		if l.Email != "" && l.Email == p.Email {
			g.add(finding.ConfidentialInText, finding.Error, "providers", &p.Row, "email", "", g.whose("email", &l.Row)...)
		}
	}
	for _, at := range g.index.ServicesAt[l.ID] {
		s := g.index.Service[at.ServiceID]
		if s == nil {
			continue
		}
		named := g.namesOf(l, func(other *programme.Location) bool {
			return slices.ContainsFunc(g.index.ServicesAt[other.ID], func(o *programme.ServiceLocation) bool { return o.ServiceID == s.ID })
		})
		also := func(_, text string) string { return told(text, streets, named) }
		g.row(l, "services", &s.Row, reflect.ValueOf(s).Elem(), also)
		for _, h := range g.index.SchedulesOf[s.ID] {
			if g.hides(h.LocationID) {
				continue // what is said there is withheld
			}
			g.row(l, "schedules", &h.Row, reflect.ValueOf(h).Elem(), also)
		}
		for _, c := range g.index.ServiceClosures[s.ID] {
			if g.hides(c.LocationID) {
				continue
			}
			g.row(l, "closures", &c.Row, reflect.ValueOf(c).Elem(), also)
		}
		for _, other := range g.index.LocationsOf[s.ID] {
			if !g.hides(other.LocationID) {
				g.row(l, "service_locations", &other.Row, reflect.ValueOf(other).Elem(), also)
			}
		}
	}
}

// hides says whether a location is confidential.
func (g *giveaway) hides(id programme.LocationID) bool {
	l := g.index.Location[id]
	return l != nil && g.secret[l.Index]
}

// row looks through the texts of a row. also says what else a text tells of the
// location at hand, by the column of what it tells.
func (g *giveaway) row(l *programme.Location, table string, row *programme.Row, record reflect.Value, also func(column, text string) string) {
	first := !g.seen[row]
	g.seen[row] = true
	g.texts(table, row, record, func(column, text string) string {
		if what := g.told(text); first && what != "" {
			return what
		}
		g.at = &l.Row
		return also(column, text)
	})
}

// texts reports the texts of a row that tell something, as tell says.
func (g *giveaway) texts(table string, row *programme.Row, record reflect.Value, tell func(column, text string) string) {
	schema := g.schemas[table]
	for i := range schema.Columns {
		spec := &schema.Columns[i]
		if !spec.IsText() {
			continue
		}
		text, _ := reflect.TypeAssert[programme.Text](record.FieldByIndex(spec.Index))
		for i, value := range text {
			if value == "" {
				continue
			}
			g.at = nil
			if what := tell(spec.Name, value); what != "" {
				g.add(finding.ConfidentialInText, finding.Error, table, row, g.cellName(spec.Name, i), "", g.whose(what, g.at)...)
			}
		}
	}
}

// told says which column of a confidential location a text tells, "" for none:
// as it is written and, where links part its words, as it is read.
func (g *giveaway) told(value string) string {
	found := g.find.In([]byte(value))
	if len(found) == 0 && strings.Contains(value, "](") {
		found = g.find.In([]byte(prose.Plain(value)))
	}
	if len(found) == 0 {
		return ""
	}
	g.at = g.owner[found[0]]
	return g.columns[found[0]]
}

// whose gives the arguments that say which column of which location is told; the row
// is no secret, the cell is.
func (g *giveaway) whose(what string, location *programme.Row) []string {
	if location == nil {
		return []string{"what", what}
	}
	return []string{"what", what, "location", location.File + ":" + strconv.Itoa(location.Line)}
}

// telling reports whether a part of the id is a word of the service's type or,
// with Turkmen letters folded, of one of its names.
func telling(id, kind string, name programme.Text) bool {
	for _, part := range strings.Split(id, "-") {
		if len(part) < 4 || strings.Trim(part, "0123456789") == "" {
			continue
		}
		if strings.Contains("-"+kind+"-", "-"+part) {
			return true
		}
		for _, n := range name {
			if strings.Contains(" "+folded.Replace(strings.ToLower(n)), " "+part) {
				return true
			}
		}
	}
	return false
}

var folded = strings.NewReplacer("ä", "a", "ç", "c", "ž", "z", "ň", "n", "ö", "o", "ş", "s", "ü", "u", "ý", "y")
