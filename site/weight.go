package site

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"elinde/site/tree"
	"elinde/site/treecheck"
)

// checkWeights finds pages above the budgets of Options. Children weigh the HTML,
// since they hold it; what a page loads is summed up here. A page names a style
// sheet or script only to load it.
func (b *build) checkWeights() error {
	scripts, err := b.scripts()
	if err != nil {
		return err
	}
	for _, p := range b.planned {
		if p.page != nil && p.page.Long {
			continue
		}
		if p.seen.Weight > 0 {
			b.heavy(CodePageHeavy, p.file, p.seen.Weight+p.seen.Loads(b.theme.sheets), b.opt.MaxPageBytes)
		}
		if sum := p.seen.Loads(scripts); sum > b.opt.MaxScriptBytes { // nothing is summed up without a budget
			b.heavy(CodeScriptsHeavy, p.file, sum, b.opt.MaxScriptBytes)
		}
	}
	return nil
}

func (b *build) heavy(code, file string, bytes, limit int) {
	b.problem(Problem{Code: code, Path: file, Args: map[string]string{"bytes": strconv.Itoa(bytes), "limit": strconv.Itoa(limit)}})
}

// scripts weighs the scripts of the tree, packed; none without a budget for them.
func (b *build) scripts() (weights map[uint64]int, err error) {
	if b.opt.MaxScriptBytes <= 0 {
		return nil, nil
	}
	weights = map[uint64]int{}
	for _, p := range b.planned {
		if !strings.HasSuffix(p.file, ".js") {
			continue
		}
		data, err := os.ReadFile(filepath.Join(b.stage.Folder, filepath.FromSlash(p.file)))
		if err != nil {
			return nil, err
		}
		weights[treecheck.Fingerprint(p.file)] = len(tree.Brotli(data))
	}
	return weights, nil
}
