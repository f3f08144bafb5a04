package pipeline

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

// locating gives the test whether an open table of a kept site tells of a location
// that is confidential now: in locations.csv its row stands, services.csv names it,
// or an area below the welaýat of a service that has one. The pages and the search
// of that site tell no more than its tables. The test gives the id of the location
// or service, "" for none.
func (c *Checked) locating() func(file string, data []byte) string {
	secret, services := map[string]bool{}, map[string]bool{}
	for _, l := range c.set.Index().Locations {
		if l.Confidential != programme.No {
			secret[string(l.ID)] = true
		}
	}
	for _, id := range c.Protected.Hidden().Services {
		services[string(id)] = true
	}
	below := func(id string) bool {
		p := c.Protected.Index().Region(programme.PlaceID(id))
		return p == nil || string(p.ID) != id
	}
	return func(file string, data []byte) string {
		if len(secret) == 0 || file != "downloads/locations.csv" && file != "downloads/services.csv" {
			return ""
		}
		for row := range rowsOf(data) {
			if secret[row["id"]] && file == "downloads/locations.csv" {
				return row["id"]
			}
			if file == "downloads/locations.csv" || !services[row["id"]] {
				continue
			}
			if slices.ContainsFunc(strings.Split(row["locations"], ";"), func(id string) bool { return secret[id] }) ||
				row["places"] != "" && slices.ContainsFunc(strings.Split(row["places"], ";"), below) {
				return row["id"]
			}
		}
		return ""
	}
}

// rowsOf gives the rows of a table by column. One that cannot be read ends there.
func rowsOf(data []byte) func(func(map[string]string) bool) {
	return func(yield func(map[string]string) bool) {
		r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
		header, err := r.Read()
		for err == nil {
			var cells []string
			if cells, err = r.Read(); err != nil {
				return
			}
			row := make(map[string]string, len(header))
			for i, name := range header {
				row[name] = cells[i]
			}
			if !yield(row) {
				return
			}
		}
	}
}

// rowOf gives the row of the data that makes confidential what purge found: a text,
// or the id of a location or service. It has no file for a path.
func (c *Checked) rowOf(what string) finding.Finding {
	at, ok := c.forbidden.from[what]
	if l := c.set.Index().Location[programme.LocationID(what)]; !ok && l != nil {
		at = l.Position
	} else if s := c.set.Index().Service[programme.ServiceID(what)]; !ok && s != nil {
		at = s.Position
	}
	row := []finding.Finding{{Code: finding.SiteForbiddenString, File: at.File, Line: at.Line}}
	c.records.Number(row)
	return row[0]
}
