package dataset

import (
	"slices"
	"strings"

	"elinde/generator/programme"
	"elinde/site/withheld"
)

// whereabouts is what tells an address however it is put: the words of the street
// without their endings, and the number.
type whereabouts struct {
	stems  []string
	number string
}

// plainWords are words of addresses that tell nothing: kinds of streets and of
// houses.
var plainWords = foldedWords(`köçe köçesi köçesiniň köç şaýoly şaýolunyň jaý jaýy jaýda öý öýi bina belgi belgili otag kwartira
	улица улице улицы ул проспект просп пр дом дома доме д корпус кв квартира номер здание переулок пер шоссе
	street str road rd avenue ave lane house building flat no number of the and at near`)

// levelWords are words of names of places that say their rank.
var levelWords = foldedWords(`etrap etraby etrabynyň etrabynda etrabyna şäher şäheri şäherinde şäherçe şäherçesi geňeşligi oba obasy obasynda
	этрап этрапа этрапе этрапу город города городе посёлок посёлка посёлке село селе генгешлик
	district districts city town village borough etrap etraps settlement`)

// regionWords say that a name is that of the welaýat.
var regionWords = foldedWords(`welaýat welaýaty welaýatynyň welaýatynda велаят велаята велаяте область области region velayat province`)

func foldedWords(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range withheld.Words(list) {
		set[w.Folded] = true
	}
	return set
}

// streetsOf gives the streets of a location's addresses.
func streetsOf(l *programme.Location) []whereabouts {
	var list []whereabouts
	for _, address := range l.Address {
		var s whereabouts
		for _, w := range withheld.Words(address) {
			switch {
			case plainWords[w.Folded]:
			case w.Folded[0] >= '0' && w.Folded[0] <= '9':
				if s.number == "" {
					s.number = w.Folded
				}
			case len(w.Folded) >= 3:
				s.stems = append(s.stems, stem(w.Folded))
			}
		}
		if s.number != "" && len(s.stems) > 0 {
			list = append(list, s)
		}
	}
	return list
}

// stem takes the last letter off a long word, which changes with the case.
func stem(w string) string {
	if len(w) > 5 {
		return w[:len(w)-1]
	}
	return w
}

// told says what of a location a text tells in other words: the street with the
// number beside it, or the name of its etrap.
func told(text string, streets []whereabouts, names []placeName) string {
	if len(streets) == 0 && len(names) == 0 {
		return ""
	}
	words := withheld.Words(text)
	for i, w := range words {
		for _, s := range streets {
			if w.Folded == s.number && s.beside(words, i) {
				return "address"
			}
		}
		for _, n := range names {
			if w.Capital && n.stands(words[i:]) {
				return "place_id"
			}
		}
	}
	return ""
}

// ownStreets gives the streets of confidential locations, but for those where a public
// one has the same number.
func (r *report) ownStreets() []whereabouts {
	var own, public []whereabouts
	for i := range r.tables.Locations {
		if l := &r.tables.Locations[i]; r.secret[l.Index] {
			own = append(own, streetsOf(l)...)
		} else {
			public = append(public, streetsOf(l)...)
		}
	}
	return slices.DeleteFunc(own, func(s whereabouts) bool {
		return slices.ContainsFunc(public, func(p whereabouts) bool { return p.number == s.number && slices.Equal(p.stems, s.stems) })
	})
}

// ownNames gives the names of confidential locations as package withheld looks for
// them: of two words or more, which no row that everybody reads has.
func (r *report) ownNames() []string {
	var list []string
	var public []byte
	for i := range r.tables.Locations {
		l := &r.tables.Locations[i]
		for _, name := range l.Name {
			if !r.secret[l.Index] {
				public = append(append(public, name...), "\n\n|x|\n"...)
			} else if len(withheld.Words(name)) > 1 {
				list = append(list, withheld.Text+name)
			}
		}
	}
	for i := range r.tables.Services {
		public = append(append(public, strings.Join(r.tables.Services[i].Name, "\n\n|x|\n")...), "\n\n|x|\n"...)
	}
	for i := range r.tables.Providers {
		public = append(append(public, strings.Join(r.tables.Providers[i].Name, "\n\n|x|\n")...), "\n\n|x|\n"...)
	}
	known := withheld.New(list).In(public)
	return slices.DeleteFunc(list, func(name string) bool { return slices.Contains(known, name) })
}

// bare says whether a text has the name of a street and the number side by side, as
// addresses are written in short: Gül 15, 15 Gül, Gül, jaý 15.
func bare(text string, streets []whereabouts) string {
	if len(streets) == 0 || !strings.ContainsAny(text, "0123456789") {
		return ""
	}
	words := slices.DeleteFunc(withheld.Words(text), func(w withheld.Word) bool { return plainWords[w.Folded] })
	for i, w := range words {
		for _, s := range streets {
			n := len(s.stems)
			if w.Folded == s.number && (i >= n && s.are(words[i-n:i]) || i+1+n <= len(words) && s.are(words[i+1:i+1+n])) {
				return "address"
			}
		}
	}
	return ""
}

// are says whether words are those of the street, in any case.
func (s whereabouts) are(words []withheld.Word) bool {
	for i, stem := range s.stems {
		if w := words[i].Folded; !strings.HasPrefix(w, stem) || len(w) > len(stem)+4 || i == 0 && !words[i].Capital {
			return false // in small letters it may be any word
		}
	}
	return true
}

// reach is how many words may lie between a number and its street.
const reach = 5

// beside says whether all words of the street stand near word i.
func (s whereabouts) beside(words []withheld.Word, i int) bool {
	near := words[max(0, i-reach):min(len(words), i+reach+1)]
	for _, stem := range s.stems {
		found := false
		for _, w := range near {
			found = found || strings.HasPrefix(w.Folded, stem) && len(w.Folded) <= len(stem)+8
		}
		if !found {
			return false
		}
	}
	return true
}

// placeName is a name of an etrap or town: stems of its words.
type placeName struct {
	stems  []string
	ranked bool // its welaýat has the same name: only with its rank it is the etrap's
}

// namesOf gives the names of what a location lies in below the welaýat, unless an
// open location of the same service or provider lies there too.
func (r *report) namesOf(l *programme.Location, same func(*programme.Location) bool) []placeName {
	up := r.index.Within(l.PlaceID)
	if len(up) < 3 {
		return nil
	}
	region := map[string]bool{}
	for _, n := range allNames(up[len(up)-2]) {
		region[strings.Join(n.stems, " ")] = true
	}
	var list []placeName
	for _, p := range up[:len(up)-2] {
		if r.openWithin(p.ID, same) {
			continue
		}
		for _, n := range allNames(p) {
			n.ranked = region[strings.Join(n.stems, " ")]
			list = append(list, n)
		}
	}
	return list
}

// openWithin says whether one of the locations meant is open to see in a place.
func (r *report) openWithin(id programme.PlaceID, same func(*programme.Location) bool) bool {
	for i := range r.tables.Locations {
		if l := &r.tables.Locations[i]; !r.secret[l.Index] && same(l) {
			for _, p := range r.index.Within(l.PlaceID) {
				if p.ID == id {
					return true
				}
			}
		}
	}
	return false
}

// adjective is the folded end of Russian adjectives of places.
var adjective = withheld.Words("ский")[0].Folded

// allNames gives the stems of all names of a place.
func allNames(p *programme.Place) []placeName {
	var list []placeName
	for _, name := range append(append([]string(nil), p.Name...), p.AlternativeNames...) {
		var n placeName
		letters := 0
		for _, w := range withheld.Words(name) {
			if levelWords[w.Folded] || regionWords[w.Folded] {
				continue
			}
			s := w.Folded
			if cut, ok := strings.CutSuffix(s, adjective); ok {
				s = cut + adjective[:2]
			} else if len(s) > 4 {
				s = strings.TrimRight(s, "aeouyi")
			}
			n.stems = append(n.stems, s)
			letters += len(s)
		}
		if letters >= 3 {
			list = append(list, n)
		}
	}
	return list
}

// ending is how many letters an ending of a name may have.
const ending = 6

// stands says whether words begin with the name.
func (n placeName) stands(words []withheld.Word) bool {
	if len(words) < len(n.stems) {
		return false
	}
	for i, s := range n.stems {
		if w := words[i].Folded; !strings.HasPrefix(w, s) || len(w) > len(s)+ending || len(s) < 4 && i == 0 && len(n.stems) == 1 && len(w) > len(s)+4 {
			return false
		}
	}
	next := ""
	if len(words) > len(n.stems) {
		next = words[len(n.stems)].Folded
	}
	return !regionWords[next] && (!n.ranked || levelWords[next])
}
