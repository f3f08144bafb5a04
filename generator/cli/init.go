package cli

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"elinde/generator/config"
	"elinde/generator/programme"
)

//go:embed starter
var starter embed.FS

func (a *app) initCommand() *cobra.Command {
	var force bool
	c := &cobra.Command{Use: "init FOLDER", Short: a.texts.get("init-short"), Long: a.texts.get("init-long"), Args: a.oneArg,
		RunE: func(_ *cobra.Command, args []string) error {
			dir := args[0]
			entries, err := os.ReadDir(dir)
			if err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
			if len(entries) > 0 && !force {
				return errors.New(a.texts.format("init-not-empty", dir))
			}
			if err := writeStarter(dir); err != nil {
				return err
			}
			a.say("initialised", dir)
			return nil
		}}
	c.Flags().BoolVar(&force, "force", false, a.texts.get("flag-force"))
	return c
}

// writeStarter writes the files of a new site; none that exists is overwritten.
func writeStarter(dir string) error {
	err := fs.WalkDir(starter, "starter", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := starter.ReadFile(name)
		if err != nil {
			return err
		}
		// A file named .gitignore would act inside our own repository.
		target := strings.Replace(strings.TrimPrefix(name, "starter/"), "gitignore", ".gitignore", 1)
		return writeNew(filepath.Join(dir, filepath.FromSlash(target)), data)
	})
	if err != nil {
		return err
	}
	s, _, err := config.Load(filepath.Join(dir, "config.toml"))
	if err != nil {
		return err
	}
	for _, schema := range programme.Schemas() {
		if err := writeNew(filepath.Join(dir, "data", schema.Table+".csv"), []byte(header(&schema, s.Codes()))); err != nil {
			return err
		}
	}
	return nil
}

// header gives the first row of a table, one column per language where it has
// texts.
func header(schema *programme.Schema, languages []string) string {
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
	return strings.Join(names, ",") + "\n"
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

// absolute turns a path of the command line into one that does not depend on the
// folder of config.toml.
func absolute(path string) (string, error) { return filepath.Abs(path) }
