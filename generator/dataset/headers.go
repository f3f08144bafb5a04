package dataset

import (
	"regexp"
	"strings"

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

// Screen looks through the findings of package table for columns that nobody
// declared and whose very name says that they are about persons. Nothing of them
// is read, but they were exported: that is an error wherever it happens.
func Screen(read []finding.Finding) []finding.Finding {
	var list []finding.Finding
	for _, f := range read {
		if f.Code == finding.ColumnUnknown && PersonalHeader(f.Column) {
			list = append(list, finding.Finding{Code: finding.PersonalHeader, Severity: finding.Error,
				File: f.File, Line: f.Line, Column: f.Column})
		}
	}
	return list
}

// PersonalHeader reports whether a header says that its column holds data about
// single persons.
func PersonalHeader(name string) bool {
	// A name such as first_name is one word to a regular expression.
	spaced := strings.ReplaceAll(name, "_", " ")
	return personHeader.MatchString(spaced) && !harmlessHeader.MatchString(name)
}
