package dataset

import (
	"maps"
	"slices"
	"strings"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

// fewestForeign is how many cells of a column must be guessed before they are the way
// of the file and no typing mistakes; any is where the header was guessed too.
const fewestForeign = 5

// meant lists what may stand in place of a code.
var meant = []finding.Code{finding.ReferenceUnknown, finding.TermUnknown, finding.DimensionUnknown, finding.ChoiceUnknown, finding.PeriodInvalid}

// foreign reports each file that calls columns or codes otherwise than our tables, with
// the block of config.toml that says so: one fault, whatever follows from it.
func (c *check) foreign() []finding.Finding {
	type column struct{ file, name string }
	codes := map[column]map[string]string{}
	cells := map[column][]int{} // of c.settled
	for i := range c.settled {
		f := &c.settled[i]
		if f.Severity != finding.Error || f.Args["suggestion"] == "" || !slices.Contains(meant, f.Code) {
			continue
		}
		value := c.uncut(f.Value, f.Args["suggestion"])
		if value == "" {
			continue
		}
		o, ok := c.source.Outline(f.File)
		if !ok {
			continue
		}
		k := column{f.File, o.Ours(f.Column)}
		if codes[k] == nil {
			codes[k] = map[string]string{}
		}
		codes[k][value] = f.Args["suggestion"]
		cells[k] = append(cells[k], i)
	}
	var list []finding.Finding
	for _, file := range c.source.Outlines() {
		o, _ := c.source.Outline(file)
		own := map[string]map[string]string{}
		for k, values := range codes {
			if k.file != file || len(cells[k]) < fewestForeign && o.Guessed[k.name] == "" {
				continue
			}
			own[k.name] = values
			for _, i := range cells[k] {
				args := maps.Clone(c.settled[i].Args)
				args["block"] = "yes"
				c.settled[i].Args = args
			}
		}
		if len(o.Guessed)+len(own) == 0 {
			continue
		}
		var columns []string
		for _, name := range slices.Sorted(maps.Keys(o.Guessed)) {
			columns = append(columns, o.Guessed[name]+" → "+name)
		}
		args := map[string]string{"table": o.Table, "columns": strings.Join(columns, ", "), "codes": strings.Join(slices.Sorted(maps.Keys(own)), ", ")}
		if len(o.Mapping.Files) == 0 {
			args["block"], args["config"] = o.Block(own), "config.toml"
		} else {
			args["inside"] = o.Block(own)
		}
		list = append(list, finding.Finding{Code: finding.ExportForeign, Severity: finding.Error, File: file, Args: args})
	}
	return list
}

// uncut gives a value whole that a finding shows cut: the name of the term or place
// that it seems to mean, where that is it; else "".
func (c *check) uncut(value, id string) string {
	if !strings.HasSuffix(value, "…") {
		return value
	}
	names := programme.Text(nil)
	for i := range c.tables.Terms {
		if t := &c.tables.Terms[i]; string(t.ID) == id {
			names = append(names, t.Name...)
		}
	}
	if p := c.index.Place[programme.PlaceID(id)]; p != nil {
		names = append(names, p.Name...)
	}
	if n := c.index.Indicator[programme.IndicatorID(id)]; n != nil {
		names = append(names, n.Name...)
	}
	for _, name := range names {
		if finding.Short(name) == value {
			return name
		}
	}
	return ""
}
