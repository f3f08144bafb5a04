package cli

import (
	"github.com/spf13/cobra"

	"elinde/site"
)

func (a *app) rollbackCommand() *cobra.Command {
	return &cobra.Command{Use: "rollback", Short: a.texts.get("rollback-short"), Long: a.texts.get("rollback-long"), Args: a.takes(0, 0),
		RunE: func(*cobra.Command, []string) error {
			s, _, err := a.settings()
			if err != nil {
				return err
			}
			id, err := site.Rollback(s.Path(s.Output))
			if err != nil {
				return err
			}
			if a.json {
				return printJSON(a.env.Out, struct {
					BuildID string `json:"build_id"`
				}{id})
			}
			a.say("rolled-back", s.Path(s.Output))
			return nil
		}}
}
