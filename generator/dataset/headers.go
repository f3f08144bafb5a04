package dataset

import (
	"regexp"

	"elinde/generator/finding"
)

// Headers of columns about single persons, whole words in the three languages
// and what exports usually write. Provider, service and place names are not
// meant, and neither are counts.
var (
	personHeader = regexp.MustCompile(`(?i)(?:^|[^\pL\pN])(?:passport|pasport|паспорт\pL*|snils|снилс|inn|инн|iin|national[ _-]?id|şahsy[ _-]?belgi\pL*|лицев\pL*[ _-]?сч[её]т\pL*|iban|` +
		`full[ _-]?name|first[ _-]?name|last[ _-]?name|surname|patronymic|fio|фио|фамили\pL*|имя|отчеств\pL*|familiýasy|ady|atasynyň[ _-]?ady|` +
		`date[ _-]?of[ _-]?birth|birth[ _-]?date|dob|дата[ _-]?рожд\pL*|doglan[ _-]?(?:senesi|güni))(?:$|[^\pL\pN])`)
	harmlessHeader = regexp.MustCompile(`(?i)provider|service|org|edara|hyzmat|учрежд|услуг|_count|_num|_total|_share|кол-во|число|sany`)
)

// headers is what table.Records offers beside the cells: every header of every
// file, those included that no table takes.
type headers interface {
	Headers() map[string][]string // by file
}

// personalHeaders reports columns whose very name says that they are about
// persons, whether a table takes them or not: they were exported.
func personalHeaders(r *report) {
	h, ok := r.source.(headers)
	if !ok {
		return
	}
	for file, names := range h.Headers() {
		for _, name := range names {
			if PersonalHeader(name) {
				r.faults = append(r.faults, fault{Finding: finding.Finding{Code: finding.PersonalHeader,
					Severity: finding.Error, File: file, Line: 1, Column: name}})
			}
		}
	}
}

// PersonalHeader reports whether a header says that its column holds data about
// single persons.
func PersonalHeader(name string) bool {
	// A name such as first_name is one word to a regular expression.
	spaced := regexp.MustCompile(`_+`).ReplaceAllString(name, " ")
	return personHeader.MatchString(spaced) && !harmlessHeader.MatchString(name)
}
