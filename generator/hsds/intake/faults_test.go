package intake_test

import (
	"os"
	"path/filepath"
	"reflect"
	"sort"
	"strconv"
	"strings"
	"testing"

	"elinde/generator/finding"
	"elinde/generator/hsds/intake"
)

// TestFaultsAreTold plants one fault in a package each and wants it told, by file,
// row and column, and nothing imported.
func TestFaultsAreTold(t *testing.T) {
	const (
		service  = "id,organization_id,name,status\n"
		a, b     = "11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"
		org      = "id,name,description\n" + a + ",Org,About it\n"
		good     = service + b + "," + a + ",Help,active\n"
		stranger = "99999999-9999-4999-8999-999999999999"
	)
	for name, c := range map[string]struct {
		files map[string]string
		want  []string // code, file, line, column of each error
	}{
		"a key that leads nowhere":     {map[string]string{"organizations.csv": org, "services.csv": service + b + "," + stranger + ",Help,active\n"}, []string{"hsds-reference services.csv:2 organization_id"}},
		"a table that is missing":      {map[string]string{"services.csv": good}, []string{"hsds-table-missing services.csv:2 organization_id"}},
		"an id given twice":            {map[string]string{"organizations.csv": org + a + ",Other,About\n", "services.csv": good}, []string{"hsds-id-repeated organizations.csv:3 id"}},
		"a row without id":             {map[string]string{"organizations.csv": org + ",Other,About\n"}, []string{"hsds-field-missing organizations.csv:3 id"}},
		"a status that is none":        {map[string]string{"organizations.csv": org, "services.csv": service + b + "," + a + ",Help,open\n"}, []string{"hsds-enum services.csv:2 status"}},
		"a point that is nowhere":      {map[string]string{"organizations.csv": org, "locations.csv": "id,location_type,latitude,longitude\n" + b + ",physical,100,58\n"}, []string{"hsds-coordinate locations.csv:2 latitude"}},
		"a number that is none":        {map[string]string{"organizations.csv": "id,name,description,year_incorporated\n" + a + ",Org,About,long ago\n"}, []string{"hsds-type organizations.csv:2 year_incorporated"}},
		"a day that is none":           {map[string]string{"organizations.csv": org, "services.csv": "id,organization_id,name,status,assured_date\n" + b + "," + a + ",Help,active,2026-02-30\n"}, []string{"hsds-type services.csv:2 assured_date"}},
		"parents in a circle":          {map[string]string{"organizations.csv": "id,name,description,parent_organization_id\n" + a + ",A,a," + b + "\n" + b + ",B,b," + a + "\n"}, []string{"hsds-cycle organizations.csv:3 parent_organization_id"}},
		"its own parent":               {map[string]string{"organizations.csv": "id,name,description,parent_organization_id\n" + a + ",A,a," + a + "\n"}, []string{"hsds-cycle organizations.csv:2 parent_organization_id"}},
		"nothing of HSDS":              {map[string]string{"readme.txt": "hello"}, []string{"hsds-empty :0 "}},
		"a quote that is never closed": {map[string]string{"organizations.csv": org + b + ",\"Open,About\n"}, []string{"quote-open organizations.csv:3 "}},
		"a file that is a workbook":    {map[string]string{"organizations.csv": "PK\x03\x04xl/workbook"}, []string{"file-foreign organizations.csv:0 "}},
		"JSON cut short":               {map[string]string{"service.json": `{"id":`}, []string{"hsds-json service.json:1 "}},
		"a key given twice":            {map[string]string{"service.json": "{\n\"id\":1,\n\"id\":2}"}, []string{"hsds-json service.json:3 "}},
		"JSON in another encoding":     {map[string]string{"service.json": "{\"name\":\"\xd2\xfd\"}"}, []string{"bytes-invalid service.json:0 "}},
		"JSON that nests too deep":     {map[string]string{"service.json": strings.Repeat("[", 100_000)}, []string{"hsds-json service.json:1 "}},
		"an object of another kind":    {map[string]string{"thing.json": `{"id":"x"}`}, []string{"hsds-object-unknown thing.json:1 "}},
		"an object told in two ways":   {map[string]string{"services.json": `[{"id":"` + a + `","name":"A","status":"active"},` + "\n" + `{"id":"` + a + `","name":"B","status":"active"}]`}, []string{"hsds-conflict services.json:2 name"}},
		"an array that is none":        {map[string]string{"service.json": `{"id":"` + a + `","name":"A","status":"active","phones":"+1"}`}, []string{"hsds-type service.json:1 phones"}},
	} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			for file, text := range c.files {
				if err := os.WriteFile(filepath.Join(folder, file), []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			tables, found, err := intake.Read(folder, intake.Options{Text: "en"})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, f := range found {
				if f.Severity == finding.Error {
					got = append(got, strings.TrimPrefix(string(f.Code)+" "+f.File+":"+strconv.Itoa(f.Line)+" "+f.Column, " "))
				}
			}
			sort.Strings(got)
			sort.Strings(c.want)
			if !reflect.DeepEqual(got, c.want) || tables != nil {
				t.Errorf("found %q, want %q", got, c.want)
			}
		})
	}
}
