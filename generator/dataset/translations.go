package dataset

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

// translations counts texts that are missing in a language and names their rows,
// and reports texts that look copied and not translated.
func translations(r *report) {
	all := programme.Schemas()
	for i := range all {
		if len(r.settings.Languages) > 1 {
			r.translated(&all[i])
		}
	}
}

func (r *report) translated(s *programme.Schema) {
	languages := r.settings.Languages
	var columns []*programme.Column
	for i := range s.Columns {
		// Synonyms are words of each language and no translations.
		if s.Columns[i].IsText() && s.Columns[i].Name != "synonyms" {
			columns = append(columns, &s.Columns[i])
		}
	}
	missing, total := make([]int, len(languages)), 0
	rows := r.rows(s)
	var file string
	for i := 0; len(columns) > 0 && i < rows.Len(); i++ {
		record := rows.Index(i)
		row := rowOf(record)
		lacking, shown := make([][]string, len(languages)), make([]int, len(languages))
		for _, spec := range columns {
			text := record.FieldByIndex(spec.Index).Interface().(programme.Text)
			_, has := text.In(0)
			if has < 0 {
				continue
			}
			total++
			for j := range languages {
				if j < len(text) && text[j] != "" {
					if k := sameAs(text, j); k >= 0 {
						r.add(finding.TranslationIdentical, finding.Warning, s.Table, row, r.cellName(spec.Name, j), text[j],
							"language", languages[j].Code, "shown", languages[k].Code)
					}
					continue
				}
				missing[j]++
				lacking[j], shown[j] = append(lacking[j], r.cellName(spec.Name, j)), has
			}
		}
		for j, names := range lacking {
			code, severity := finding.TranslationMissing, finding.Note
			if j == 0 {
				code, severity = finding.SourceTextMissing, finding.Warning
			}
			if len(names) > 0 {
				file = row.File
				r.add(code, severity, s.Table, row, names[0], "", "language", languages[j].Code,
					"columns", strings.Join(names, ", "), "shown", languages[shown[j]].Code)
			}
		}
	}
	for j, n := range missing {
		if n > 0 {
			r.add(finding.TranslationsMissing, finding.Warning, s.Table, nil, "", "", "table", s.Table,
				"language", languages[j].Code, "count", strconv.Itoa(n), "total", strconv.Itoa(total))
			r.faults[len(r.faults)-1].File = file
		}
	}
}

// sameAs gives the first language before j that has the same text, -1 for none.
// Names and short texts may well be the same in two languages.
func sameAs(text programme.Text, j int) int {
	for k := range j {
		if text[k] == text[j] && strings.Count(text[j], " ") >= 3 && utf8.RuneCountInString(text[j]) >= 20 {
			return k
		}
	}
	return -1
}
