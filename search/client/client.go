// Package client holds the browser's half of the search: ES modules that read
// the files of package static and rank as bleve does.
package client

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strings"

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

// Files gives the modules minified: "search.js", and for each language's rules and
// for what only old browsers need a file that search.js imports when it is wanted.
// It fails where a module has an error.
func Files() ([]File, error) {
	r := api.Build(api.BuildOptions{
		EntryPoints: []string{"search.js"}, Bundle: true, Splitting: true, Write: false, Outdir: "/out",
		ChunkNames: "[name]-[hash]", Format: api.FormatESModule, Platform: api.PlatformBrowser, Target: api.ES2021,
		Charset: api.CharsetUTF8, MinifyWhitespace: true, MinifySyntax: true, MinifyIdentifiers: true,
		LegalComments: api.LegalCommentsNone, LogLevel: api.LogLevelSilent, AbsWorkingDir: "/",
		Plugins: []api.Plugin{embedded()},
	})
	if len(r.Errors) > 0 {
		return nil, fmt.Errorf("cannot bundle the search client: %s", r.Errors[0].Text)
	}
	// Addresses are in lower case, the bundler's hashes are not.
	var names []string
	for _, f := range r.OutputFiles {
		name := path.Base(f.Path)
		names = append(names, name, strings.ToLower(name))
	}
	lower := strings.NewReplacer(names...)
	var files []File
	for _, f := range r.OutputFiles {
		files = append(files, File{lower.Replace(path.Base(f.Path)), []byte(lower.Replace(string(f.Contents)))})
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
