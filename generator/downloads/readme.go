package downloads

import (
	"embed"
	"fmt"
	"slices"
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
	return h.note(h.current(), h.changed())
}

// note makes the note for an edition; that of a release says what it is, and
// lists its files, as does that of one indicator. Changed is the day on which the directory beside it last changed; ""
// where none is there.
func (h *shelf) note(e edition, changed string) []byte {
	scope := e.scope()
	var out strings.Builder
	var done = map[string]bool{}
	for i, l := range h.settings.Languages { // so that nobody takes the first language for the only one
		out.WriteString(map[bool]string{false: " / "}[i == 0] + l.Name)
	}
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
		out.WriteString("\n\n----------------------------------------\n\n")
		t := template.Must(template.New(code).Parse(string(words)))
		var r map[string]string
		if e.release != nil {
			r = map[string]string{"ID": string(e.release.ID), "Title": line(in(e.release.Title, slices.Index(h.codes, l.Code))), "Day": h.day(e.release)}
		}
		err = t.Execute(&out, map[string]any{"Release": r, "Whole": e.whole, "Part": !e.whole && changed == "" && len(e.order) == 1, "Large": e.rows() > mostRows, "Publisher": line(h.publisher(l.Code)),
			"Licence": h.settings.Licence, "LicenceURL": h.settings.LicenceURL, "Title": line(h.settings.Title[l.Code]), "Illustration": h.settings.Illustration,
			"Address": h.settings.BaseURL, "Periods": periods(scope), "Figures": scope.Figures, "Changed": changed, "Email": h.settings.ReportEmail, "Codes": strings.Join(h.codes, ", "), "Sums": slices.ContainsFunc(e.order, addsUp)})
		if err != nil {
			panic(fmt.Errorf("cannot write the note in %s: %w", code, err)) // a test executes each of them
		}
	}
	return []byte(out.String())
}

// marked adds to descriptions that what they describe was made up, where it was.
func (h *shelf) marked(description map[string]string) map[string]string {
	if !h.settings.Illustration {
		return description
	}
	said := map[string]string{}
	for code, text := range description {
		said[code] = strings.TrimSpace(h.say(code, "illustration_banner") + " " + text)
	}
	return said
}

// line keeps a text on one line of the note.
func line(s string) string { return strings.Join(strings.Fields(s), " ") }
