package site

import (
	"context"
	"fmt"
	"os"

	"elinde/site/tree"
)

// buildID is the fingerprint of the whole tree.
func (b *build) buildID() string {
	entries := make([]tree.Entry, 0, len(b.planned))
	for _, p := range b.planned {
		entries = append(entries, p.entry)
	}
	return tree.ID(entries, b.opt.Info)
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
	if err := b.writeFile(f, false); err != nil {
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
	signed, err := b.sign()
	if err != nil {
		return err
	}
	if err := b.place.Learn(b.learn()); err != nil {
		return fmt.Errorf("cannot keep what is known of the tree: %w", err)
	}
	if err := b.stage.Sync(append(append(made, fileBuild), signed...)); err != nil {
		return err
	}
	return b.stage.Publish(b.report.BuildID)
}

// sign writes the manifest of the finished tree and its signature, where somebody
// signs; it gives their names.
func (b *build) sign() ([]string, error) {
	if b.opt.Sign == nil {
		return nil, nil
	}
	manifest, err := tree.ManifestOf(os.DirFS(b.stage.Folder))
	if err != nil {
		return nil, fmt.Errorf("cannot list the files of the site: %w", err)
	}
	signature, err := b.opt.Sign(manifest, b.report.BuildID)
	if err != nil {
		return nil, fmt.Errorf("cannot sign the site: %w", err)
	}
	for _, f := range []File{{Path: tree.Manifest, Data: manifest}, {Path: tree.Signature, Data: signature}} {
		if err := b.writeFile(f, false); err != nil {
			return nil, err
		}
	}
	return []string{tree.Manifest, tree.Signature}, nil
}
