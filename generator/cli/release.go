package cli

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

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
		err = printJSON(a.env.Out, a.listJSON(list, at))
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

// about gives the lines that say what the release is, before its points.
func (a *app) about(list *checklist.List, s config.Settings) []string {
	title := ""
	for i, l := range s.Languages {
		if l.Code == a.texts.language {
			title, _ = list.Release.Title.In(i)
		}
	}
	if title == "" {
		title, _ = list.Release.Title.In(0)
	}
	lines := []string{a.texts.format("list-title", list.Release.ID, title),
		a.texts.format("list-time", list.Release.PublishAt.In(s.Zone()).Format("2006-01-02 15:04 -07:00"), s.AsOf.In(s.Zone()).Format("2006-01-02 15:04 -07:00")),
		a.texts.format("list-holds", list.Figures, list.Indicators)}
	if line := a.counts("revised-", kinds(list.Revised)); line != "" {
		lines = append(lines, a.texts.format("list-revised", line))
	}
	if c := list.Certificate; c != nil {
		lines = append(lines, a.texts.format("list-protected", c.Tables, c.Figures, c.Withheld))
		if by := reasons(list.Withheld); len(by) > 0 {
			lines = append(lines, a.texts.format("list-because", a.counts("because-", becauses(by))),
				a.texts.format("list-withheld", s.AsOf.In(s.Zone()).Format(time.RFC3339), indicators(list.Withheld)))
		}
		if c.Narrowest != nil {
			lines = append(lines, a.texts.format("list-narrowest", *c.Narrowest))
		}
	}
	return lines
}

type counted struct {
	key string
	n   int
}

func kinds(of map[revision.Kind]int) []counted {
	var list []counted
	for _, k := range revision.Kinds {
		list = append(list, counted{string(k), of[k]})
	}
	return list
}

// reasons counts withheld figures by why they are.
func reasons(cells []disclosure.WithheldCell) map[disclosure.Reason]int {
	by := map[disclosure.Reason]int{}
	for _, c := range cells {
		by[c.Reason]++
	}
	return by
}

func becauses(of map[disclosure.Reason]int) []counted {
	var list []counted
	for _, k := range []disclosure.Reason{disclosure.Small, disclosure.FromSource, disclosure.Hides, disclosure.Derived, disclosure.Earlier} {
		list = append(list, counted{string(k), of[k]})
	}
	return list
}

func keysOf(cells []disclosure.WithheldCell) []string {
	var list []string
	for _, c := range cells {
		list = append(list, c.Key)
	}
	return list
}

// indicators lists those with withheld figures, and how many, in alphabetical order.
func indicators(cells []disclosure.WithheldCell) string {
	by := map[string]int{}
	for _, c := range cells {
		by[indicatorOf(c.Key)]++
	}
	var list []string
	for _, id := range slices.Sorted(maps.Keys(by)) {
		list = append(list, fmt.Sprintf("%s: %d", id, by[id]))
	}
	return strings.Join(list, ", ")
}

// counts joins what there is some of.
func (a *app) counts(prefix string, list []counted) string {
	var parts []string
	for _, c := range list {
		if c.n > 0 {
			parts = append(parts, fmt.Sprintf("%s: %d", a.texts.get(prefix+c.key), c.n))
		}
	}
	return strings.Join(parts, ", ")
}
