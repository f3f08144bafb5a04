package config

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"elinde/generator/finding"
)

// KeyVariable is the environment variable that may hold the withholding key.
const KeyVariable = "ELINDE_WITHHOLDING_KEY"

// demonstrationKey is the one of our own config.toml, which everybody can read.
const demonstrationKey = "every figure here is made up"

// leastKey is how many bytes a secret has that nobody finds by trying.
const leastKey = 16

// TakeKey lays the withholding key over the settings that is kept apart from
// config.toml, which people commit: what the environment variable holds, else what
// stands in WithholdingKeyFile. Where there is neither, that of config.toml stays.
// The error says that the file is there and cannot be read.
func (s *Settings) TakeKey(variable string) ([]finding.Finding, error) {
	key, from := strings.TrimSpace(variable), KeyVariable
	if key == "" {
		name := s.Path(s.WithholdingKeyFile)
		raw, err := os.ReadFile(name)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("cannot read the withholding key: %w", err)
		}
		key, from = strings.TrimSpace(string(raw)), filepath.ToSlash(name)
	}
	if key == "" {
		return nil, nil
	}
	s.WithholdingKey = key
	l := &loader{file: from}
	l.key(s)
	return l.found, nil
}

// key checks a withholding key. It shows none.
func (l *loader) key(s *Settings) {
	switch n := len(s.WithholdingKey); {
	case n > 0 && n < leastKey:
		l.invalid("withholding_key", strings.Repeat("*", n), fmt.Sprintf("≥ %d", leastKey))
	case s.WithholdingKey == demonstrationKey && !s.Illustration:
		l.add(finding.WithholdingKeyPublic, l.line("withholding_key"), "withholding_key", "", "")
	}
}

// committedKey tells of a key in config.toml, unless it is meant for everybody.
func (l *loader) committedKey(s *Settings) {
	if s.WithholdingKey != "" && s.WithholdingKey != demonstrationKey {
		l.found = append(l.found, finding.Finding{Code: finding.WithholdingKeyCommitted, Severity: finding.Warning, File: l.file,
			Line: l.line("withholding_key"), Column: "withholding_key", Args: map[string]string{"where": s.WithholdingKeyFile}})
	}
}
