package cli

import (
	"context"
	"errors"
	"strings"

	"elinde/generator/checklist"
	"elinde/generator/config"
	"elinde/generator/disclosure"
	"elinde/generator/finding"
	"elinde/generator/pipeline"
	"elinde/generator/programme"
	"elinde/generator/revision"
)

// checkRelease writes the publishing checklist of a release. Errors in it end the
// command as findings do.
func (a *app) checkRelease(ctx context.Context, s config.Settings, found []finding.Finding, id string, all bool) error {
	progress, done := a.progress()
	list, at, err := pipeline.Release(ctx, s, found, programme.ReleaseID(id), progress)
	done()
	var unknown *pipeline.UnknownRelease
	if errors.As(err, &unknown) {
		return errors.New(a.texts.format("release-unknown", id, known(unknown.Known)))
	}
	if err != nil {
		return err
	}
	if a.json {
		err = a.printJSON(a.listJSON(list, at))
	} else {
		a.printChecklist(list, at, all)
	}
	if err == nil && list.Stops() {
		return errFindings
	}
	return err
}

func known(ids []programme.ReleaseID) string {
	list := make([]string, len(ids))
	for i, id := range ids {
		list[i] = string(id)
	}
	return strings.Join(list, ", ")
}

// pointJSON is a line of the checklist for machines.
type pointJSON struct {
	Point    checklist.Point `json:"point"`
	Title    string          `json:"title"`
	State    checklist.State `json:"state"`
	Findings []findingJSON   `json:"findings"`
}

func (a *app) listJSON(list *checklist.List, s config.Settings) any {
	points := make([]pointJSON, len(list.Items))
	for i, item := range list.Items {
		points[i] = pointJSON{item.Point, a.texts.get("point-" + string(item.Point)), item.State, a.withWords(item.Findings)}
	}
	return struct {
		OK          bool                      `json:"ok"`
		Release     programme.ReleaseID       `json:"release"`
		PublishAt   string                    `json:"publish_at"`
		Indicators  int                       `json:"indicators"`
		Figures     int                       `json:"figures"`
		Revised     map[revision.Kind]int     `json:"revised,omitempty"`
		Certificate *disclosure.Certificate   `json:"certificate,omitempty"`
		Because     map[disclosure.Reason]int `json:"withheld_because,omitempty"`
		Withheld    []string                  `json:"withheld,omitempty"` // by key
		Points      []pointJSON               `json:"points"`
	}{!list.Stops(), list.Release.ID, list.Release.PublishAt.In(s.Zone()).Format("2006-01-02T15:04:05-07:00"), list.Indicators, list.Figures,
		list.Revised, list.Certificate, reasons(list.Withheld), keysOf(list.Withheld), points}
}
