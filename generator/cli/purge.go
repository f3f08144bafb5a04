package cli

import (
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"elinde/generator/config"
	"elinde/generator/finding"
	"elinde/generator/pipeline"
	"elinde/site"
	"elinde/site/publish"
)

func (a *app) purgeCommand() *cobra.Command {
	var all bool
	c := &cobra.Command{Use: "purge [PATH...]", Short: a.texts.get("purge-short"), Long: a.texts.get("purge-long"),
		RunE: func(cmd *cobra.Command, paths []string) error {
			s, found, err := a.settings()
			if err != nil {
				return err
			}
			if all { // which asks nothing of the data: they may be what is wrong
				return a.purgeAll(s)
			}
			progress, done := a.progress()
			purged, err := pipeline.Purge(cmd.Context(), s, found, paths, a.env.Now(), progress)
			done()
			if err != nil {
				return err
			}
			if finding.Stops(purged.Findings) {
				return a.refuse(purged.Findings, "purge-stopped")
			}
			if err := a.printPurged(purged); err != nil || len(purged.Published) == 0 {
				return err
			}
			return errFindings
		}}
	c.Flags().BoolVar(&all, "all", false, a.texts.get("flag-purge-all"))
	return c
}

// purgeAll removes the kept site beside the published folder, and those beside
// previews, which hold the same texts.
func (a *app) purgeAll(s config.Settings) error {
	removed, err := discard(s.Path(s.Output))
	if err != nil {
		return err
	}
	for _, folder := range []string{s.Path("."), s.Path(".preview"), filepath.Dir(s.Path(s.Output))} {
		beside, err := filepath.Glob(filepath.Join(folder, ".*.elinde"))
		if err != nil {
			return err
		}
		for _, name := range beside {
			output := filepath.Join(folder, strings.TrimSuffix(strings.TrimPrefix(filepath.Base(name), "."), ".elinde"))
			preview, err := discard(output)
			if err != nil {
				return err
			}
			if preview != nil && !a.json {
				a.say("purged-beside", a.stamped(preview.Stamp), output)
			}
		}
	}
	return a.printPurged(&pipeline.Purged{Removed: removed})
}

// discard removes the kept site beside a folder, whatever is in it; nil where there is
// none.
func discard(output string) (*publish.Removed, error) {
	return site.Discard(output, func(map[string]string) bool { return true }, nil, nil, nil)
}

// printPurged says what purge removed, and what it may not: files of the
// published site, by name.
func (a *app) printPurged(p *pipeline.Purged) error {
	var removed publish.Removed
	if p.Removed != nil {
		removed = *p.Removed
	}
	if a.json {
		list := func(files []string) []string { return append([]string{}, files...) } // [], never null
		return a.printJSON(struct {
			OK        bool              `json:"ok"`
			Removed   map[string]string `json:"removed"` // what the removed site said of itself; null where it stays
			Because   string            `json:"because,omitempty"`
			File      string            `json:"file,omitempty"` // what makes it confidential
			Row       int               `json:"row,omitempty"`
			Published []string          `json:"published"`
		}{len(p.Published) == 0, removed.Stamp, removed.File, p.Row.File, p.Row.Row, list(p.Published)})
	}
	switch {
	case p.Removed == nil:
		a.say("purged-nothing")
	case p.Early != "":
		a.say("purged-early", a.stamped(removed.Stamp), p.Early, p.Until)
	case removed.File == "":
		a.say("purged", a.stamped(removed.Stamp))
	case p.Row.File == "":
		a.say("purged-file", a.stamped(removed.Stamp), removed.File)
	default:
		a.say("purged-row", a.stamped(removed.Stamp), removed.File, p.Row.File, p.Row.Row)
	}
	if len(p.Published) > 0 {
		a.say("purge-published", len(p.Published))
	}
	return a.answer(p.Published...)
}
