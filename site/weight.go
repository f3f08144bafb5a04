package site

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"elinde/site/tree"
	"elinde/site/treecheck"
)

// checkWeights finds pages above the budgets of Options. Children weigh the HTML,
// since they hold it; what a page loads is summed up here.
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
			b.heavy(CodePageHeavy, p.file, p.seen.Weight+b.theme.styleSize, b.opt.MaxPageBytes)
		}
		sum := 0
		for _, s := range scripts {
			if _, named := slices.BinarySearch(p.seen.Links, s.name); named {
				sum += s.bytes
			}
		}
		if sum > b.opt.MaxScriptBytes { // nothing is summed up without a budget
			b.heavy(CodeScriptsHeavy, p.file, sum, b.opt.MaxScriptBytes)
		}
	}
	return nil
}

func (b *build) heavy(code, file string, bytes, limit int) {
	b.problem(Problem{Code: code, Path: file, Args: map[string]string{"bytes": strconv.Itoa(bytes), "limit": strconv.Itoa(limit)}})
}

// script is a script of the tree. A page names one only to load it, so that its
// links tell which it loads.
type script struct {
	name  uint64 // fingerprint of its path
	bytes int    // packed with brotli
}

// scripts weighs the scripts of the tree; none without a budget for them.
func (b *build) scripts() (list []script, err error) {
	if b.opt.MaxScriptBytes <= 0 {
		return nil, nil
	}
	for _, p := range b.planned {
		if !strings.HasSuffix(p.file, ".js") {
			continue
		}
		data, err := os.ReadFile(filepath.Join(b.stage.Folder, filepath.FromSlash(p.file)))
		if err != nil {
			return nil, err
		}
		list = append(list, script{treecheck.Fingerprint(p.file), len(tree.Brotli(data))})
	}
	return list, nil
}
