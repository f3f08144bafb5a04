package cli

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"elinde/generator/config"
	"elinde/generator/finding"
	"elinde/generator/pipeline"
	"elinde/generator/table"
	"elinde/site"
)

func (a *app) buildCommand() *cobra.Command {
	var notes, all, compress, whole, noSearch, fewer, early bool
	var sign string
	c := &cobra.Command{Use: "build", Short: a.texts.get("build-short"), Long: a.texts.get("build-long"), Args: a.takes(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			s, found, err := a.settings()
			if err != nil {
				return err
			}
			s.Precompress = s.Precompress || compress
			key, err := a.key(sign, s)
			if err == nil {
				err = a.drawKey(&s)
			}
			if err != nil {
				return err
			}
			built, err := a.build(cmd.Context(), s, found, pipeline.Options{Whole: whole, NoSearch: noSearch, Fewer: fewer, Key: key, Clock: a.clock(early)})
			if built == nil {
				return err
			}
			if built.Index != nil {
				err = errors.Join(err, built.Index.Close())
			}
			if err != nil {
				return err
			}
			stops := finding.Stops(built.Findings)
			if a.json {
				if err := a.printBuiltJSON(built, !stops); err != nil {
					return err
				}
			} else {
				a.printFindings(built.Findings, notes, all)
				a.printCounts(built.Counts)
				a.printSummary(built.Findings, built.Counts)
				a.printTime(&built.Checked, s)
			}
			if built.Protected != nil || len(built.Withheld) > 0 {
				a.writePrivate(s, built.Spelled(built.Withheld), stops)
			}
			if stops {
				a.say("stopped")
				return errFindings
			}
			switch {
			case a.json:
			case built.Report.Unchanged:
				a.say("unchanged", s.Path(s.Output))
			case !a.public:
				a.say("built-aside", built.Report.Files, built.Report.Pages, built.Report.Rendered, s.Path(s.Output))
			default:
				a.say("published", built.Report.Files, built.Report.Pages, built.Report.Rendered, s.Path(s.Output))
			}
			for _, r := range built.Wordless(s) {
				a.say("wordless", r.ID, r.ID)
			}
			a.prepare(s)
			return nil
		}}
	c.Flags().BoolVar(&notes, "notes", false, a.texts.get("flag-notes"))
	c.Flags().BoolVar(&all, "all", false, a.texts.get("flag-all"))
	c.Flags().BoolVar(&compress, "compress", false, a.texts.get("flag-compress"))
	c.Flags().BoolVar(&whole, "whole", false, a.texts.get("flag-whole"))
	c.Flags().BoolVar(&fewer, "fewer", false, a.texts.get("flag-fewer"))
	c.Flags().BoolVar(&early, "early", false, a.texts.get("flag-early"))
	c.Flags().StringVar(&sign, "sign", "", a.texts.get("flag-sign"))
	c.Flags().BoolVar(&noSearch, "no-search", false, a.texts.get("flag-no-search"))
	return c
}

// clock is what holds releases to their time, in the folder that readers see.
func (a *app) clock(early bool) pipeline.Clock {
	if !a.public {
		return pipeline.Clock{}
	}
	return pipeline.Clock{Now: a.env.Now(), Early: early}
}

// build runs the pipeline with progress.
func (a *app) build(ctx context.Context, s config.Settings, found []finding.Finding, opt pipeline.Options) (*pipeline.Built, error) {
	progress, done := a.progress()
	defer done()
	opt.Progress = progress
	return pipeline.Build(ctx, s, found, opt)
}

func (a *app) printBuiltJSON(built *pipeline.Built, ok bool) error {
	return a.printJSON(struct {
		OK        bool          `json:"ok"`
		BuildID   string        `json:"build_id,omitempty"`
		Unchanged bool          `json:"unchanged"`
		Pages     int           `json:"pages"`
		Rendered  int           `json:"rendered"`
		Files     int           `json:"files"`
		Findings  []findingJSON `json:"findings"`
		Counts    []table.Count `json:"counts"`
	}{ok, built.Report.BuildID, built.Report.Unchanged, built.Report.Pages, built.Report.Rendered, built.Report.Files, a.withWords(built.Findings), built.Counts})
}

// prepare makes the next build faster, now that nobody waits any more. A failure
// is told and changes nothing: the site is published.
func (a *app) prepare(s config.Settings) {
	if err := site.Prepare(s.Path(s.Output)); err != nil {
		a.printError(err)
	}
}
