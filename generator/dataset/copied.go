package dataset

import (
	"cmp"
	"slices"
	"strconv"

	"elinde/generator/finding"
)

// From fewestCopied rows on, which are at least half of a file, repeated rows are one
// fault: the file is a copy, or its rows were pasted twice.
const fewestCopied = 5

// copied reports the files of which most rows stand in another file, or above in the
// same. What is said of each row follows from that.
func (c *check) copied() []finding.Finding {
	type pair struct{ file, first string }
	type tally struct{ rows, differ int }
	count := map[pair]*tally{}
	for i := range c.settled {
		f := &c.settled[i]
		if f.Severity != finding.Error || !repeats(f.Code) {
			continue
		}
		p := pair{f.File, f.Args["first_file"]}
		if count[p] == nil {
			count[p] = &tally{}
		}
		count[p].rows++
		if f.Args["differ"] != "" {
			count[p].differ++
		}
	}
	var list []finding.Finding
	for p, n := range count {
		if n.rows < fewestCopied {
			continue
		}
		total := 0
		for _, schema := range c.schemas {
			rows := c.rows(schema)
			for i := range rows.Len() {
				if rowOf(rows.Index(i)).File == p.file {
					total++
				}
			}
		}
		if 2*n.rows < total {
			continue
		}
		differ := ""
		if n.differ > 0 {
			differ = strconv.Itoa(n.differ)
		}
		list = append(list, finding.Finding{Code: finding.FileCopied, Severity: finding.Error, File: p.file, Args: map[string]string{
			"first_file": p.first, "count": strconv.Itoa(n.rows), "total": strconv.Itoa(total), "differ": differ}})
	}
	slices.SortFunc(list, func(a, b finding.Finding) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Args["first_file"], b.Args["first_file"]))
	})
	return list
}
