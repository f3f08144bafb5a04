package cli

import (
	"cmp"
	"errors"

	"github.com/spf13/cobra"

	"elinde/generator/pipeline"
	"elinde/site"
	"elinde/site/publish"
)

func (a *app) rollbackCommand() *cobra.Command {
	var again, early bool
	c := &cobra.Command{Use: "rollback", Short: a.texts.get("rollback-short"), Long: a.texts.get("rollback-long"), Args: a.takes(0, 0),
		RunE: func(*cobra.Command, []string) error {
			s, _, err := a.settings()
			if err != nil {
				return err
			}
			shown, aside, err := site.Rollback(s.Path(s.Output), again, func(stamp map[string]string) error {
				if release, at := pipeline.Early(stamp, s, a.env.Now()); release != "" && !early {
					return errors.New(a.texts.format("rollback-early", release, at))
				}
				return nil
			})
			if errors.Is(err, publish.ErrTakenBack) {
				return errors.New(a.texts.format("taken-back", a.stamped(shown), a.stamped(aside)))
			}
			if err != nil {
				return err
			}
			if a.json {
				return a.printJSON(struct {
					BuildID string            `json:"build_id"`
					Shown   map[string]string `json:"shown"`
					Aside   map[string]string `json:"aside"`
				}{shown["build"], shown, aside})
			}
			if again && cmp.Or(cmp.Compare(shown["as_of"], aside["as_of"]), cmp.Compare(shown["release"], aside["release"])) > 0 { // the newer one is back
				a.say("published-again", s.Path(s.Output), a.stamped(shown), a.stamped(aside))
				return nil
			}
			a.say("rolled-back", s.Path(s.Output), a.stamped(shown), a.stamped(aside))
			if id := aside["release"]; id != shown["release"] && pipeline.HasRecord(s, id) {
				a.say("rolled-back-recorded", id, id)
			}
			return nil
		}}
	c.Flags().BoolVar(&again, "again", false, a.texts.get("flag-again"))
	c.Flags().BoolVar(&early, "early", false, a.texts.get("flag-early"))
	return c
}

// stamped says which site it is by its stamp: of which day, with which release.
func (a *app) stamped(stamp map[string]string) string {
	if stamp["release"] == "" {
		return stamp["as_of"]
	}
	return a.texts.format("stamped", stamp["as_of"], stamp["release"])
}
