package site

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"maps"

	"elinde/site/shard"
)

// prepare makes what the shards of each language have in common.
func (r *renderer) prepare() error {
	r.blank, r.sums, r.before = map[string]shard.Job{}, map[string][]byte{}, map[string][]byte{}
	for _, l := range r.build.plan.Languages {
		data, err := r.shared(r.build.plan.Shared[l.Code], l.Code)
		if err != nil {
			return err
		}
		texts := r.theme.texts[l.Interface]
		if texts == nil {
			texts = r.theme.texts[l.Code]
		}
		r.blank[l.Code] = shard.Job{
			BaseURL: r.build.plan.BaseURL, Language: l.Code, Name: l.Name, Direction: l.Direction,
			Sources: append([]shard.Source{{Path: "i18n/" + l.Code + ".toml", Data: texts}}, r.theme.templates...),
			Shared:  data, Folder: r.stage.Folder, Twins: r.opt.Precompress, Rules: r.rules, Budget: r.opt.MaxPageBytes, Sheets: r.theme.sheets,
		}
		sumOf := func(data []byte) []byte {
			sum := sha256.New()
			fmt.Fprintf(sum, "%+v %q %q %d %v %x ", l, r.build.plan.BaseURL, texts, r.opt.MaxPageBytes, r.theme.sheets, r.theme.sum)
			sum.Write(data)
			return sum.Sum(nil)
		}
		r.sums[l.Code] = sumOf(data)
		if before := r.build.plan.Before[l.Code]; before != nil {
			if data, err = r.shared(before, l.Code); err != nil {
				return err
			}
			r.before[l.Code] = sumOf(data)
		}
	}
	return nil
}

// shared encodes what the pages of a language have in common.
func (r *renderer) shared(values map[string]any, language string) ([]byte, error) {
	values = maps.Clone(values)
	if values == nil {
		values = map[string]any{}
	}
	values["assets"] = r.theme.assets
	data, err := json.Marshal(values)
	if err != nil {
		return nil, fmt.Errorf("cannot encode the shared values of %s: %w", language, err)
	}
	return data, nil
}

// key completes a page's own key by what all pages of the language have in
// common and what the page says beside its params; zero for a page without one.
func (r *renderer) key(page Page) (key [16]byte) {
	if len(page.Key) == 0 {
		return key
	}
	sum := sha256.New()
	sum.Write(r.sums[page.Language])
	fmt.Fprintf(sum, "%x %q %q %+v %t %t", page.Key, page.Layout, page.Title, page.Alternates, page.NoIndex, page.Absolute)
	copy(key[:], sum.Sum(nil))
	return key
}

// made is the fingerprint of what a page is made from.
func (r *renderer) made(page Page, record []byte) [16]byte {
	return madeFrom(r.sums[page.Language], page, record)
}

func madeFrom(shared []byte, page Page, record []byte) (made [16]byte) {
	sum := sha256.New()
	sum.Write(shared)
	sum.Write(page.siblings)
	sum.Write(record)
	copy(made[:], sum.Sum(nil))
	return made
}
