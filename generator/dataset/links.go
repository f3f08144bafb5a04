package dataset

import (
	"reflect"
	"strings"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

// reference asks for an id of another table. Ids of rows that were left out are
// reported by orphans, once it is known which ones those are.
func (r *report) reference(table string) form {
	ids, names := r.ids[table], r.names(table)
	return func(value string) *wrong {
		if ids[value] != nil || table == "sources" && value == programme.Illustration || r.gone[table][value] {
			return nil
		}
		return bad(finding.ReferenceUnknown, "table", table, "suggestion", r.guess(value, names, ids))
	}
}

// term asks for a term of a vocabulary.
func (r *report) term(scheme string) form {
	terms, names := r.index.Term[scheme], r.names(scheme)
	return func(value string) *wrong {
		if terms[programme.TermID(value)] != nil {
			return nil
		}
		return bad(finding.TermUnknown, "scheme", scheme, "suggestion", r.guess(value, names, terms))
	}
}

// dimension asks for a term of a vocabulary or one of the codes that every
// dimension has: total, not applicable, unknown.
func (r *report) dimension(scheme string) form {
	terms, names := r.index.Term[scheme], r.names(scheme)
	return func(value string) *wrong {
		// A total is _T and nothing else, even where a vocabulary has a word for it:
		// else it would be added to what it sums up.
		if totalWords[strings.ToLower(value)] {
			return bad(finding.DimensionUnknown, "scheme", scheme, "suggestion", programme.Total)
		}
		if dashes(value) {
			return bad(finding.DimensionUnknown, "scheme", scheme, "suggestion", programme.NotApplicable)
		}
		if value == programme.Total || value == programme.NotApplicable || value == programme.Unknown || terms[programme.TermID(value)] != nil {
			return nil
		}
		return bad(finding.DimensionUnknown, "scheme", scheme, "suggestion", r.guess(value, names, terms))
	}
}

// dashes reports a cell that exports hold where a dimension does not apply.
func dashes(value string) bool {
	return value != "" && strings.Trim(value, "-–—") == ""
}

// totalWords are codes that exports use for a total.
var totalWords = words("total tot all both всего итого все jemi ählisi")

// orphans reports rows that refer to a row which was left out.
func orphans(r *report) {
	all := programme.Schemas()
	for i := range all {
		schema := &all[i]
		for j := range schema.Columns {
			spec := &schema.Columns[j]
			target, ok := spec.Rules.Value("ref")
			if gone := r.gone[target]; ok && len(gone) > 0 {
				left := func(value string) *wrong {
					if gone[value] {
						return bad(finding.ReferenceLeftOut, "table", target)
					}
					return nil
				}
				each := r.values(schema.Table, spec, []form{left})
				rows := r.rows(schema)
				for k := range rows.Len() {
					each(rows.Index(k), rowOf(rows.Index(k)))
				}
			}
		}
	}
}

// cycles reports rows that refer to each other in a circle.
func cycles(r *report) {
	for _, link := range []struct{ table, column string }{
		{"places", "parent_id"}, {"providers", "parent_id"}, {"services", "successor_id"},
		{"indicators", "successor_id"}, {"indicators", "numerator_id"}, {"indicators", "denominator_id"},
	} {
		schema := r.schemas[link.table]
		rows := r.rows(schema)
		id, to := schema.Column("id").Index, schema.Column(link.column).Index
		next, at := map[string]string{}, map[string]reflect.Value{}
		var order []string
		for i := range rows.Len() {
			record := rows.Index(i)
			key := record.FieldByIndex(id).String()
			if _, twice := next[key]; !twice {
				next[key], at[key] = record.FieldByIndex(to).String(), record
				order = append(order, key)
			}
		}
		for _, circle := range circles(order, next) {
			r.add(finding.Cycle, finding.Error, link.table, rowOf(at[circle[0]]), link.column, next[circle[0]], "path", path(circle))
		}
	}
	termCycles(r)
}

// termCycles does the same for terms, whose ids are unique within a scheme only.
func termCycles(r *report) {
	next, at := map[string]string{}, map[string]*programme.Term{}
	var order []string
	for i := range r.tables.Terms {
		t := &r.tables.Terms[i]
		key := t.Scheme + " " + string(t.ID)
		if at[key] == nil {
			at[key] = t
			order = append(order, key)
			if t.ParentID != "" {
				next[key] = t.Scheme + " " + string(t.ParentID)
			}
		}
	}
	for _, circle := range circles(order, next) {
		t := at[circle[0]]
		names := make([]string, len(circle))
		for i, key := range circle {
			names[i] = string(at[key].ID)
		}
		r.add(finding.Cycle, finding.Error, "terms", &t.Row, "parent_id", string(t.ParentID), "path", path(names))
	}
}

// circles finds each circle of a graph in which every node has at most one next
// one, beginning at its first node in the given order.
func circles(order []string, next map[string]string) [][]string {
	const fresh, open, done = 0, 1, 2
	state := make(map[string]int, len(order))
	var list [][]string
	for _, start := range order {
		var way []string
		node := start
		for ; node != "" && state[node] == fresh; node = next[node] {
			state[node] = open
			way = append(way, node)
		}
		if node != "" && state[node] == open {
			for i, w := range way {
				if w == node {
					list = append(list, way[i:])
				}
			}
		}
		for _, w := range way {
			state[w] = done
		}
	}
	return list
}

// path shows a circle, its first node again at the end.
func path(nodes []string) string {
	s := ""
	for _, n := range nodes {
		s += n + " → "
	}
	return s + nodes[0]
}
