package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"time"

	"elinde/generator/config"
	"elinde/generator/disclosure"
)

// privateFolder stands beside config.toml, apart from the published tree. It is
// for officials: it says why each figure is withheld, though not the figure.
const privateFolder = ".withheld"

// ignoreAll is the ignore file of a folder of which git shall see nothing.
var ignoreAll = []byte("*\n")

// writePrivate writes the report on withheld figures, which only its owner can
// read. The folder holds an ignore file of its own, so that nobody commits it by
// accident. A failure is told and changes nothing. refused says that nothing was
// published.
func (a *app) writePrivate(s config.Settings, figures []disclosure.WithheldCell, refused bool) {
	var report bytes.Buffer
	err := encodeJSON(&report, struct {
		Method  string                    `json:"method"`
		Version int                       `json:"version"`
		AsOf    time.Time                 `json:"as_of"`
		Refused bool                      `json:"refused,omitempty"`
		Figures []disclosure.WithheldCell `json:"figures"`
	}{disclosure.Method, disclosure.MethodVersion, s.AsOf, refused, figures})
	if err == nil {
		err = writeOwn(s.Path(privateFolder), map[string][]byte{".gitignore": ignoreAll, "report.json": report.Bytes()})
	}
	if err != nil {
		a.printError(err)
	}
}

// writeOwn writes files of a folder that only their owner can read, each at once.
func writeOwn(folder string, files map[string][]byte) error {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	for name, data := range files {
		f, err := os.CreateTemp(folder, ".new-*") // 0600
		if err != nil {
			return err
		}
		_, err = f.Write(data)
		if closing := f.Close(); err == nil {
			err = closing
		}
		if err == nil {
			err = os.Rename(f.Name(), filepath.Join(folder, name))
		}
		if err != nil {
			os.Remove(f.Name())
			return err
		}
	}
	return nil
}
