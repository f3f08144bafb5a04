package cli

import (
	"github.com/spf13/cobra"

	"elinde/generator/finding"
	"elinde/generator/pipeline"
	"elinde/generator/table"
)

func (a *app) checkCommand() *cobra.Command {
	var notes, all, fewer bool
	var release string
	c := &cobra.Command{Use: "check", Short: a.texts.get("check-short"), Long: a.texts.get("check-long"), Args: a.takes(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if !a.json { // what check finds is its result
				a.report, a.colours = a.env.Out, a.env.OutTerminal
			}
			s, found, err := a.settings()
			if err != nil {
				return err
			}
			if release != "" {
				return a.checkRelease(cmd.Context(), s, found, release, all)
			}
			progress, done := a.progress()
			checked, err := pipeline.Examine(cmd.Context(), s, found, progress)
			done()
			if err == nil {
				err = checked.KeepReleases(s)
			}
			if err == nil {
				err = checked.Compare(s, fewer)
			}
			if err != nil {
				return err
			}
			stops := finding.Stops(checked.Findings)
			if a.json {
				err := a.printJSON(struct {
					OK       bool          `json:"ok"`
					Findings []findingJSON `json:"findings"`
					Counts   []table.Count `json:"counts"`
				}{!stops, a.withWords(checked.Findings), checked.Counts})
				if err != nil || !stops {
					return err
				}
				return errFindings
			}
			a.printFindings(checked.Findings, notes, all)
			a.printCounts(checked.Counts)
			a.printSummary(checked.Findings, checked.Counts)
			a.printTime(checked, s)
			a.printHidden(checked.Findings, checked.Next(s), s)
			if stops {
				a.tell("check-stopped")
				return errFindings
			}
			a.tell("check-clean")
			a.printLater(checked.Findings)
			return nil
		}}
	c.Flags().BoolVar(&notes, "notes", false, a.texts.get("flag-notes"))
	c.Flags().BoolVar(&all, "all", false, a.texts.get("flag-all"))
	c.Flags().StringVar(&release, "release", "", a.texts.get("flag-release"))
	c.Flags().BoolVar(&fewer, "fewer", false, a.texts.get("flag-fewer"))
	return c
}
