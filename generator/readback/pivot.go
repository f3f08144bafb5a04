package readback

import (
	"regexp"
	"strconv"
	"strings"
)

var period = regexp.MustCompile(`^(?:19|20)\d\d(?:-Q[1-4])?$`)

// periodsOf reads a head whose columns are periods; nil where it has none.
func (r *reading) periodsOf(row []string) map[int]string {
	var list map[int]string
	for i, cell := range row {
		if p := r.periodOf(cell); p != "" {
			if list == nil {
				list = map[int]string{}
			}
			list[i] = p
		} else if strings.Trim(cell, "0123456789.,- ") == "" && cell != "" {
			return nil // a row of numbers, of which one looks like a year
		}
	}
	return list
}

// periodOf reads a period as code or in the words of a language; "" where it is none.
func (r *reading) periodOf(cell string) string {
	if period.MatchString(cell) {
		return cell
	}
	for _, l := range r.languages {
		for i, form := range l.Quarters {
			before, after, ok := strings.Cut(form, "{{ .year }}")
			year, begins := strings.CutPrefix(cell, before)
			year, ends := strings.CutSuffix(year, after)
			if ok && begins && ends && len(year) == 4 && period.MatchString(year) {
				return year + "-Q" + strconv.Itoa(i+1)
			}
		}
	}
	return ""
}

// seriesOf finds the column with the key of a series, which has no period; -1: none.
func (r *reading) seriesOf(row []string) int {
	for i, cell := range row {
		if parts := strings.Split(cell, "."); len(parts) >= 7+len(r.extra) && r.indicators[parts[2]] != nil {
			return i
		}
	}
	return -1
}

// pivotRow reads a series: its figures stand under their periods, words elsewhere.
func (r *reading) pivotRow(path, place string, row []string, periods map[int]string, series int) {
	release := r.editionOf(path)
	for i, cell := range row {
		if i == series {
			continue
		}
		if p, ok := periods[i]; ok {
			k, _ := parseKey(row[series] + "." + p)
			if cell != "" {
				r.compareExactly(place, k, r.lastOf(k, release), cell)
			} else if cell, ok := r.at(k, r.lastOf(k, release)); ok && cell.value != "" && !cell.withheld {
				r.fault(Differs, place, k.String())
			}
			continue
		}
		for _, l := range r.languageOf(cell, path) {
			r.judge(block{place: place, language: l, about: nil, text: cell})
		}
	}
}

// editionOf gives the release whose files a path belongs to: releases/2026-q1/.
func (r *reading) editionOf(path string) string {
	if _, rest, ok := strings.Cut(path, "releases/"); ok {
		name, _, _ := strings.Cut(rest, "/")
		for id := range r.releases {
			if strings.EqualFold(id, name) {
				return id
			}
		}
	}
	return ""
}

// lastOf gives the newest release that has the figure and came no later than the
// given one; "" where any will do, or none has it.
func (r *reading) lastOf(k key, edition string) string {
	if edition == "" {
		return ""
	}
	best := edition
	found := false
	for id, rank := range r.releases {
		if _, ok := r.of[r.hash(k, id)]; ok && rank <= r.releases[edition] && (!found || rank > r.releases[best]) {
			best, found = id, true
		}
	}
	return best
}
