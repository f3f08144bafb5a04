package cli

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"elinde/generator/config"
	"elinde/generator/pipeline"
)

// drawKey gives a site that has no withholding key one of its own, in a file that only
// its owner can read. Where something is published already it does not: another key
// would withhold other figures, so that one that is missing is to be looked for.
func (a *app) drawKey(s *config.Settings) error {
	if s.WithholdingKey != "" || pipeline.HasRecords(*s) {
		return nil
	}
	if _, err := os.Stat(s.Path(s.Output)); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	name := s.Path(s.WithholdingKeyFile)
	s.WithholdingKey = rand.Text()
	files := map[string][]byte{filepath.Base(name): []byte(s.WithholdingKey + "\n")}
	if filepath.Dir(name) == s.Path(privateFolder) {
		files[".gitignore"] = ignoreAll
	}
	if err := writeOwn(filepath.Dir(name), files); err != nil {
		return err
	}
	a.say("key-drawn", name)
	return nil
}
