// Package config turns config.toml into typed settings that are passed by value.
// There are no globals: what a stage needs is handed to it.
package config

import (
	"path/filepath"
	"time"

	"elinde/generator/programme"
)

// Settings is everything config.toml says, checked and with defaults filled in.
type Settings struct {
	Root string `toml:"-"` // folder of config.toml; other paths are relative to it

	Title   map[string]string `toml:"title"` // by language
	BaseURL string            `toml:"base_url"`
	AsOf    time.Time         `toml:"as_of"` // zero: now
	// Illustration marks a demonstration: every page says so.
	Illustration bool   `toml:"illustration"`
	Data         string `toml:"data"`
	Content      string `toml:"content"`
	Theme        string `toml:"theme"` // folder laid over the embedded theme
	Output       string `toml:"output"`
	// Mounts shows further folders inside the data folder: name there → folder,
	// relative to Root. An export can stay where somebody else writes it.
	Mounts map[string]string `toml:"mounts"`

	Languages []Language        `toml:"languages"` // the first is the source language
	Country   programme.PlaceID `toml:"country"`
	UTCOffset string            `toml:"utc_offset"` // "+05:00"

	StaleAfterDays int    `toml:"stale_after_days"`
	PageSize       int    `toml:"page_size"`
	PhonePattern   string `toml:"phone_pattern"` // RE2, the whole number
	ReportEmail    string `toml:"report_email"`  // where readers report an error
	ReportPhone    string `toml:"report_phone"`
	// ReportHours says when somebody answers there, by language.
	ReportHours map[string]string `toml:"report_hours"`

	// Publisher is who publishes the data, by language; the title where it is empty.
	Publisher map[string]string `toml:"publisher"`
	// Licence of the published data: its SPDX identifier and its address.
	Licence    string `toml:"licence"`
	LicenceURL string `toml:"licence_url"`

	// Gaps says why a release holds less than earlier ones: release → reason. What
	// it lacks then is a warning.
	Gaps map[string]string `toml:"gaps"`
	// Corrected says why the figures of a published release are others now: release
	// → reason.
	Corrected map[string]string `toml:"corrected"`
	// NotPersonal says why what looks like data about persons in a column is none:
	// table → our column → reason.
	NotPersonal map[string]map[string]string `toml:"not_personal"`
	// Keep names figures that are never withheld for the sake of others, by key;
	// "*" stands for any part of it.
	Keep []string `toml:"keep"`
	// WithholdingKey orders the cells that may be withheld for others. Nobody outside
	// may know it: it stands in the environment or in WithholdingKeyFile, and in
	// config.toml only where the figures are made up.
	WithholdingKey     string `toml:"withholding_key"`
	WithholdingKeyFile string `toml:"withholding_key_file"`

	// SignKey is the file of the private key that signs the site, "" for none.
	SignKey     string `toml:"sign_key"`
	Precompress bool   `toml:"precompress"` // .br and .gz beside text files

	// What a page may weigh, in bytes packed with brotli: HTML with style sheet, and
	// its scripts. A heavier one stops the build.
	PageBudget   int `toml:"page_budget"`
	ScriptBudget int `toml:"script_budget"`

	// Tables maps foreign exports onto our tables, see Mapping; by table name.
	Tables map[string][]Mapping `toml:"tables"`
	// Dimensions are those of observations beyond the fixed ones.
	Dimensions []Dimension `toml:"dimensions"`
}

// Language is a language of the site.
type Language struct {
	Code      string `toml:"code"` // BCP 47, lower case
	Name      string `toml:"name"` // its own name
	Direction string `toml:"direction"`
	// Alphabet lists the letters in the order of sorting, lower case, separated
	// by spaces; empty: golang.org/x/text's order.
	Alphabet string `toml:"alphabet"`
	// Interface is the language of the interface texts where the theme has none
	// in this one.
	Interface string `toml:"interface"`
}

// Dimension is a further dimension of observations that config.toml declares.
type Dimension struct {
	ID     string            `toml:"id"`     // column of observations
	Scheme string            `toml:"scheme"` // terms it takes
	Name   map[string]string `toml:"name"`
}

// Path gives a path of config.toml as the system knows it: relative ones are
// relative to Root.
func (s Settings) Path(name string) string {
	if name == "" || filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(s.Root, filepath.FromSlash(name))
}

// Codes gives the language codes in order.
func (s Settings) Codes() []string {
	codes := make([]string, len(s.Languages))
	for i, l := range s.Languages {
		codes[i] = l.Code
	}
	return codes
}

// Zone gives the country's zone as a fixed offset: never the machine's.
func (s Settings) Zone() *time.Location {
	t, err := time.Parse("-07:00", s.UTCOffset)
	if err != nil {
		return time.UTC
	}
	_, offset := t.Zone()
	return time.FixedZone(s.UTCOffset, offset)
}

// Today gives the day of the build in the country's zone.
func (s Settings) Today() programme.Date { return programme.DateOf(s.AsOf.In(s.Zone())) }

// Mapping reads one of our tables out of somebody's own export.
type Mapping struct {
	Files     []string          `toml:"files"`     // globs under the data folder
	Columns   map[string]string `toml:"columns"`   // our column → theirs
	Constants map[string]string `toml:"constants"` // our column → value for every row
	// Codes: our column → their value → ours; "" is a blank cell, "*" every
	// value that is not listed.
	Codes map[string]map[string]string `toml:"codes"`
	// Templates build a cell from others: "svc-{id}"; {file} is the file's name
	// without extension.
	Templates map[string]string `toml:"templates"`
	Ignore    []string          `toml:"ignore"`   // their columns that are not taken
	Distinct  []string          `toml:"distinct"` // our columns by which repeated rows are one (a file feeding a vocabulary)
	// Where takes only the rows whose cell of their column matches the RE2.
	Where map[string]string `toml:"where"`
	// Patterns rewrite cells of our column before codes are looked up.
	Patterns  map[string][]Pattern `toml:"patterns"`
	Encoding  string               `toml:"encoding"`  // overrides the guess
	Delimiter string               `toml:"delimiter"` // overrides the guess
	// Faulty says what to do with a row that has an error, by finding code or
	// "*": "stop", "skip" (leave the row out), "blank" (blank the cell),
	// "keep-first" (of rows with the same key). Each is counted in the report.
	Faulty map[string]string `toml:"faulty"`
}

// Pattern rewrites what an RE2 matches in a cell: "^Close at (..:..)pm$" → "$1".
type Pattern struct {
	Match   string `toml:"match"`
	Replace string `toml:"replace"`
}
