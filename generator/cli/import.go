package cli

import (
	"errors"
	"io/fs"

	"github.com/spf13/cobra"

	"elinde/generator/config"
	"elinde/generator/finding"
	"elinde/generator/hsds/intake"
)

// importFolder is where import writes where --output says nothing.
const importFolder = "imported"

func (a *app) importCommand() *cobra.Command {
	c := &cobra.Command{Use: "import", Short: a.texts.get("import-short"), Long: a.texts.get("import-long"), Args: a.unknownCommand,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() }}
	c.AddCommand(a.importHSDSCommand())
	return c
}

func (a *app) importHSDSCommand() *cobra.Command {
	var skip, notes bool
	var text string
	c := &cobra.Command{Use: "hsds PATH", Short: a.texts.get("import-hsds-short"), Long: a.texts.get("import-hsds-long"), Args: a.takes(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			opt, err := a.importOptions()
			if err != nil {
				return err
			}
			opt.Skip, opt.Text = skip, text
			tables, found, err := intake.Read(args[0], opt)
			if err != nil {
				return err
			}
			if tables == nil {
				return a.refuse(found, "import-stopped")
			}
			folder := a.output
			if folder == "" {
				folder = importFolder
			}
			err = intake.Write(folder, tables)
			if errors.Is(err, intake.ErrNotEmpty) {
				return errors.New(a.texts.format("import-not-empty", folder))
			}
			if err != nil {
				return err
			}
			return a.printImported(folder, tables, found, notes, a.all)
		}}
	c.Flags().StringVarP(&a.output, "output", "o", "", a.texts.get("flag-import-output")) // in place of the site's
	c.Flags().BoolVar(&skip, "skip-faulty", false, a.texts.get("flag-skip-faulty"))
	c.Flags().StringVar(&text, "texts", "", a.texts.get("flag-texts"))
	c.Flags().BoolVar(&notes, "notes", false, a.texts.get("flag-notes"))
	c.Flags().BoolVar(&a.all, "all", false, a.texts.get("flag-all"))
	return c
}

// importOptions takes languages and time from config.toml where there is one.
func (a *app) importOptions() (intake.Options, error) {
	s, found, err := config.Load(a.config)
	if errors.Is(err, fs.ErrNotExist) {
		return intake.Options{}, nil
	}
	if err != nil {
		return intake.Options{}, err
	}
	if finding.Stops(found) {
		return intake.Options{}, a.refuse(found, "config-stopped", a.config)
	}
	return intake.Options{Languages: s.Codes(), Zone: s.Zone()}, nil
}

// printImported says what import wrote, and what it could not take.
func (a *app) printImported(folder string, tables []intake.Table, found []finding.Finding, notes, all bool) error {
	if a.json {
		counts := map[string]int{}
		for _, t := range tables {
			counts[t.Name] = len(t.Rows)
		}
		return a.printJSON(struct {
			OK       bool           `json:"ok"`
			Folder   string         `json:"folder"`
			Rows     map[string]int `json:"rows"`
			Findings []findingJSON  `json:"findings"`
		}{true, folder, counts, a.withWords(found)})
	}
	a.printFindings(found, notes, all)
	for _, t := range tables {
		a.say("import-table", t.Name, len(t.Rows))
	}
	a.say("imported", folder)
	return nil
}
