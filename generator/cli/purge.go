package cli

import (
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
				return a.refuse(purged.Findings, "purge-stopped")
			}
			if err := a.printPurged(purged); err != nil || len(purged.Published) == 0 {
				return err
			}
			return errFindings
		}}
}
