package cli

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"elinde/generator/checklist"
	"elinde/generator/config"
	"elinde/generator/disclosure"
	"elinde/generator/finding"
	"elinde/generator/revision"
)

// printChecklist writes the publishing checklist so that it can be printed and
// ticked off: a line a point, with a mark in words, and below it what is to be
// cleared.
func (a *app) printChecklist(list *checklist.List, s config.Settings, all bool) {
	for _, line := range a.about(list, s) {
		a.line("%s", line)
	}
	a.line("")
	for _, item := range list.Items {
		mark := a.colour("1;32", a.texts.get("clear"))
		if item.State != checklist.Clear {
			mark = a.severity(finding.Severity(item.State))
		}
		a.line("[%s] %s", mark, a.texts.get("point-"+string(item.Point)))
		t := a.thread(item.Findings)
		for _, severity := range []finding.Severity{finding.Error, finding.Warning, finding.Note} {
			for _, group := range t.files(severity, all) {
				a.line("  %s", cmp.Or(group[0].File, a.texts.get("other-files")))
				a.printKinds(t, group, all)
			}
		}
	}
	a.line("")
	if list.Stops() {
		a.tell("list-stopped", list.Release.ID)
	} else {
		a.tell("list-clean", list.Release.ID)
	}
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

func becauses(of map[disclosure.Reason]int) []counted {
	var list []counted
	for _, k := range []disclosure.Reason{disclosure.Small, disclosure.FromSource, disclosure.Hides, disclosure.Derived, disclosure.Earlier} {
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
