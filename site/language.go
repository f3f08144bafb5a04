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
	r.blank, r.sums = map[string]shard.Job{}, map[string][]byte{}
	for _, l := range r.build.plan.Languages {
		shared := maps.Clone(r.build.plan.Shared[l.Code])
		if shared == nil {
			shared = map[string]any{}
		}
		shared["assets"] = r.theme.assets
		data, err := json.Marshal(shared)
		if err != nil {
			return fmt.Errorf("cannot encode the shared values of %s: %w", l.Code, err)
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
		sum := sha256.New()
		fmt.Fprintf(sum, "%+v %q %q %d %v %x ", l, r.build.plan.BaseURL, texts, r.opt.MaxPageBytes, r.theme.sheets, r.theme.sum)
		sum.Write(data)
		r.sums[l.Code] = sum.Sum(nil)
	}
	return nil
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
func (r *renderer) made(page Page, record []byte) (made [16]byte) {
	sum := sha256.New()
	sum.Write(r.sums[page.Language])
	sum.Write(page.siblings)
	sum.Write(record)
	copy(made[:], sum.Sum(nil))
	return made
}
