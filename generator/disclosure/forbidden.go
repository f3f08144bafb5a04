package disclosure

import (
	"maps"
	"slices"

	"elinde/generator/programme"
)

// forbid notes texts that must reach no output, and the row they come from.
func (p *Protected) forbid(from *programme.Row, texts ...string) {
	for _, s := range texts {
		if _, known := p.forbidden[s]; !known {
			p.forbidden[s] = from.Position
		}
	}
}

// Forbidden lists texts that must be in no byte of the output, sorted: addresses,
// telephones and coordinates of confidential places, and unreleased figures long
// enough to be searched for. Short values cannot be told from others by a
// search.
func (p *Protected) Forbidden() []string { return slices.Sorted(maps.Keys(p.forbidden)) }

// From gives the row that a text of Forbidden comes from; the first, where
// several hold it.
func (p *Protected) From(forbidden string) programme.Position { return p.forbidden[forbidden] }

// dropPublic takes out of the forbidden texts what is a public cell of its own as
// well: it cannot be a secret, and would stop every build. Only whole cells count:
// an address quoted inside a description is a leak.
func (p *Protected) dropPublic(to *programme.Tables) {
	public := func(texts ...string) {
		for _, s := range texts {
			delete(p.forbidden, s)
		}
	}
	public("")
	for i := range to.Locations {
		l := &to.Locations[i]
		public(l.Phone, l.Email, l.PostalCode, l.Latitude.Text, l.Longitude.Text)
		public(l.Name...)
		public(l.Address...)
		public(l.Directions...)
	}
	for i := range to.ServiceLocations {
		public(to.ServiceLocations[i].Phone)
		public(to.ServiceLocations[i].Note...)
	}
	for i := range to.Services {
		public(to.Services[i].Phone)
	}
	for i := range to.Helplines {
		public(to.Helplines[i].Phone)
	}
	for i := range to.Observations {
		public(to.Observations[i].Value.Text)
	}
	for i := range to.Places {
		public(to.Places[i].Name...)
	}
	for i := range to.Providers {
		public(to.Providers[i].Phone, to.Providers[i].Email)
		public(to.Providers[i].Name...)
	}
}
