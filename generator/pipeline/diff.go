package pipeline

import (
	"context"
	"fmt"
	"iter"
	"os"

	"elinde/generator/config"
	"elinde/generator/difference"
	"elinde/generator/downloads"
	"elinde/generator/finding"
	"elinde/generator/pages"
	"elinde/generator/programme"
	"elinde/site"
)

// Diff is what publishing now would change.
type Diff struct {
	Checked
	// Published says what build.json says of the published site; nil where there is
	// none.
	Published map[string]string
	Pages     site.Difference
	*difference.Difference
}

// Compare plans the site and compares it with the published one. Nothing is
// rendered and nothing is written. Protected is nil where findings would stop a
// build.
func Compare(ctx context.Context, s config.Settings, found []finding.Finding, progress Progress) (*Diff, error) {
	checked, err := Examine(ctx, s, found, progress)
	if err != nil {
		return nil, err
	}
	d := &Diff{Checked: *checked}
	output := s.Path(s.Output)
	if d.Published, err = published(output); err != nil || checked.Protected == nil {
		return d, err
	}
	progress(Plan, 0, 0)
	packed := indexer(searchDocuments(checked.Protected, s))
	var before programme.Date
	if err := before.UnmarshalCSV(d.Published["as_of"]); err != nil || before == s.Today() {
		before = 0
	}
	plan, open, _, _, err := planOf(checked.Protected, s, pages.Options{Index: packed, Inputs: checked.inputs, Before: before})
	if err != nil {
		return d, err
	}
	var problems []site.Problem
	d.Pages, problems, err = site.Compare(ctx, plan, checked.siteOptions(s))
	if err != nil {
		return d, err
	}
	if len(problems) > 0 {
		d.Findings = append(d.Findings, findingsOf(problems, site.Report{}, checked.forbidden, &sources{s, checked.Protected.Index().Tables, map[string]bool{}})...)
		d.Protected = nil
		return d, nil
	}
	d.Difference, err = difference.Of(os.DirFS(output), filesOf(open), downloads.Folder, downloads.Indicators, keyColumns(s))
	if err != nil {
		return d, fmt.Errorf("cannot compare the open files: %w", err)
	}
	return d, nil
}

func filesOf(open *downloads.Downloads) iter.Seq[difference.File] {
	return func(yield func(difference.File) bool) {
		for f := range open.Tables() {
			if !yield(difference.File{Path: f.Path, Data: f.Data}) {
				return
			}
		}
	}
}

// keyColumns lists the columns of the open files that name a figure, in the order
// of table revisions.
func keyColumns(s config.Settings) []string {
	columns := []string{"freq", "ref_area", "indicator", "service_type", "sex", "age", "target_group"}
	for _, d := range s.Dimensions {
		columns = append(columns, d.ID)
	}
	return append(columns, "time_period")
}

// siteOptions are the options of package site that say what a page is made from.
func (c *Checked) siteOptions(s config.Settings) site.Options {
	return site.Options{Output: s.Path(s.Output), Precompress: s.Precompress, Forbidden: c.forbidden.texts, MaxPageBytes: s.PageBudget, MaxScriptBytes: s.ScriptBudget}
}
