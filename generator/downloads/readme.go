package downloads

import (
	"embed"
	"fmt"
	"strings"
	"text/template"
)

// readmes are the words of the note, one template per interface language.
//
//go:embed readme/*.txt
var readmes embed.FS

// readme makes the note beside the files, in each language of the site that has
// words for it, English where none has.
func (h *shelf) readme() []byte {
	var out strings.Builder
	var done = map[string]bool{}
	for _, l := range h.settings.Languages {
		code := l.Code
		if l.Interface != "" {
			code = l.Interface
		}
		words, err := readmes.ReadFile("readme/" + code + ".txt")
		if err != nil {
			code = "en"
			words, _ = readmes.ReadFile("readme/en.txt")
		}
		if done[code] {
			continue
		}
		done[code] = true
		if out.Len() > 0 {
			out.WriteString("\n\n----------------------------------------\n\n")
		}
		t := template.Must(template.New(code).Parse(string(words)))
		err = t.Execute(&out, map[string]any{"Title": line(h.settings.Title[l.Code]), "Illustration": h.settings.Illustration,
			"Address": h.settings.BaseURL, "Email": h.settings.ReportEmail, "Codes": strings.Join(h.codes, ", ")})
		if err != nil {
			panic(fmt.Errorf("cannot write the note in %s: %w", code, err)) // a test executes each of them
		}
	}
	return []byte(out.String())
}

// line keeps a text on one line of the note.
func line(s string) string { return strings.Join(strings.Fields(s), " ") }
