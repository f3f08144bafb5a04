package pipeline

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/dlclark/regexp2"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"elinde/generator/frictionless"
)

// TestDescriptorsHoldTheirFiles validates each descriptor against the profile of
// the standard, and each file against its descriptor: bytes, checksum, header,
// types, constraints, keys.
func TestDescriptorsHoldTheirFiles(t *testing.T) {
	profile := profileOf(t)
	_, files := demonstrationFiles(t, "2026-11-16T09:00:00+05:00")
	own, err := os.ReadFile("../../data/datapackage.json")
	if err != nil {
		t.Fatal(err)
	}
	files["data/datapackage.json"] = own
	packages, tables := 0, 0
	for name, data := range files {
		if path.Base(name) != "datapackage.json" {
			continue
		}
		packages++
		instance, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := profile.Validate(instance); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		var p frictionless.Package
		if err := json.Unmarshal(data, &p); err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(name, "downloads/") {
			tables += checkPackage(t, path.Dir(name)+"/", p, files)
		}
	}
	if packages != 5 || tables < 40 {
		t.Errorf("%d descriptors and %d tables were looked at", packages, tables)
	}
}

// engine lets the profile use what Go's regular expressions lack.
type engine struct{ *regexp2.Regexp }

func (e engine) MatchString(s string) bool {
	ok, err := e.Regexp.MatchString(s)
	return ok && err == nil
}

func profileOf(t *testing.T) *jsonschema.Schema {
	t.Helper()
	raw, err := os.ReadFile("../frictionless/testdata/datapackage-2.0.json")
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	c.UseRegexpEngine(func(s string) (jsonschema.Regexp, error) {
		re, err := regexp2.Compile(s, regexp2.ECMAScript)
		return engine{re}, err
	})
	schema, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	if err := c.AddResource(frictionless.Profile, schema); err != nil {
		t.Fatal(err)
	}
	return c.MustCompile(frictionless.Profile)
}

// checkPackage reads the tables of a package and gives their number.
func checkPackage(t *testing.T, folder string, p frictionless.Package, files map[string][]byte) int {
	t.Helper()
	rows := map[string][]map[string]string{}
	for _, r := range p.Resources {
		data := files[folder+r.Path]
		if len(data) != r.Bytes || fmt.Sprintf("sha256:%x", sha256.Sum256(data)) != r.Hash {
			t.Errorf("%s%s: %d bytes, the descriptor says %d", folder, r.Path, len(data), r.Bytes)
		}
		if r.Schema == nil {
			continue
		}
		all, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
		if err != nil {
			t.Fatalf("%s: %v", r.Path, err)
		}
		keys := map[string]bool{}
		for i, f := range r.Schema.Fields {
			if i >= len(all[0]) || all[0][i] != f.Name || f.Description == "" {
				t.Fatalf("%s: column %d is not %s", r.Path, i+1, f.Name)
			}
		}
		for n, cells := range all[1:] {
			row := map[string]string{}
			for i, f := range r.Schema.Fields {
				row[f.Name] = cells[i]
				if fault := checkCell(f, cells[i]); fault != "" {
					t.Errorf("%s row %d: %s %q: %s", r.Path, n+2, f.Name, cells[i], fault)
				}
			}
			key := ""
			for _, k := range r.Schema.PrimaryKey {
				key += row[k] + "\x00"
			}
			if r.Schema.PrimaryKey != nil && keys[key] {
				t.Errorf("%s row %d: the key %q stands twice", r.Path, n+2, key)
			}
			keys[key] = true
			rows[r.Name] = append(rows[r.Name], row)
		}
	}
	for _, r := range p.Resources {
		if r.Schema == nil {
			continue
		}
		for _, k := range r.Schema.ForeignKeys {
			there := map[string]bool{}
			for _, row := range rows[k.Reference.Resource] {
				there[joined(row, k.Reference.Fields)] = true
			}
			for n, row := range rows[r.Name] {
				if v := joined(row, k.Fields); strings.Trim(v, "\x00") != "" && !there[v] {
					t.Errorf("%s row %d: %v %q is not in %s", r.Path, n+2, k.Fields, v, k.Reference.Resource)
				}
			}
		}
	}
	return len(rows)
}

func joined(row map[string]string, fields []string) string {
	var key string
	for _, f := range fields {
		key += row[f] + "\x00"
	}
	return key
}

// checkCell says what is wrong with a cell, "" for nothing.
func checkCell(f frictionless.Field, cell string) string {
	if cell == "" {
		if f.Constraints["required"] == true {
			return "it is required"
		}
		return ""
	}
	var err error
	switch f.Type {
	case "integer":
		_, err = strconv.Atoi(cell)
	case "number":
		_, err = strconv.ParseFloat(cell, 64)
	case "date":
		_, err = time.Parse(time.DateOnly, cell)
	case "datetime":
		_, err = time.Parse(time.RFC3339, cell)
	case "boolean":
		if cell != f.TrueValues[0] && cell != f.FalseValues[0] {
			return "it is neither true nor false"
		}
	}
	if err != nil {
		return err.Error()
	}
	if pattern, ok := f.Constraints["pattern"].(string); ok && !regexp.MustCompile("^("+pattern+")$").MatchString(cell) {
		return "it does not match " + pattern
	}
	if list, ok := f.Constraints["enum"].([]any); ok {
		for _, v := range list {
			if v == cell {
				return ""
			}
		}
		return "it is none of the codes"
	}
	return ""
}
