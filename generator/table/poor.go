package table

import (
	"strings"

	"golang.org/x/text/encoding/charmap"

	"elinde/generator/config"
	"elinde/generator/finding"
)

// poorFrom is how many letters a language's cells must hold before the absence of
// all its special letters is no chance: a line of ordinary text.
const poorFrom = 80

// tellPoor reports texts of a language whose letters windows-1251 lacks. Windows
// may put look-alikes in their place (s for ş) instead of question marks, and
// nothing in a cell then shows it.
func (sh *sheet) tellPoor(set config.Settings) {
	if sh.encoding != windows1251 {
		return
	}
	for i, l := range set.Languages {
		lacks := lackedBy1251(l.Alphabet)
		if lacks == "" {
			continue
		}
		letters, header := 0, ""
		for _, c := range sh.layout.columns {
			if !c.spec.IsText() || c.slots[i].header == "" {
				continue
			}
			header = c.slots[i].header
			for _, r := range sh.records {
				letters += len([]rune(c.slots[i].cell(r.cells, sh.stem)))
			}
		}
		if letters >= poorFrom {
			sh.report(finding.LettersImpossible, finding.Error, 0, header, "", "letters", lacks, "language", l.Code)
		}
	}
}

// lackedBy1251 gives the letters of an alphabet that windows-1251 cannot hold.
func lackedBy1251(alphabet string) string {
	encoder := charmap.Windows1251.NewEncoder()
	var lacks []string
	for _, letter := range strings.Fields(alphabet) {
		if _, err := encoder.String(letter); err != nil {
			lacks = append(lacks, letter)
		}
	}
	return strings.Join(lacks, " ")
}
