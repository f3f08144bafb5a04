package cli

import (
	"bytes"
	"embed"
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"elinde/generator/config"
	"elinde/generator/programme"
	"elinde/generator/table"
)

// starter is a new site: settings, pages and an example in tables.
//
//go:embed starter
var starter embed.FS

func (a *app) initCommand() *cobra.Command {
	var force bool
	c := &cobra.Command{Use: "init FOLDER", Short: a.texts.get("init-short"), Long: a.texts.get("init-long"), Args: a.takes(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			dir := args[0]
			entries, err := os.ReadDir(dir)
			if err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
			if len(entries) > 0 && !force {
				return errors.New(a.texts.format("init-not-empty", dir))
			}
			if err := a.writeStarter(dir); err != nil {
				return err
			}
			a.say("initialised", dir)
			return nil
		}}
	c.Flags().BoolVar(&force, "force", false, a.texts.get("flag-force"))
	return c
}

// writeStarter writes the files of a new site in the words of a.texts; none that
// exists is overwritten.
func (a *app) writeStarter(dir string) error {
	settings, err := starter.ReadFile("starter/config.toml")
	if err != nil {
		return err
	}
	if err := writeNew(filepath.Join(dir, "config.toml"), []byte(a.filled(string(settings)))); err != nil {
		return err
	}
	s, _, err := config.Load(filepath.Join(dir, "config.toml"))
	if err != nil {
		return err
	}
	if _, err := s.TakeKey(a.env.Getenv(config.KeyVariable)); err != nil {
		return err
	}
	if err := a.drawKey(&s); err != nil {
		return err
	}
	s.AsOf = a.env.Now()
	for from, to := range map[string]string{"content": "content", "example": "data"} {
		if err := a.copyStarter(from, filepath.Join(dir, to), s.Today().String()); err != nil {
			return err
		}
	}
	if err := a.writeStandard(filepath.Join(dir, "data")); err != nil {
		return err
	}
	for _, schema := range programme.Schemas() {
		name := filepath.Join(dir, "data", "_tables", schema.Table+".csv")
		if err := writeNew(name, a.sheet([][]string{header(&schema, s.Codes())})); err != nil {
			return err
		}
	}
	// A file named .gitignore would act inside our own repository.
	for from, to := range map[string]string{"gitignore": ".gitignore", "readme/" + a.texts.language + ".md": "README.md"} {
		data, err := starter.ReadFile("starter/" + from)
		if err != nil {
			return err
		}
		if err := writeNew(filepath.Join(dir, to), data); err != nil {
			return err
		}
	}
	return writeNew(filepath.Join(dir, "data", "README.md"), []byte(table.Guide(s)))
}

// copyStarter copies a folder of the starter, its tables with the day of today
// where they say so.
func (a *app) copyStarter(from, to, today string) error {
	root := "starter/" + from
	return fs.WalkDir(starter, root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := starter.ReadFile(name)
		if err != nil {
			return err
		}
		if path.Ext(name) == ".csv" {
			rows, err := csv.NewReader(strings.NewReader(strings.ReplaceAll(string(data), "{today}", today))).ReadAll()
			if err != nil {
				return err
			}
			data = a.sheet(rows)
		}
		return writeNew(filepath.Join(to, filepath.FromSlash(strings.TrimPrefix(name, root+"/"))), data)
	})
}

// filled puts the texts of the reader's language in place of their keys.
func (a *app) filled(text string) string {
	for key, words := range a.texts.byKey {
		if strings.HasPrefix(key, "config-") {
			text = strings.ReplaceAll(text, "{"+key+"}", words)
		}
	}
	return text
}

// sheet writes a table as a spreadsheet on an official's machine opens it by
// itself: with the mark of UTF-8, and with semicolons where the language's
// comma is the decimal sign.
func (a *app) sheet(rows [][]string) []byte {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	if a.texts.language != "en" {
		w.Comma = ';'
	}
	if err := w.WriteAll(rows); err != nil {
		panic(err) // into memory
	}
	return b.Bytes()
}

// header gives the first row of a table, one column per language where it has
// texts.
func header(schema *programme.Schema, languages []string) []string {
	var names []string
	for i := range schema.Columns {
		c := &schema.Columns[i]
		if !c.Multilingual() {
			names = append(names, c.Name)
			continue
		}
		for _, l := range languages {
			names = append(names, c.Name+"_"+l)
		}
	}
	return names
}

func writeNew(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if _, err = f.Write(data); err != nil {
		f.Close()
		return fmt.Errorf("cannot write %s: %w", name, err)
	}
	return f.Close()
}
