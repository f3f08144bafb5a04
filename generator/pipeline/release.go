package pipeline

import (
	"context"
	"fmt"

	"elinde/generator/checklist"
	"elinde/generator/config"
	"elinde/generator/finding"
	"elinde/generator/programme"
	"elinde/generator/table"
)

// UnknownRelease says that no table has a release of that id.
type UnknownRelease struct {
	ID    programme.ReleaseID
	Known []programme.ReleaseID // in table order
}

func (e *UnknownRelease) Error() string { return fmt.Sprintf("no release %s", e.ID) }

// Release examines the data as of the time at which a release comes out, or as of
// s.AsOf where that is later, and gives the checklist for publishing it. The
// settings with that time come back.
func Release(ctx context.Context, s config.Settings, found []finding.Finding, id programme.ReleaseID, progress Progress) (*checklist.List, config.Settings, error) {
	now := s.AsOf
	checked, err := examine(ctx, &s, found, progress, func(records *table.Records) error {
		unknown := &UnknownRelease{ID: id}
		for i := range records.Tables.Releases {
			r := &records.Tables.Releases[i]
			if r.ID == id {
				if r.PublishAt.After(s.AsOf) {
					s.AsOf = r.PublishAt.Time
				}
				return nil
			}
			unknown.Known = append(unknown.Known, r.ID)
		}
		return unknown
	})
	if err != nil {
		return nil, s, err
	}
	x := checked.set.Index()
	r := x.Release[id]
	if r == nil { // a policy left its row out
		return nil, s, &UnknownRelease{ID: id}
	}
	list := checklist.Of(r, checked.Findings, x, checked.Protected, s, now)
	list.Withheld = checked.Spelled(list.Withheld)
	for i := range list.Items {
		checked.records.Number(list.Items[i].Findings)
	}
	return list, s, nil
}
