package hsds

import "elinde/generator/ledger"

// Row is one row of a table by the names of its columns; what is blank is not
// there.
type Row map[string]string

// Package holds the rows of every table, in order.
type Package struct {
	Languages []string
	Rows      map[string][]Row // by the name of the resource
	Note      string           // that the rows are invented; "" where they are not

	gone *Package // what was retired: objects of their own, in no list

	seen map[[2]string]bool          // ids by resource
	by   map[string]map[string][]Row // children, by "resource.column", then the parent's id
	id   map[string]map[string]Row

	shown map[string][]column // see columns
	key   *key                // nil: files are made at once
	known *ledger.Ledger
}

// add appends a row without its blank cells, once: what a list of ours names twice
// is one thing.
func (p *Package) add(resource string, r Row) {
	if p.seen == nil {
		p.seen = map[[2]string]bool{}
	}
	key := [2]string{resource, r["id"]}
	if p.seen[key] {
		return
	}
	p.seen[key] = true
	for name, cell := range r {
		if cell == "" {
			delete(r, name)
		}
	}
	p.Rows[resource] = append(p.Rows[resource], r)
}

// link makes the ways from parents to children. No row may be added afterwards.
func (p *Package) link() {
	p.by, p.id = map[string]map[string][]Row{}, map[string]map[string]Row{}
	for _, r := range Resources() {
		ids := map[string]Row{}
		for _, row := range p.Rows[r.Name] {
			ids[row["id"]] = row
		}
		p.id[r.Name] = ids
		for _, f := range r.Fields {
			if f.Format != "uuid" || f.Name == "id" {
				continue
			}
			children := map[string][]Row{}
			for _, row := range p.Rows[r.Name] {
				if parent := row[f.Name]; parent != "" {
					children[parent] = append(children[parent], row)
				}
			}
			p.by[r.Name+"."+f.Name] = children
		}
	}
}
