package publish

import (
	"path/filepath"

	"elinde/site/known"
)

// Peek gives the build id of the published tree and what is known of it, "" and
// nil where there is none. It takes no lock and writes nothing.
func Peek(output string) (build string, t *known.Tree) {
	p := &Place{Output: output, beside: filepath.Join(filepath.Dir(output), "."+filepath.Base(output)+".elinde")}
	build = p.Build()
	return build, p.Known(build)
}
