// Package client holds the browser's half of the search: ES modules that read
// the files of package static and rank as bleve does.
package client

import (
	"embed"
	"fmt"
	"io/fs"
	"path"

	"github.com/evanw/esbuild/pkg/api"
)

//go:embed *.js rules/*.js
var modules embed.FS

// FS gives the modules as they are written; "search.js" is the one to import.
func FS() fs.FS { return modules }

// File is a published module. Path is relative to the folder they are published in.
type File struct {
	Path string
	Data []byte
}

// Files gives the modules minified: "search.js", and what that imports when it is
// wanted: "tk.js" and the like with the rules of a language, "near.js" for words that are not found, "inflate.js" for old
// browsers. The names are fixed, so that a page can ask for them ahead.
// It fails where a module has an error.
func Files() ([]File, error) {
	r := api.Build(api.BuildOptions{
		EntryPoints: []string{"search.js"}, Bundle: true, Splitting: true, Write: false, Outdir: "/out",
		ChunkNames: "[name]", Format: api.FormatESModule, Platform: api.PlatformBrowser, Target: api.ES2021,
		Charset: api.CharsetUTF8, MinifyWhitespace: true, MinifySyntax: true, MinifyIdentifiers: true,
		LegalComments: api.LegalCommentsNone, LogLevel: api.LogLevelSilent, AbsWorkingDir: "/",
		Plugins: []api.Plugin{embedded()},
	})
	if len(r.Errors) > 0 {
		return nil, fmt.Errorf("cannot bundle the search client: %s", r.Errors[0].Text)
	}
	var files []File
	for _, f := range r.OutputFiles {
		files = append(files, File{path.Base(f.Path), f.Contents})
	}
	return files, nil
}

// embedded makes the bundler read the modules of this package and nothing else.
func embedded() api.Plugin {
	const space = "client"
	return api.Plugin{Name: space, Setup: func(b api.PluginBuild) {
		b.OnResolve(api.OnResolveOptions{Filter: `.*`}, func(a api.OnResolveArgs) (api.OnResolveResult, error) {
			name := a.Path
			if a.Kind != api.ResolveEntryPoint {
				name = path.Join(path.Dir(a.Importer), name)
			}
			return api.OnResolveResult{Path: name, Namespace: space}, nil
		})
		b.OnLoad(api.OnLoadOptions{Filter: `.*`, Namespace: space}, func(a api.OnLoadArgs) (api.OnLoadResult, error) {
			data, err := modules.ReadFile(a.Path)
			text := string(data)
			return api.OnLoadResult{Contents: &text, Loader: api.LoaderJS}, err
		})
	}}
}
