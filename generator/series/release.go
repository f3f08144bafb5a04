package series

import (
	"sort"

	"elinde/generator/disclosure"
	"elinde/generator/programme"
)

// Releases lists the releases that are out, oldest first.
func Releases(p *disclosure.Protected) []*programme.Release { return releases(p.Index(), p.Out) }

// Next gives the release that is announced next, nil where none is.
func Next(p *disclosure.Protected) *programme.Release {
	if planned := Planned(p); len(planned) > 0 {
		return planned[0]
	}
	return nil
}

// Planned lists the releases that are announced, the nearest first.
func Planned(p *disclosure.Protected) []*programme.Release {
	return releases(p.Index(), func(r *programme.Release) bool { return !p.Out(r) })
}

// releases lists those that are wanted by their time, and by id at one time.
func releases(x *programme.Index, want func(*programme.Release) bool) []*programme.Release {
	var list []*programme.Release
	for _, r := range x.Release {
		if want(r) {
			list = append(list, r)
		}
	}
	sort.Slice(list, func(i, j int) bool {
		a, b := list[i], list[j]
		if !a.PublishAt.Equal(b.PublishAt.Time) {
			return a.PublishAt.Before(b.PublishAt.Time)
		}
		return a.ID < b.ID
	})
	return list
}

// rankReleases numbers the releases that are out from the oldest to the newest.
func rankReleases(x *programme.Index, isOut func(*programme.Release) bool) map[programme.ReleaseID]int {
	rank := map[programme.ReleaseID]int{}
	for i, r := range releases(x, isOut) {
		rank[r.ID] = i
	}
	return rank
}
