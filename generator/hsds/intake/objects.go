package intake

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
	"unicode/utf8"

	"elinde/generator/finding"
	"elinde/generator/hsds"
)

// maxDepth is how deep JSON may nest; the specification's own needs about ten.
const maxDepth = 40

// object is a JSON object that knows its order and its line.
type object struct {
	keys   []string
	values map[string]any // string, json.Number, bool, nil, []any, *object
	line   int
}

// objects reads a JSON file: one object, a list of them, a page of the API, or all
// tables in one object.
func (in *intake) objects(fsys fs.FS, name string) {
	refuse := func(code finding.Code, line int, args map[string]string) {
		in.found = append(in.found, finding.Finding{Code: code, Severity: finding.Error, File: name, Line: line, Args: args})
	}
	data, err := readAll(fsys, name)
	if err != nil {
		refuse(finding.FileUnreadable, 0, map[string]string{"reason": err.Error()})
		return
	}
	if len(data) > maxObject {
		refuse(finding.FileTooLarge, 0, map[string]string{"limit": fmt.Sprint(maxObject >> 20)})
		return
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if !utf8.Valid(data) {
		refuse(finding.BytesInvalid, 0, map[string]string{"encoding": "utf-8"})
		return
	}
	d := &decoder{json: json.NewDecoder(bytes.NewReader(data)), data: data, line: 1}
	d.json.UseNumber()
	value, err := d.value(0)
	if err == nil {
		if _, more := d.json.Token(); more != io.EOF {
			err = errors.New("more than one value")
		}
	}
	if err != nil {
		refuse(finding.HSDSObject, d.here(), map[string]string{"reason": err.Error()})
		return
	}
	in.top(name, value, hint(name))
}

func readAll(fsys fs.FS, name string) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, maxObject+1))
}

// top takes apart what a file holds.
func (in *intake) top(name string, value any, kind string) {
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			in.top(name, item, kind)
		}
		return
	case *object:
		if contents, ok := v.values["contents"].([]any); ok {
			in.top(name, contents, kind)
			return
		}
		if in.allTables(name, v) {
			return
		}
		if id, gone := retired(v); gone {
			in.found = append(in.found, finding.Finding{Code: finding.HSDSRetired, Severity: finding.Note, File: name, Line: v.line, Value: id})
			return
		}
		if k := kindOf(v, kind); k != "" {
			in.flatten(hsds.Of(k), v, name, "", "")
			return
		}
		in.found = append(in.found, finding.Finding{Code: finding.HSDSUnknown, Severity: finding.Error, File: name, Line: v.line})
		return
	}
	in.found = append(in.found, finding.Finding{Code: finding.HSDSUnknown, Severity: finding.Error, File: name})
}

// retired reports whether an object only says that what it was is gone, and gives its
// id: its metadata tell of the deletion of that.
func retired(o *object) (id string, gone bool) {
	id, _ = o.values["id"].(string)
	list, _ := o.values["metadata"].([]any)
	for _, item := range list {
		m, ok := item.(*object)
		gone = gone || ok && m.values["last_action_type"] == "delete" && m.values["field_name"] == "id" && m.values["previous_value"] == id
	}
	return id, gone
}

// allTables reads an object whose every key names a table.
func (in *intake) allTables(name string, o *object) bool {
	tables := map[string]*hsds.Resource{}
	for _, key := range o.keys {
		r := hsds.Of(key)
		if r == nil {
			r = resourceOf(strings.TrimSuffix(key, ".csv") + ".csv")
		}
		if _, list := o.values[key].([]any); r == nil || !list {
			return false
		}
		tables[key] = r
	}
	for _, key := range o.keys {
		for _, item := range o.values[key].([]any) {
			in.top(name, item, tables[key].Name)
		}
		in.present[tables[key].Name] = true
	}
	return len(o.keys) > 0
}

// hint gives the resource that the name of a file or its folder tells.
func hint(name string) string {
	for _, part := range []string{strings.TrimSuffix(path.Base(name), path.Ext(name)), path.Base(path.Dir(name)), path.Base(path.Dir(path.Dir(name)))} {
		part = strings.ToLower(part)
		for _, suffix := range []string{"_full", "_list", "_package"} {
			part = strings.TrimSuffix(part, suffix)
		}
		if r := resourceOf(part + ".csv"); r != nil {
			return r.Name
		}
		if hsds.Of(part) != nil {
			return part
		}
		if part == "service_at_locations" {
			return "service_at_location"
		}
	}
	return ""
}

// kindOf tells what an object is by the properties that only one kind has.
func kindOf(o *object, kind string) string {
	has := func(keys ...string) bool {
		for _, k := range keys {
			if _, ok := o.values[k]; ok {
				return true
			}
		}
		return false
	}
	switch {
	case kind != "":
		return kind
	case has("location_type"):
		return "location"
	case has("service", "location", "location_id"):
		return "service_at_location"
	case has("status", "organization", "application_process", "service_at_locations"):
		return "service"
	case has("taxonomy_detail", "taxonomy_id", "term_uri", "parent_id", "code"):
		return "taxonomy_term"
	case has("website", "legal_status", "services", "locations", "organization_identifiers", "programs", "parent_organization_id"):
		return "organization"
	}
	return ""
}

// flatten turns an object and what nests in it into rows. By and parent are the
// column that links it to the object around it, and the id of that.
func (in *intake) flatten(r *hsds.Resource, o *object, file, by, parent string) *record {
	rec := &record{cells: hsds.Row{}, file: file, line: o.line}
	in.present[r.Name] = true
	if by != "" {
		rec.cells[by] = parent
	}
	known := fieldsOf(r)
	id, _ := o.values["id"].(string)
	if in.count() >= maxRows {
		if in.found == nil || in.found[len(in.found)-1].Code != finding.HSDSRows {
			in.found = append(in.found, finding.Finding{Code: finding.HSDSRows, Severity: finding.Error, File: file, Args: map[string]string{"limit": fmt.Sprint(maxRows)}})
		}
		return rec
	}
	in.rows[r.Name] = append(in.rows[r.Name], rec)
	for _, key := range o.keys {
		value := o.values[key]
		if value == nil || in.nested(r, rec, key, value, id) {
			continue
		}
		f, ok := known.find(key)
		if !ok {
			in.loses(r.Name, key, file, o.line)
			continue
		}
		in.speaks(f, key)
		cell, ok := scalar(value, f)
		if !ok {
			if _, number := value.(json.Number); !number || f.Type != "string" {
				in.fault(finding.HSDSType, rec, key, cell, "blank", "type", f.Type)
				continue
			}
			in.report(finding.HSDSType, finding.Warning, rec, key, cell, "type", f.Type) // and taken: nothing is lost
		}
		if was, ok := rec.cells[key]; ok && was != cell && cell != "" {
			in.fault(finding.HSDSConflict, rec, key, cell, "blank", "other", was)
			continue
		}
		if cell != "" {
			rec.cells[key] = cell
		}
	}
	return rec
}

// nested flattens the objects in a property; it reports whether the property is
// for such.
func (in *intake) nested(r *hsds.Resource, rec *record, key string, value any, id string) bool {
	for _, n := range r.Many {
		if n.Name != key {
			continue
		}
		list, ok := value.([]any)
		if !ok {
			in.fault(finding.HSDSType, rec, key, "", "blank", "type", "array")
			return true
		}
		for _, item := range list {
			child, ok := item.(*object)
			if !ok {
				in.fault(finding.HSDSType, rec, key, "", "blank", "type", "object")
				continue
			}
			c := in.flatten(hsds.Of(n.Of), child, rec.file, n.By, id)
			if n.Of == "attribute" && c.cells["link_entity"] == "" {
				c.cells["link_entity"] = r.Name
			}
		}
		return true
	}
	for _, n := range r.One {
		if n.Name != key {
			continue
		}
		child, ok := value.(*object)
		if !ok {
			in.fault(finding.HSDSType, rec, key, "", "blank", "type", "object")
			return true
		}
		other, _ := child.values["id"].(string)
		in.flatten(hsds.Of(n.Of), child, rec.file, "", "")
		if was := rec.cells[n.By]; was != "" && was != other {
			in.fault(finding.HSDSConflict, rec, n.By, other, "blank", "other", was)
		} else if other != "" {
			rec.cells[n.By] = other
		}
		return true
	}
	return false
}

// scalar gives the cell of a JSON value, and whether the field may hold one like
// it.
func scalar(value any, f hsds.Field) (string, bool) {
	switch v := value.(type) {
	case string:
		return strings.TrimSpace(v), f.Type != "number" && f.Type != "boolean"
	case json.Number:
		return v.String(), f.Type == "number"
	case bool:
		return fmt.Sprint(v), f.Type == "boolean"
	}
	return "", false
}
