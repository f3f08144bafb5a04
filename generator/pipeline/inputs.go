package pipeline

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io/fs"
	"time"

	"elinde/generator/config"
	"elinde/generator/disclosure"
	"elinde/generator/record"
	"elinde/generator/table"
	"elinde/site"
)

// inputsOf gives a fingerprint of all that pages are planned from but the rows of
// services: the other files, the records, the settings, the day, the releases that are
// out and the audited figures, and this program. The theme is left to package site, which
// knows pages by it too. nil where the program cannot be read: then nothing is taken for
// known.
func inputsOf(records *table.Records, kept *record.Kept, p *disclosure.Protected, s config.Settings) []byte {
	program := site.Program()
	s.AsOf = time.Time{} // pages of services know the day, not the instant
	settings, err := json.Marshal(s)
	if program == [16]byte{} || err != nil {
		return nil
	}
	sum := sha256.New()
	fmt.Fprintf(sum, "%x %x %x %s %s %q %x", program, records.SumBut("services"), kept.Sum, settings, p.Today(), releasesOut(p), sumOf(p))
	return sum.Sum(nil)
}

// withTheme adds the theme, whose texts stand in files too; nil where the rest is not
// known, or the theme cannot be read.
func withTheme(inputs []byte, theme fs.FS) []byte {
	if inputs == nil {
		return nil
	}
	sum := sha256.New()
	sum.Write(inputs)
	err := fs.WalkDir(theme, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(theme, name)
		fmt.Fprintf(sum, "%q %d ", name, len(data))
		sum.Write(data)
		return err
	})
	if err != nil {
		return nil
	}
	return sum.Sum(nil)
}
