package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"elinde/generator/finding"
	"elinde/generator/pipeline"
)

func (a *app) purgeCommand() *cobra.Command {
	return &cobra.Command{Use: "purge [PATH...]", Short: a.texts.get("purge-short"), Long: a.texts.get("purge-long"),
		RunE: func(cmd *cobra.Command, paths []string) error {
			s, found, err := a.settings()
			if err != nil {
				return err
			}
			progress, done := a.progress()
			purged, err := pipeline.Purge(cmd.Context(), s, found, paths, progress)
			done()
			if err != nil {
				return err
			}
			if finding.Stops(purged.Findings) {
				a.printFindings(purged.Findings, false, false)
				a.say("purge-stopped")
				return errFindings
			}
			if a.json {
				return printJSON(a.env.Out, struct {
					Removed   []string `json:"removed"`
					Published []string `json:"published"`
				}{purged.Removed, purged.Published})
			}
			a.say("purged", len(purged.Removed))
			if len(purged.Published) > 0 {
				a.say("purge-published", len(purged.Published))
				for _, name := range purged.Published {
					fmt.Fprintln(a.env.Out, name)
				}
				return errFindings
			}
			return nil
		}}
}
