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

// tombstones answers at the addresses of ids that are gone.
func (w *planner) tombstones() iter.Seq[site.Page] {
	return func(yield func(site.Page) bool) {
		seen := map[string]bool{}
		for i := range w.Retired {
			r := &w.Retired[i]
			if name, _ := w.living(r, r.ID); !name.Empty() {
				continue
			}
			v := tombstone{frame: frame{Heading: text{T: w.say("gone_title")}, Crumbs: w.crumbs()}, Since: w.day(r.Date)}
			if name, path := w.living(r, r.SuccessorID); !name.Empty() {
				v.Next = &link{Href: w.href(path), text: w.text(name)}
			}
			for _, rest := range w.retiredPaths(r) {
				if seen[rest] {
					continue
				}
				seen[rest] = true
				p := w.page("gone", rest, w.say("gone_title"), v)
				p.NoIndex = true
				if !yield(p) {
					return
				}
			}
		}
	}
}

// retiredPaths gives the addresses of the pages that a retired id had. What was
// sensitive had an address that says nothing too; it is taken to have been so where
// its successor is.
func (w *planner) retiredPaths(r *programme.Retired) []string {
	switch r.Table {
	case "services":
		return []string{servicePath(programme.ServiceID(r.ID))}
	case "providers":
		return []string{providerPath(programme.ProviderID(r.ID))}
	case "places":
		return []string{placePath(programme.PlaceID(r.ID)), placeFiguresPath(programme.PlaceID(r.ID))}
	case "indicators":
		next := w.Indicator[programme.IndicatorID(r.SuccessorID)]
		paths := retiredIndicator(r.ID, false)
		if next != nil && w.isSensitiveTheme(next.Theme) {
			paths = append(paths, retiredIndicator(r.ID, true)...)
		}
		return paths
	case "terms":
		if termRooms[r.Scheme] == "" {
			return nil // terms of this vocabulary have no page
		}
		gone := programme.Term{Scheme: r.Scheme, ID: programme.TermID(r.ID)}
		paths := []string{termPath(&gone)}
		if next := w.Term[r.Scheme][programme.TermID(r.SuccessorID)]; next != nil && next.Sensitive == programme.Yes {
			gone.Sensitive = programme.Yes
			paths = append(paths, termPath(&gone))
		}
		return paths
	}
	return nil
}

// retiredIndicator gives the addresses of the pages that an indicator had.
func retiredIndicator(id string, sensitive bool) []string {
	path := IndicatorPath(&programme.Indicator{ID: programme.IndicatorID(id)}, sensitive)
	return []string{path, splitPath(path), placesPath(path)}
}

// living gives the name and the address of the row that has an id in the table of a
// retired one; no name where there is none.
func (w *planner) living(r *programme.Retired, id string) (programme.Text, string) {
	switch r.Table {
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
			return i.Name, w.indicatorPath(i)
		}
	case "terms":
		if t := w.Term[r.Scheme][programme.TermID(id)]; t != nil && termRooms[r.Scheme] != "" {
			return t.Name, termPath(t)
		}
	}
	return nil, ""
}
