package intake

import (
	"strings"
	"unicode"

	"github.com/google/uuid"
	"golang.org/x/text/unicode/norm"

	"elinde/generator/hsds"
)

// vocabularies makes terms and places of the taxonomies.
func (in *intake) vocabularies() {
	for _, r := range in.kept("taxonomy_term") {
		to := row{"id": in.idOf(r), "parent_id": in.idOf(in.find("taxonomy_term", r.cells["parent_id"]))}
		in.text(to, "name", r, "name")
		common(to, r)
		scheme := in.schemeOf(r)
		if scheme == hsds.Places && r.cells["level"] != "" {
			for _, name := range []string{"level", "iso_3166_2", "alternative_names", "latitude", "longitude"} {
				to[name] = r.cells[name]
			}
			in.addPlace(to)
			continue
		}
		to["scheme"], to["icon"], to["position"], to["sensitive"] = scheme, r.cells["icon"], r.cells["position"], yes(r.cells["sensitive"])
		in.text(to, "description", r, "description")
		in.text(to, "synonyms", r, "synonyms")
		in.known[scheme+" "+to["id"]] = true
		in.ours["terms"] = append(in.ours["terms"], to)
	}
}

// schemeOf gives the vocabulary of a term: the name of its taxonomy.
func (in *intake) schemeOf(term *record) string {
	name := term.cells["taxonomy"]
	if t := in.find("taxonomy", term.cells["taxonomy_id"]); t != nil {
		t.used = true
		if name == "" {
			name = t.cells["name"]
		}
	}
	if s := slug(name, "_"); s != "" {
		return s
	}
	return "taxonomy"
}

// terms gives the ids of the terms that attributes of a row lead to, by the column
// of ours they were, or by the vocabulary.
func (in *intake) terms(attributes []*record, column, scheme string) []string {
	var ids []string
	for _, a := range attributes {
		term := in.find("taxonomy_term", a.cells["taxonomy_term_id"])
		if term == nil {
			continue
		}
		if a.cells["link_type"] == column || in.schemeOf(term) == scheme {
			a.used = true
			ids = append(ids, in.idOf(term))
		}
	}
	return ids
}

// word gives the term of a vocabulary for a text that has none, and makes it
// where it is new.
func (in *intake) word(scheme, text string) string {
	id := slug(text, "-")
	if id == "" {
		return ""
	}
	if in.known[scheme+" "+id] {
		return id
	}
	in.known[scheme+" "+id] = true
	in.ours["terms"] = append(in.ours["terms"], row{"scheme": scheme, "id": id, hsds.InLanguage("name", in.Text): text})
	return id
}

// slug makes an id of a text: Latin letters without their marks and digits, all
// else the sign given. A text in another script gets a UUID made of it.
func slug(text, sign string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(text)) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r):
		default:
			if s := b.String(); s != "" && !strings.HasSuffix(s, sign) {
				b.WriteString(sign)
			}
		}
	}
	s := strings.Trim(b.String(), sign)
	if text != "" && (s == "" || len(s) > 64) {
		return uuid.NewSHA1(uuid.NameSpaceOID, []byte(text)).String()
	}
	return s
}
