package pipeline

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"time"

	"elinde/generator/config"
	"elinde/generator/disclosure"
	"elinde/generator/record"
	"elinde/generator/table"
	"elinde/site"
)

// inputsOf gives a fingerprint of all that pages are planned from but the rows of
// services: the other files, the records, the settings, the day, and this program. The theme
// is left to package site, which knows pages by it too. nil where the program
// cannot be read: then nothing is taken for known.
func inputsOf(records *table.Records, kept *record.Kept, p *disclosure.Protected, s config.Settings) []byte {
	program := site.Program()
	s.AsOf = time.Time{} // pages of services know the day, not the instant
	settings, err := json.Marshal(s)
	if program == [16]byte{} || err != nil {
		return nil
	}
	sum := sha256.New()
	fmt.Fprintf(sum, "%x %x %x %s %s", program, records.SumBut("services"), kept.Sum, settings, p.Today())
	return sum.Sum(nil)
}
