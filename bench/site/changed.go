package main

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

// republish measures a build after three services changed, and holds its tree
// against a whole build of the same data into an empty folder.
func (b bench) republish() error {
	public := b.path("project", "public")
	if _, err := os.Stat(public); err != nil { // else it is that of the last round
		say("whole build to start from")
		if _, err := run(public, b.build("--quiet")()); err != nil {
			return err
		}
	}
	var costs []cost
	// One more than asked for: the first has no spare tree to start from.
	for n := range b.runs + 1 {
		if err := b.change(n); err != nil {
			return err
		}
		c, err := run(public, b.build("--quiet")())
		if err != nil {
			return err
		}
		say("republished in %.2f s", c.wall.Seconds())
		costs = append(costs, c)
	}
	whole := b.path("whole")
	if err := fresh(whole, b.path(".whole.elinde")); err != nil {
		return err
	}
	cmd := b.build("--quiet", "--output", whole)()
	if _, err := run(whole, cmd); err != nil {
		return err
	}
	if err := sameTrees(public, whole); err != nil {
		return err
	}
	printChanged(os.Stdout, costs)
	return fresh(whole, b.path(".whole.elinde"))
}

// change gives three services other texts, the nth time others than before.
func (b bench) change(n int) error {
	name := filepath.Join(b.path("project"), "data", "services.csv")
	data, err := os.Open(name)
	if err != nil {
		return err
	}
	rows, err := csv.NewReader(data).ReadAll()
	data.Close()
	if err != nil {
		return err
	}
	column := slices.Index(rows[0], "description_en")
	for _, row := range []int{1 + n, 1 + len(rows)/3 + n, len(rows)*2/3 + n} {
		rows[row][column] += fmt.Sprintf(" Changed once more: %d.", n)
	}
	out, err := os.Create(name)
	if err != nil {
		return err
	}
	w := csv.NewWriter(out)
	if err := w.WriteAll(rows); err != nil {
		return err
	}
	return out.Close()
}
