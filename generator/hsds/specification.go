// Package hsds speaks Open Referral HSDS 3.0, the Human Services Data
// Specification: in comes a Protected, out come its directory as files under
// hsds/, JSON objects under stable addresses and a tabular data package. What it
// knows of the specification stands in tables.txt, together with the fields that
// our Profile adds; docs/hsds.md says what those mean. Nothing is read here that
// was not checked and protected.
package hsds

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
)

// Version is the version of the specification.
const Version = "3.0.0"

// Resource is a table of the specification, an object in its JSON.
type Resource struct {
	Name   string // "service"
	File   string // "services.csv"
	Fields []Field
	Many   []Nest // arrays within the object
	One    []Nest // objects within the object
}

// Field is a column of a table.
type Field struct {
	Name     string
	Type     string // of Table Schema: string, number, boolean, date, time, datetime
	Format   string // uuid, uri, email or empty
	Required bool
	Unique   bool
	Enum     []string
	Refers   string // the resource whose id it holds
	// Key: the specification declares Refers as a foreign key.
	Key bool
	// Each: the Profile adds the same field once per language, as name_tk; the
	// field itself then holds the first of them that there is.
	Each bool
	// Own: the Profile adds the field.
	Own bool
}

// Nest is a place in an object where others stand.
type Nest struct {
	Name string // of the property
	Of   string // the resource
	By   string // the column that links: of theirs for Many, of ours for One
}

// tables says of each resource its file, its fields and what nests in it. A line
// that begins with + is of our Profile; -> is a foreign key of the specification,
// ~ one that it leaves out.
//
//go:embed tables.txt
var tables string

// Resources lists the tables in the specification's order. The result is shared
// and must not be changed.
var Resources = sync.OnceValue(func() []Resource {
	var list []Resource
	for line := range strings.Lines(tables) {
		words := strings.Fields(line)
		switch {
		case !strings.HasPrefix(line, "\t"):
			list = append(list, Resource{Name: words[0], File: words[1]})
		case words[0] == "many":
			r := &list[len(list)-1]
			r.Many = append(r.Many, Nest{words[1], words[2], words[3]})
		case words[0] == "one":
			r := &list[len(list)-1]
			r.One = append(r.One, Nest{words[1], words[2], words[3]})
		default:
			r := &list[len(list)-1]
			r.Fields = append(r.Fields, fieldOf(words))
		}
	}
	return list
})

func fieldOf(words []string) Field {
	var f Field
	if words[0] == "+" {
		f.Own, words = true, words[1:]
	}
	f.Name = words[0]
	f.Type, f.Format, _ = strings.Cut(words[1], "/")
	for _, w := range words[2:] {
		switch {
		case w == "required":
			f.Required = true
		case w == "unique":
			f.Unique = true
		case w == "each":
			f.Each = true
		case strings.HasPrefix(w, "->"):
			f.Refers, f.Key = w[2:], true
		case strings.HasPrefix(w, "~"):
			f.Refers = w[1:]
		case strings.HasPrefix(w, "enum="):
			f.Enum = strings.Split(strings.ReplaceAll(w[len("enum="):], "_", " "), "|")
		default:
			panic(fmt.Errorf("tables.txt says %q of %s", w, f.Name)) // a test reads it
		}
	}
	return f
}

// byName finds resources.
var byName = sync.OnceValue(func() map[string]*Resource {
	m := map[string]*Resource{}
	list := Resources()
	for i := range list {
		m[list[i].Name] = &list[i]
	}
	return m
})

// Of gives the resource of that name, nil where the specification has none.
func Of(name string) *Resource { return byName()[name] }

// Columns lists the fields of a resource for a site in these languages: each
// field, and after one that is told in each language its columns.
func (r *Resource) Columns(languages []string) []Field {
	var list []Field
	for _, f := range r.Fields {
		list = append(list, f)
		if f.Each {
			for _, code := range languages {
				list = append(list, Field{Name: InLanguage(f.Name, code), Type: f.Type, Own: true})
			}
		}
	}
	return list
}

// InLanguage names the column of a field in one language.
func InLanguage(name, code string) string { return name + "_" + code }
