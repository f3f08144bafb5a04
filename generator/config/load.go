package config

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/pelletier/go-toml/v2"

	"elinde/generator/finding"
)

// maxSize is what a config.toml may weigh, in bytes.
const maxSize = 1 << 20

// Load reads a config.toml, fills in what it leaves out and checks it. What is
// wrong in it are findings with the file's line; the error says that the file
// cannot be read at all.
func Load(path string) (Settings, []finding.Finding, error) {
	info, err := os.Stat(path)
	if err != nil {
		return Settings{}, nil, fmt.Errorf("cannot open %s: %w", path, err)
	}
	if info.Size() > maxSize {
		return Settings{}, nil, fmt.Errorf("cannot read %s: %d bytes are too many for settings", path, info.Size())
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		return Settings{}, nil, fmt.Errorf("cannot read %s: %w", path, err)
	}
	s, found := parse(string(raw), filepath.ToSlash(path))
	if s.Root, err = filepath.Abs(filepath.Dir(path)); err != nil {
		return Settings{}, nil, fmt.Errorf("cannot find the folder of %s: %w", path, err)
	}
	l := &loader{file: filepath.ToSlash(path), lines: keyLines(string(raw))}
	for _, name := range keys(s.Mounts) {
		if place := s.Mounts[name]; place != "" && !s.mountable(place) {
			l.invalid("mounts."+name, place, "../exports")
		}
	}
	return s, append(found, l.found...), nil
}

// parse decodes the text of a config.toml named file in findings.
func parse(text, file string) (Settings, []finding.Finding) {
	l := &loader{file: file, text: text, lines: keyLines(text)}
	var s Settings
	d := toml.NewDecoder(strings.NewReader(strings.TrimPrefix(text, "\ufeff")))
	l.decodeError(d.DisallowUnknownFields().Decode(&s))
	s.defaults()
	if s.AsOf.Location() == time.Local { // a time without zone is the country's, not the machine's
		s.AsOf = time.Date(s.AsOf.Year(), s.AsOf.Month(), s.AsOf.Day(), s.AsOf.Hour(), s.AsOf.Minute(), s.AsOf.Second(), 0, s.Zone())
	}
	if !l.broken {
		l.check(&s)
	}
	finding.Sort(l.found)
	return s, l.found
}

// loader collects findings about one file.
type loader struct {
	file  string
	text  string
	lines map[string]int // by dotted key
	found []finding.Finding

	broken bool // the text is not TOML, or not of our types: settings are half read
}

func (l *loader) decodeError(err error) {
	var strict *toml.StrictMissingError
	var broken *toml.DecodeError
	switch {
	case err == nil:
	case errors.As(err, &strict):
		for _, e := range strict.Errors {
			line, _ := e.Position()
			l.unknown(e.Key(), line)
		}
	case errors.As(err, &broken):
		l.broken = true
		l.syntax(broken)
	default:
		l.broken = true
		l.add(finding.ConfigSyntax, 0, "", err.Error(), "")
	}
}

// invalid reports a value that is not what the key wants, or that there is none.
func (l *loader) invalid(key, value, want string) {
	code := finding.ConfigInvalid
	if value == "" {
		code = finding.ConfigMissing
	}
	l.add(code, l.line(key), key, value, want)
}

func (l *loader) add(code finding.Code, line int, key, value, want string) {
	f := finding.Finding{Code: code, Severity: finding.Error, File: l.file, Line: line, Column: key, Value: value}
	if want != "" {
		f.Args = map[string]string{"want": want}
	}
	l.found = append(l.found, f)
}

// line gives the line of a key, or of the nearest key above it.
func (l *loader) line(key string) int {
	for key != "" {
		if n, ok := l.lines[key]; ok {
			return n
		}
		key = key[:max(strings.LastIndexByte(key, '.'), 0)]
	}
	return 0
}

// unknown reports a key that nothing reads, and where it belongs if it is one of the
// whole site that stands below a table.
func (l *loader) unknown(key []string, line int) {
	whole := ""
	for _, k := range key[1:] {
		if k == "gaps" || k == "corrected" || k == "not_personal" {
			whole = k
		}
	}
	l.add(finding.ConfigUnknownKey, line, strings.Join(key, "."), "", whole)
}
