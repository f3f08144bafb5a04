package main

import (
	"context"
	"fmt"

	"elinde/site"
)

// pagesAlone makes what plain Hugo makes too and nothing else: it reads the data,
// plans, renders and checks the pages. The files that they link to are not made, so
// links to them are broken and the tree is not published.
func pagesAlone(project, out string) error {
	p, err := planSite(project)
	if err != nil {
		return err
	}
	p.plan.Files, p.plan.Last = nil, nil
	report, problems, err := site.Build(context.Background(), p.plan, site.Options{Output: out, MaxPageBytes: 14 << 10, MaxScriptBytes: 10 << 10, Whole: true})
	if err != nil {
		return err
	}
	for _, problem := range problems {
		if problem.Code != site.CodeLinkBroken && problem.Code != site.CodeAnchorMissing {
			return fmt.Errorf("%+v", problem)
		}
	}
	if len(problems) == 0 || report.Rendered == 0 {
		return fmt.Errorf("%d pages were rendered without the files beside them", report.Rendered)
	}
	return nil
}
