package pipeline

import (
	"io/fs"
	"slices"

	"elinde/generator/config"
	"elinde/generator/finding"
	"elinde/site"
)

// interfaces gives each language the interface texts that config.toml names for
// it, and the English ones with a warning where the theme has none of those.
func interfaces(theme fs.FS, languages []config.Language) ([]config.Language, []finding.Finding, error) {
	texts, err := site.InterfaceTexts(theme)
	if err != nil {
		return nil, nil, err
	}
	var found []finding.Finding
	languages = slices.Clone(languages)
	for i := range languages {
		l := &languages[i]
		if len(texts[l.Interface]) == 0 {
			found = append(found, finding.Finding{Code: finding.InterfaceMissing, Severity: finding.Warning, File: "config.toml", Value: l.Interface})
			l.Interface = finding.Fallback
		}
	}
	return languages, found, nil
}
