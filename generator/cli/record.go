package cli

import (
	"errors"

	"github.com/spf13/cobra"

	"elinde/generator/pipeline"
	"elinde/generator/programme"
)

func (a *app) recordCommand() *cobra.Command {
	return &cobra.Command{Use: "record", Short: a.texts.get("record-short"), Long: a.texts.get("record-long"), Args: a.takes(0, 0),
		RunE: func(*cobra.Command, []string) error {
			s, _, err := a.settings()
			if err != nil {
				return err
			}
			done, err := pipeline.Record(s)
			if err != nil {
				return err
			}
			if done.Published == 0 {
				return errors.New(a.texts.format("record-none", s.Path(s.Output)))
			}
			if a.json {
				list := func(ids []programme.ReleaseID) []programme.ReleaseID { return append([]programme.ReleaseID{}, ids...) } // [], never null
				err = a.printJSON(struct {
					OK      bool                  `json:"ok"`
					Written []programme.ReleaseID `json:"written"`
					Refused []programme.ReleaseID `json:"refused"`
				}{len(done.Refused) == 0, list(done.Written), list(done.Refused)})
			} else {
				for _, id := range done.Written {
					a.say("recorded", id)
				}
				if len(done.Written)+len(done.Refused) == 0 {
					a.say("record-stands", done.Published)
				}
				for _, id := range done.Refused {
					a.tell("record-differs", id, id)
				}
			}
			if err == nil && len(done.Refused) > 0 {
				return errFindings
			}
			return err
		}}
}
