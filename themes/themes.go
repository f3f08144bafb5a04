// Package themes holds the site's look. It embeds the theme, so that the binary
// needs no file beside it; a project may lay its own folder over it.
package themes

import (
	"embed"
	"io/fs"
)

// The "all:" is needed for folders whose name begins with an underscore.
//
//go:embed all:elinde
var files embed.FS

// Elinde gives the embedded theme with layouts/, components/, i18n/ and static/
// at its root.
func Elinde() fs.FS {
	theme, err := fs.Sub(files, "elinde")
	if err != nil {
		panic(err) // the name is a constant: it cannot fail
	}
	return theme
}
