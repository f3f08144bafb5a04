package site

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
)

// buildID is the fingerprint of the whole tree: of all paths and bytes but
// build.json itself.
func (b *build) buildID() string {
	files := make([]*planned, 0, len(b.planned))
	for _, p := range b.planned {
		files = append(files, p)
	}
	slices.SortFunc(files, func(x, y *planned) int { return strings.Compare(x.file, y.file) })
	sum := sha256.New()
	for _, p := range files {
		fmt.Fprintf(sum, "%s %x %d %d\n", p.file, p.entry.Sum, p.entry.Size, len(p.entry.Twins))
	}
	for key, value := range sorted(b.opt.Info) {
		fmt.Fprintf(sum, "%q=%q\n", key, value)
	}
	return hex.EncodeToString(sum.Sum(nil)[:16])
}

// publish finishes the tree with build.json and swaps it in.
func (b *build) publish(context.Context) error {
	var made []string
	for _, p := range b.planned {
		b.report.Files++
		b.report.Bytes += p.entry.Size
		if p.page != nil {
			b.report.Pages++
		}
		if p.from == nil {
			made = append(made, p.file)
		}
	}
	b.report.BuildID = b.buildID()
	f, err := b.stamp(b.report.BuildID)
	if err != nil {
		return err
	}
	if err := b.writeFile(f); err != nil {
		return err
	}
	for _, fault := range b.planned[fileBuild].seen.Faults {
		b.problem(Problem{Code: fault.Code, Path: fileBuild, Detail: fault.Detail})
		err = errStopped
	}
	if err != nil {
		return err
	}
	if b.report.BuildID == b.place.Build() && b.place.Intact(b.memory.published) {
		b.report.Unchanged = true
		return b.stage.KeepAsSpare(b.report.BuildID)
	}
	if err := b.place.Learn(b.learn()); err != nil {
		return fmt.Errorf("cannot keep what is known of the tree: %w", err)
	}
	if err := b.stage.Sync(append(made, fileBuild)); err != nil {
		return err
	}
	return b.stage.Publish(b.report.BuildID)
}

func sorted(m map[string]string) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for _, key := range slices.SortedFunc(maps.Keys(m), strings.Compare) {
			if !yield(key, m[key]) {
				return
			}
		}
	}
}
