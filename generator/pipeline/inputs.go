package pipeline

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"elinde/generator/config"
	"elinde/generator/disclosure"
	"elinde/generator/table"
)

// inputsOf gives a fingerprint of all that pages are planned from but the rows of
// services: the other files, the settings, the day, and this program. The theme
// is left to package site, which knows pages by it too. nil where the program
// cannot be read: then nothing is taken for known.
func inputsOf(records *table.Records, p *disclosure.Protected, s config.Settings) []byte {
	program := programSum()
	s.AsOf = time.Time{} // pages of services know the day, not the instant
	settings, err := json.Marshal(s)
	if program == nil || err != nil {
		return nil
	}
	sum := sha256.New()
	fmt.Fprintf(sum, "%x %x %s %s", program, records.SumBut("services"), settings, p.Today())
	return sum.Sum(nil)
}

// programSum is the fingerprint of this program's file.
var programSum = sync.OnceValue(func() []byte {
	name, err := os.Executable()
	if err != nil {
		return nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil
	}
	defer f.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return nil
	}
	return sum.Sum(nil)
})
