package config

import (
	"cmp"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

// What a phone gets in the first answer of a slow line, and what it can run at once.
const (
	pageBudget   = 14 << 10
	scriptBudget = 10 << 10
)

// defaults fills in what config.toml leaves out.
func (s *Settings) defaults() {
	text := func(p *string, v string) {
		if *p == "" {
			*p = v
		}
	}
	number := func(p *int, v int) {
		if *p == 0 {
			*p = v
		}
	}
	text(&s.Data, "data")
	text(&s.Content, "content")
	text(&s.Output, "public")
	text(&s.WithholdingKeyFile, ".withheld/key")
	if s.Country == "" {
		s.Country = "turkmenistan"
	}
	text(&s.UTCOffset, "+05:00")
	number(&s.StaleAfterDays, 180)
	number(&s.PageSize, 50)
	number(&s.PageBudget, pageBudget)
	number(&s.ScriptBudget, scriptBudget)
	for i := range s.Languages {
		l := &s.Languages[i]
		text(&l.Name, l.Code)
		text(&l.Direction, "ltr")
		text(&l.Interface, l.Code)
	}
}

var (
	languageCode = regexp.MustCompile(`^[a-z]{2,3}(-[a-z0-9]{2,8})*$`)
	columnName   = regexp.MustCompile(`^[a-z][a-z0-9_]{0,63}$`)
	encodings    = []string{"", "utf-8", "utf-16le", "utf-16be", "windows-1251", "windows-1250"}
	delimiters   = []string{"", ",", ";", "tab", "\t"}
	policies     = []string{"stop", "skip", "blank", "keep-first"}
)

// check reports values that cannot be right.
func (l *loader) check(s *Settings) {
	if u, err := url.Parse(s.BaseURL); err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" || !strings.HasSuffix(s.BaseURL, "/") || u.RawQuery != "" || u.Fragment != "" {
		l.invalid("base_url", s.BaseURL, "https://host/path/")
	}
	if _, err := time.Parse("-07:00", s.UTCOffset); err != nil {
		l.invalid("utc_offset", s.UTCOffset, "+05:00")
	}
	l.folders(s)
	l.positive("stale_after_days", s.StaleAfterDays, 36500)
	l.positive("page_size", s.PageSize, 1000)
	l.positive("page_budget", s.PageBudget, 1<<30)
	l.positive("script_budget", s.ScriptBudget, 1<<30)
	if _, err := regexp.Compile(s.PhonePattern); err != nil {
		l.invalid("phone_pattern", s.PhonePattern, err.Error())
	}
	l.key(s)
	l.committedKey(s)
	l.languages(s)
	l.licence(s)
	for _, release := range keys(s.Corrected) {
		if strings.TrimSpace(s.Corrected[release]) == "" {
			l.invalid("corrected."+release, "", `"…"`)
		}
	}
	for _, release := range keys(s.Gaps) {
		if strings.TrimSpace(s.Gaps[release]) == "" {
			l.invalid("gaps."+release, "", `"…"`)
		}
	}
	for _, table := range keys(s.NotPersonal) {
		of := schema(table)
		for _, column := range keys(s.NotPersonal[table]) {
			key, reason := "not_personal."+table+"."+column, s.NotPersonal[table][column]
			if of == nil || of.Column(column) == nil {
				l.invalid(key, cmp.Or(column, table), "not_personal.services.description")
			} else if strings.TrimSpace(reason) == "" {
				l.invalid(key, "", `"…"`)
			}
		}
	}
	for i, d := range s.Dimensions {
		l.dimension(fmt.Sprintf("dimensions.%d", i), d, s)
	}
	for table, mappings := range s.Tables {
		l.table(table, mappings, s)
	}
}

var spdx = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9.+-]{0,63}$`)

// licence must be said in a form that other people's programs know, in full or
// not at all.
func (l *loader) licence(s *Settings) {
	for _, code := range keys(s.Publisher) {
		if !slices.Contains(s.Codes(), code) || strings.TrimSpace(s.Publisher[code]) == "" {
			l.invalid("publisher."+code, s.Publisher[code], strings.Join(s.Codes(), ", "))
		}
	}
	if s.Licence == "" && s.LicenceURL == "" {
		return
	}
	if !spdx.MatchString(s.Licence) {
		l.invalid("licence", s.Licence, "CC-BY-4.0")
	}
	if u, err := url.Parse(s.LicenceURL); err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
		l.invalid("licence_url", s.LicenceURL, "https://creativecommons.org/licenses/by/4.0/")
	}
}

func (l *loader) positive(key string, n, most int) {
	if n < 1 || n > most {
		l.invalid(key, fmt.Sprint(n), fmt.Sprintf("1..%d", most))
	}
}

func (l *loader) languages(s *Settings) {
	if len(s.Languages) == 0 {
		l.invalid("languages", "", "[[languages]]")
	}
	seen := map[string]bool{}
	for i, g := range s.Languages {
		key := fmt.Sprintf("languages.%d", i)
		if !languageCode.MatchString(g.Code) || seen[g.Code] {
			l.invalid(key+".code", g.Code, "tk")
		}
		seen[g.Code] = true
		if g.Direction != "ltr" && g.Direction != "rtl" {
			l.invalid(key+".direction", g.Direction, "ltr, rtl")
		}
		if s.Title[g.Code] == "" {
			l.invalid("title."+g.Code, "", "title."+g.Code)
		}
		letters := strings.Fields(g.Alphabet)
		for j, letter := range letters {
			if slices.Contains(letters[:j], letter) || letter != strings.ToLower(letter) {
				l.invalid(key+".alphabet", letter, strings.ToLower(letter))
			}
		}
	}
}

func (l *loader) dimension(key string, d Dimension, s *Settings) {
	observations := schema("observations")
	if !columnName.MatchString(d.ID) || observations.Column(d.ID) != nil {
		l.invalid(key+".id", d.ID, "urbanisation")
	}
	if d.Scheme == "" {
		l.invalid(key+".scheme", d.Scheme, d.ID)
	}
	for _, g := range s.Languages {
		if d.Name[g.Code] == "" {
			l.invalid(key+".name."+g.Code, "", key+".name."+g.Code)
		}
	}
}

// schema gives the schema of a table, nil where there is none.
func schema(table string) *programme.Schema {
	all := programme.Schemas()
	for i := range all {
		if all[i].Table == table {
			return &all[i]
		}
	}
	return nil
}

// unknownColumn reports a column of a mapping that our table does not have.
func (l *loader) unknownColumn(key, column, table string) {
	f := finding.Finding{Code: finding.ConfigColumn, Severity: finding.Error, File: l.file, Line: l.line(key), Column: key,
		Value: column, Args: map[string]string{"table": table}}
	l.found = append(l.found, f)
}
