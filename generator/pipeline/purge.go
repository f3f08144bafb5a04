package pipeline

import (
	"context"
	"slices"

	"elinde/generator/config"
	"elinde/generator/finding"
	"elinde/site"
)

// Purged is what Purge did. Removed are files of the kept older sites; Published
// are files of the published one that hold the same, which a build must replace.
type Purged struct {
	Checked
	Removed   []string
	Published []string
}

// Purge removes from the kept older sites what today's data keeps confidential:
// every file with a forbidden text, and those that tell where a confidential
// service is without naming its address: its own page, pages of places below the
// welaýat, the search index and the downloads. paths are removed too.
func Purge(ctx context.Context, s config.Settings, found []finding.Finding, paths []string, progress Progress) (*Purged, error) {
	checked, err := Examine(ctx, s, found, progress)
	if err != nil {
		return nil, err
	}
	purged := &Purged{Checked: *checked}
	if checked.Protected == nil {
		return purged, nil
	}
	hidden := checked.Protected.Hidden()
	packed := slices.Clone(paths)
	if len(hidden.Services) > 0 || len(hidden.Places) > 0 {
		packed = append(packed, "search", "downloads")
	}
	for _, language := range s.Codes() {
		for _, id := range hidden.Services {
			packed = append(packed, language+"/services/"+string(id))
		}
		for _, id := range hidden.Places {
			packed = append(packed, language+"/places/"+string(id))
		}
	}
	output := s.Path(s.Output)
	if purged.Removed, _, err = site.Purge(output, packed, checked.forbidden.texts); err != nil {
		return purged, err
	}
	// The published site was built from protected rows: only texts and the paths
	// that the official named can be wrong in it.
	_, purged.Published, err = site.Purge(output, paths, checked.forbidden.texts)
	return purged, err
}
