package programme

import (
	"reflect"
	"sync"
)

// Schema describes one table as the tags of its record type say.
type Schema struct {
	Table   string       // "services"
	About   string       // what it holds, for the column dictionary
	Field   int          // index of its slice in Tables
	Record  reflect.Type // struct type of a record
	Columns []Column     // in the order of the struct, origin and modified last
}

// Column is one column of a table. Index leads to its field in the record, for
// reflect.Value.FieldByIndex.
type Column struct {
	Name  string
	Index []int
	Type  reflect.Type
	Rules Rules
	About string
}

// Multilingual reports whether the column has one cell per language.
func (c *Column) Multilingual() bool { return c.IsText() || c.Type == reflect.TypeFor[Dates]() }

// IsText reports whether the column holds a text in each language.
func (c *Column) IsText() bool { return c.Type == reflect.TypeFor[Text]() }

// Column gives the column of that name, nil where the table has none.
func (s *Schema) Column(name string) *Column {
	for i := range s.Columns {
		if s.Columns[i].Name == name {
			return &s.Columns[i]
		}
	}
	return nil
}

// Statistical reports whether the table holds statistics: there a column that
// nobody declared is an error, because it may hold personal data.
func (s *Schema) Statistical() bool {
	switch s.Table {
	case "indicators", "facts", "observations", "releases", "revisions":
		return true
	}
	return false
}

// Schemas lists the tables in the order of Tables. The result is shared and must
// not be changed.
var Schemas = sync.OnceValue(func() []Schema {
	var list []Schema
	tables := reflect.TypeFor[Tables]()
	for i := range tables.NumField() {
		name, ok := tables.Field(i).Tag.Lookup("table")
		if !ok {
			continue
		}
		s := Schema{Table: name, About: tables.Field(i).Tag.Get("about"), Field: i, Record: tables.Field(i).Type.Elem()}
		s.Columns = columnsOf(s.Record, nil)
		list = append(list, s)
	}
	return list
})

// columnsOf lists the columns of a struct, those of embedded structs last.
func columnsOf(t reflect.Type, parent []int) []Column {
	var own, embedded []Column
	for i := range t.NumField() {
		f := t.Field(i)
		index := append(append([]int(nil), parent...), i)
		tag := f.Tag.Get("csv")
		switch {
		case tag == "-":
		case f.Anonymous:
			embedded = append(embedded, columnsOf(f.Type, index)...)
		case tag != "":
			own = append(own, Column{tag, index, f.Type, ParseRules(f.Tag.Get("rule")), f.Tag.Get("about")})
		}
	}
	return append(own, embedded...)
}
