package main

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
)

var languages = []string{"tk", "ru", "en"}

// source is what the demonstration lends.
type source struct {
	places    []place             // etraps and boroughs in force
	regions   []string            // ids of welaýat level
	terms     map[string][]string // ids by scheme
	names     [][]string          // names of services, one per language
	sentences map[string][]string // by language
}

type place struct{ id, region, latitude, longitude string }

func readSource(dir string) (*source, error) {
	s := &source{terms: map[string][]string{}, sentences: map[string][]string{}}
	places, err := readTable(dir, "places")
	if err != nil {
		return nil, err
	}
	for _, p := range places {
		switch p["level"] {
		case "welayat", "city":
			s.regions = append(s.regions, p["id"])
		case "etrap", "borough":
			s.places = append(s.places, place{p["id"], p["parent_id"], p["latitude"], p["longitude"]})
		}
	}
	validity, err := readTable(dir, "place_validity")
	if err != nil {
		return nil, err
	}
	s.dropAbolished(validity)
	terms, err := readTable(dir, "terms")
	if err != nil {
		return nil, err
	}
	for _, t := range terms {
		s.terms[t["scheme"]] = append(s.terms[t["scheme"]], t["id"])
	}
	services, err := readTable(dir, "services")
	if err != nil {
		return nil, err
	}
	for _, row := range services {
		var names []string
		for _, l := range languages {
			names = append(names, row["name_"+l])
			for _, sentence := range strings.SplitAfter(strings.Join(strings.Fields(row["summary_"+l]+" "+row["description_"+l]), " "), ". ") {
				if len(sentence) > 20 {
					s.sentences[l] = append(s.sentences[l], strings.TrimSpace(sentence))
				}
			}
		}
		s.names = append(s.names, names)
	}
	return s, nil
}

// dropAbolished takes out places whose last validity has ended.
func (s *source) dropAbolished(validity []map[string]string) {
	listed, open := map[string]bool{}, map[string]bool{}
	for _, v := range validity {
		listed[v["place_id"]] = true
		open[v["place_id"]] = open[v["place_id"]] || v["valid_to"] == ""
	}
	kept := s.places[:0]
	for _, p := range s.places {
		if !listed[p.id] || open[p.id] {
			kept = append(kept, p)
		}
	}
	s.places = kept
}

// readTable reads a table of the demonstration, which is plain UTF-8 with commas.
func readTable(dir, table string) ([]map[string]string, error) {
	f, err := os.Open(filepath.Join(dir, table+".csv"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, err
	}
	var rows []map[string]string
	for _, record := range records[1:] {
		row := map[string]string{}
		for i, column := range records[0] {
			row[column] = record[i]
		}
		rows = append(rows, row)
	}
	return rows, nil
}
