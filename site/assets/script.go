package assets

import (
	"fmt"
	"io/fs"
	"path"

	"github.com/evanw/esbuild/pkg/api"
)

// Script bundles one module with what it imports from the theme, minified: an ES
// module without imports and exports of its own.
func Script(theme fs.FS, entry string) ([]byte, []Fault) {
	r := api.Build(api.BuildOptions{
		EntryPoints: []string{entry}, Bundle: true, Write: false,
		Format: api.FormatESModule, Platform: api.PlatformBrowser, Target: api.ES2021, Charset: api.CharsetUTF8,
		MinifyWhitespace: true, MinifySyntax: true, MinifyIdentifiers: true, LegalComments: api.LegalCommentsNone,
		LogLevel: api.LogLevelSilent, LogLimit: 20, AbsWorkingDir: "/",
		Plugins: []api.Plugin{inTheme(theme)},
	})
	faults := faultsOf(entry, append(r.Errors, r.Warnings...))
	if len(r.OutputFiles) != 1 {
		return nil, faults
	}
	return r.OutputFiles[0].Contents, faults
}

// inTheme makes the bundler read modules from the theme only, never from disk.
func inTheme(theme fs.FS) api.Plugin {
	const space = "theme"
	return api.Plugin{Name: "theme", Setup: func(b api.PluginBuild) {
		b.OnResolve(api.OnResolveOptions{Filter: `.*`}, func(a api.OnResolveArgs) (api.OnResolveResult, error) {
			name := a.Path
			if a.Kind != api.ResolveEntryPoint {
				if len(name) == 0 || name[0] != '.' {
					return api.OnResolveResult{}, fmt.Errorf("import %q: only relative paths within the theme", a.Path)
				}
				name = path.Join(path.Dir(a.Importer), name)
			}
			if !fs.ValidPath(name) {
				return api.OnResolveResult{}, fmt.Errorf("import %q leaves the theme", a.Path)
			}
			return api.OnResolveResult{Path: name, Namespace: space}, nil
		})
		b.OnLoad(api.OnLoadOptions{Filter: `.*`, Namespace: space}, func(a api.OnLoadArgs) (api.OnLoadResult, error) {
			data, err := fs.ReadFile(theme, a.Path)
			if err != nil {
				return api.OnLoadResult{}, err
			}
			text, loader := string(data), api.LoaderJS
			if path.Ext(a.Path) == ".json" {
				loader = api.LoaderJSON
			}
			return api.OnLoadResult{Contents: &text, Loader: loader}, nil
		})
	}}
}
