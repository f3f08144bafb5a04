package cli

import (
	"github.com/spf13/cobra"

	"elinde/generator/difference"
	"elinde/generator/pipeline"
)

func (a *app) diffCommand() *cobra.Command {
	var all bool
	c := &cobra.Command{Use: "diff", Short: a.texts.get("diff-short"), Long: a.texts.get("diff-long"), Args: a.takes(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			s, found, err := a.settings()
			if err != nil {
				return err
			}
			progress, done := a.progress()
			d, err := pipeline.Compare(cmd.Context(), s, found, progress)
			done()
			if err != nil {
				return err
			}
			if d.Protected == nil {
				return a.refuse(d.Findings, "check-stopped")
			}
			if a.json {
				return a.printJSON(diffJSONOf(d))
			}
			return a.answer(a.differences(d, all)...)
		}}
	c.Flags().BoolVar(&all, "all", false, a.texts.get("flag-all"))
	return c
}

// diffJSON is what diff writes for machines.
type diffJSON struct {
	OK        bool              `json:"ok"`
	Published map[string]string `json:"published"` // build.json, null without a site
	Pages     pagesJSON         `json:"pages"`
	*difference.Difference
}

type pagesJSON struct {
	Compared bool     `json:"compared"` // false: whether pages changed is not known
	Added    []string `json:"added"`
	Changed  []string `json:"changed"`
	Gone     []string `json:"gone"`
	Dated    []string `json:"dated"` // they show another day and are the same otherwise
}

func diffJSONOf(d *pipeline.Diff) diffJSON {
	list := func(l []string) []string { return append([]string{}, l...) } // [], never null
	return diffJSON{true, d.Published, pagesJSON{d.Pages.Compared, list(d.Pages.Added), list(d.Pages.Changed), list(d.Pages.Gone), list(d.Pages.Dated)}, d.Difference}
}
