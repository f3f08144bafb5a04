package paper

import (
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"elinde/search/client"
	"elinde/site/assets"
)

// Code of the single file: one style sheet, which is the site's, and one script,
// the theme's paper/file.js with the search client in it.
type Parts struct{ Style, Script string }

// ReadParts makes them. It fails where a file of the theme cannot be read or
// compiled; what is wrong with a style sheet is told by site.Build, which makes it
// too.
func ReadParts(theme fs.FS) (Parts, error) {
	style, err := assets.Style(theme)
	if err != nil {
		return Parts{}, err
	}
	script, faults := assets.Script(withClient{theme}, "paper/file.js")
	for _, f := range faults {
		return Parts{}, fmt.Errorf("cannot compile %s: %s", f.Path, f.Detail)
	}
	return Parts{Style: string(style), Script: strings.TrimSpace(string(script))}, nil
}

// withClient shows the search client to the theme's scripts as search/.
type withClient struct{ fs.FS }

var modules = sync.OnceValue(client.FS)

func (w withClient) Open(name string) (fs.File, error) {
	if rest, ok := strings.CutPrefix(name, "search/"); ok {
		return modules().Open(rest)
	}
	return w.FS.Open(name)
}
