package downloads

import (
	"strings"
	"testing"

	"elinde/generator/hsds"
	"elinde/generator/programme"
)

// Whoever harvests the catalogue sees a page for each dataset, a name for each file and
// how large the archive of HSDS is.
func TestCatalogNamesWhatItLists(t *testing.T) {
	d := &Downloads{shelf: *shelfOf(func(*programme.Tables) {})}
	d.settings.BaseURL = "https://x.example/"
	d.TellArchive(func() []byte { return []byte("archive") })
	text := string(d.catalog(d, map[string]Listed{Folder + ServicesCSV: {Size: 3, SHA256: "aa"}})[0].Data)
	for _, want := range []string{
		`dcat:landingPage <https://x.example/tk/open-data/> ,`, `<https://x.example/en/open-data/>`,
		`dct:title "services.csv"`, `dct:title "hsds/` + hsds.Archive + `"`,
		`dcat:byteSize "7"^^xsd:nonNegativeInteger`, `spdx:checksumValue "` + sum([]byte("archive")) + `"^^xsd:hexBinary`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in the catalogue:\n%s", want, text)
		}
	}
}

// The note in the archive of an indicator lists no file that is not in it.
func TestNoteOfAnIndicatorListsItsOwn(t *testing.T) {
	h := shelfOf(func(*programme.Tables) {})
	part := string(h.note(edition{order: h.listed()}, ""))
	whole := string(h.note(edition{order: h.listed()}, "2026-11-16"))
	for _, name := range []string{"facts.csv", "all.zip", "releases/"} {
		if strings.Contains(part, name) || !strings.Contains(whole, name) {
			t.Errorf("%s: in the note of an indicator %t, of all %t", name, strings.Contains(part, name), strings.Contains(whole, name))
		}
	}
}
