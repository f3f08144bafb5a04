package pages

import (
	"iter"

	"elinde/generator/programme"
	"elinde/site"
)

// tombstone is what the layout "gone" reads.
type tombstone struct {
	frame
	Since *day  `json:"since,omitempty"`
	Next  *link `json:"next,omitempty"`
}

// retiredRooms are the rooms in which retired ids of a table had their pages. The
// address of a term depends on its scheme, which table retired does not tell.
var retiredRooms = map[string]string{
	"services": roomServices, "providers": roomProviders, "places": roomPlaces, "indicators": roomStatistic,
}

// tombstones answers at the addresses of ids that are gone.
func (w *planner) tombstones() iter.Seq[site.Page] {
	return func(yield func(site.Page) bool) {
		seen := map[string]bool{}
		for _, r := range w.Retired {
			room, ok := retiredRooms[r.Table]
			rest := room + r.ID + "/"
			if name, _ := w.living(r.Table, r.ID); !ok || seen[rest] || !name.Empty() {
				continue
			}
			seen[rest] = true
			v := tombstone{frame: frame{Heading: text{T: w.say("gone_title")}, Crumbs: w.crumbs()}, Since: w.day(r.Date)}
			if name, path := w.living(r.Table, r.SuccessorID); !name.Empty() {
				v.Next = &link{Href: w.href(path), text: w.text(name)}
			}
			p := w.page("gone", rest, w.say("gone_title"), v)
			p.NoIndex = true
			if !yield(p) {
				return
			}
		}
	}
}

// living gives the name and the address of a row that there is.
func (w *planner) living(table, id string) (programme.Text, string) {
	switch table {
	case "services":
		if s := w.Service[programme.ServiceID(id)]; s != nil {
			return s.Name, servicePath(s.ID)
		}
	case "providers":
		if p := w.Provider[programme.ProviderID(id)]; p != nil {
			return p.Name, providerPath(p.ID)
		}
	case "places":
		if p := w.Place[programme.PlaceID(id)]; p != nil {
			return p.Name, placePath(p.ID)
		}
	case "indicators":
		if i := w.Indicator[programme.IndicatorID(id)]; i != nil {
			return i.Name, roomStatistic + string(i.ID) + "/"
		}
	}
	return nil, ""
}
