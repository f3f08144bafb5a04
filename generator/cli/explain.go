package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"elinde/generator/disclosure"
	"elinde/generator/pipeline"
)

func (a *app) explainCommand() *cobra.Command {
	return &cobra.Command{Use: "explain INDICATOR KEY", Short: a.texts.get("explain-short"), Long: a.texts.get("explain-long"),
		Args: a.takes(2, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			s, found, err := a.settings()
			if err != nil {
				return err
			}
			progress, done := a.progress()
			checked, err := pipeline.Examine(cmd.Context(), s, found, progress)
			done()
			if err != nil {
				return err
			}
			key := fullKey(args[0], args[1])
			cell, state := disclosure.WithheldCell{}, disclosure.Secret
			if checked.Protected != nil {
				cell, state = checked.Protected.Explain(key)
			} else {
				var ok bool
				if cell, ok = disclosure.Find(checked.Withheld, key); !ok {
					return a.refuse(checked.Findings, "check-stopped")
				}
			}
			switch {
			case state == disclosure.NoFigure:
				return fmt.Errorf(a.texts.get("explain-unknown"), key)
			case a.json:
				return printJSON(a.env.Out, struct {
					Withheld bool                     `json:"withheld"`
					Missing  bool                     `json:"missing,omitempty"`
					Cell     *disclosure.WithheldCell `json:"cell,omitempty"`
				}{state == disclosure.Secret, state == disclosure.Missing, cellOrNil(cell, state == disclosure.Secret)})
			case state != disclosure.Secret:
				a.printOpen(key, state)
				return nil
			}
			a.printExplained(&cell)
			return nil
		}}
}

// fullKey puts the indicator into a key that lacks it: frequency, place, indicator
// and the rest.
func fullKey(indicator, key string) string {
	parts := strings.Split(key, ".")
	if len(parts) < 3 || parts[2] == indicator {
		return key
	}
	return strings.Join(append(parts[:2:2], append([]string{indicator}, parts[2:]...)...), ".")
}

func cellOrNil(c disclosure.WithheldCell, ok bool) *disclosure.WithheldCell {
	if !ok {
		return nil
	}
	return &c
}
