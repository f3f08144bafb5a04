package cli

import (
	"github.com/spf13/cobra"

	"elinde/generator/finding"
	"elinde/generator/pipeline"
	"elinde/site"
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
				removed, err := site.Discard(s.Path(s.Output), func(map[string]string) bool { return true }, nil, nil, nil)
				if err != nil {
					return err
				}
				return a.printPurged(&pipeline.Purged{Removed: removed})
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
