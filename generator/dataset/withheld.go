package dataset

import (
	"fmt"
	"math"
	"strings"

	"elinde/generator/programme"
	"elinde/site/withheld"
)

// Withheld is something of a row that no output may tell.
type Withheld struct {
	Text string // as package withheld looks for it
	From programme.Position
}

// Withheld lists what tells where confidential locations are, as package withheld
// looks for it: addresses, telephones, e-mail and positions, in any form. What is
// a public cell of its own as well is left out: it cannot be a secret, and would
// stop every build. The list may be handed to searches and to nothing else.
func (d *Dataset) Withheld() []Withheld { return secretsIn(d.index) }

func secretsIn(x *programme.Index) []Withheld {
	var list []Withheld
	for i := range x.Locations {
		if l := &x.Locations[i]; l.Confidential != programme.No {
			for _, s := range secretsOf(l) {
				list = append(list, Withheld{s.text, l.Position})
			}
			for _, at := range x.ServicesAt[l.ID] {
				list = append(list, Withheld{withheld.Phone + at.Phone, at.Position})
			}
			if p := position(l, metresApart(x, l)); p != "" {
				list = append(list, Withheld{p, l.Position})
			}
		}
	}
	if len(list) == 0 {
		return nil
	}
	texts := make([]string, len(list))
	for i, w := range list {
		texts[i] = w.Text
	}
	public := map[string]bool{}
	for _, s := range withheld.New(texts).In(publicCells(x)) {
		public[s] = true
	}
	kept := list[:0]
	for _, w := range list {
		if !public[w.Text] || strings.HasPrefix(w.Text, withheld.Point) { // points keep their distance
			kept = append(kept, w)
		}
	}
	return kept
}

// publicCells joins the cells that say on purpose where something is or how to
// reach it.
func publicCells(x *programme.Index) []byte {
	var b []byte
	add := func(cells ...string) {
		for _, c := range cells {
			b = append(append(b, c...), "\n\n|x|\n"...) // so that no two cells make one
		}
	}
	for i := range x.Locations {
		if l := &x.Locations[i]; l.Confidential == programme.No {
			add(l.Address...)
			add(l.Directions...)
			add(l.Phone, l.Email)
			for _, at := range x.ServicesAt[l.ID] {
				add(at.Phone)
			}
		}
	}
	for i := range x.Services {
		add(x.Services[i].Phone)
	}
	for i := range x.Providers {
		add(x.Providers[i].Phone, x.Providers[i].Email)
	}
	for i := range x.Helplines {
		add(x.Helplines[i].Phone)
	}
	return b
}

// secret is something of a confidential location that no text may tell.
type secret struct{ column, text string }

// leastDirections is how many letters make directions that are not found in many
// texts.
const leastDirections = 16

// secretsOf lists the words and numbers of a location.
func secretsOf(l *programme.Location) []secret {
	var list []secret
	for _, a := range l.Address {
		if a != "" {
			list = append(list, secret{"address", withheld.Text + a}, secret{"address", withheld.Street + a})
		}
	}
	for _, d := range l.Directions {
		if len([]rune(d)) >= leastDirections {
			list = append(list, secret{"directions", withheld.Text + d})
		}
	}
	if l.Phone != "" {
		list = append(list, secret{"phone", withheld.Phone + l.Phone})
	}
	if name, host, ok := strings.Cut(l.Email, "@"); ok {
		for _, at := range []string{"@", " at ", " (at) ", " собака "} {
			list = append(list, secret{"email", withheld.Text + name + at + host})
		}
	}
	return list
}

// nearMetres is within how many metres of a confidential place another point tells it.
const nearMetres = 1000

// position gives the position of a location as package withheld wants it, "" where
// it has none or a public point is so near that it tells nothing.
func position(l *programme.Location, apart float64) string {
	if within := math.Min(nearMetres, 0.9*apart); l.Latitude.Set() && l.Longitude.Set() && within >= 20 {
		return fmt.Sprintf("%s%v,%v;u=%.0f", withheld.Point, l.Latitude.F, l.Longitude.F, within)
	}
	return ""
}

// metresApart gives the distance to the next point that is published.
func metresApart(x *programme.Index, l *programme.Location) float64 {
	least := math.Inf(1)
	look := func(lat, lon programme.Decimal) {
		if lat.Set() && lon.Set() {
			dy := beyond(lat, l.Latitude) * 111320
			dx := beyond(lon, l.Longitude) * 111320 * math.Cos(l.Latitude.F*math.Pi/180)
			least = math.Min(least, math.Hypot(dx, dy))
		}
	}
	for i := range x.Locations {
		if o := &x.Locations[i]; o.Confidential == programme.No {
			look(o.Latitude, o.Longitude)
		}
	}
	for i := range x.Places {
		look(x.Places[i].Latitude, x.Places[i].Longitude)
	}
	return least
}

// beyond gives the degrees from a number, which may be off by half of its last
// place, to another.
func beyond(public, secret programme.Decimal) float64 {
	_, places, _ := strings.Cut(public.Text, ".")
	return math.Max(0, math.Abs(public.F-secret.F)-math.Pow(10, -float64(len(places)))/2)
}
