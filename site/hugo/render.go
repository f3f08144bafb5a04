// Package hugo renders one shard of the site with Hugo in this process. It is
// the only package that imports Hugo, whose Go interface promises no stability.
//
// Hugo sees a file system in memory with the theme's layouts and interface
// texts, and one content adapter that adds the records of the shard; it can run
// no program, open no connection, read no environment and no other file. Cells
// of the data are params of a record, never content: shortcodes and front
// matter in them have no meaning.
package hugo

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/bep/logg"
	"github.com/gohugoio/hugo/common/hmaps"
	"github.com/gohugoio/hugo/common/loggers"
	"github.com/gohugoio/hugo/config"
	"github.com/gohugoio/hugo/config/allconfig"
	"github.com/gohugoio/hugo/deps"
	"github.com/gohugoio/hugo/hugofs"
	"github.com/gohugoio/hugo/hugolib"
	"github.com/spf13/afero"

	"elinde/site/shard"
)

// adapter adds each record as a page; they come one by one from outside of
// Hugo's file system, through a value among the site's parameters.
const adapter = `{{ range site.Params.records.All }}{{ $.AddPage . }}{{ end }}`

// Render builds the job's pages from its records and gives each finished one to
// publish, from one goroutine or several. The log holds warnings of templates.
func Render(job shard.Job, records *records, publish func(path string, data []byte) error) (log string, err error) {
	var lines bytes.Buffer
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("renderer panicked: %v", r)
		}
		log = lines.String()
	}()
	flags, err := settings(job, records)
	if err != nil {
		return "", err
	}
	source, err := sourceOf(job)
	if err != nil {
		return "", err
	}
	logger := loggers.New(loggers.Options{StdOut: &lines, StdErr: &lines, Level: logg.LevelWarn, DistinctLevel: logg.LevelWarn})
	configs, err := allconfig.LoadConfig(allconfig.ConfigSourceDescriptor{
		Fs: source, Flags: flags, Logger: logger,
		// Not empty, or Hugo reads the environment of the process.
		Environ: []string{"none"},
	})
	if err != nil {
		return "", err
	}
	target := &capture{publish: publish}
	sites, err := hugolib.NewHugoSites(deps.DepsCfg{
		Configs:  configs,
		Fs:       hugofs.NewFromSourceAndDestination(source, target, configs.LoadingInfo.Cfg),
		LogLevel: logg.LevelWarn, StdOut: &lines, StdErr: &lines,
	})
	if err != nil {
		return "", err
	}
	defer sites.Close()
	if err := sites.Build(hugolib.BuildCfg{NoBuildLock: true}); err != nil {
		return "", errors.Join(err, records.failure, target.failure())
	}
	return "", errors.Join(records.failure, target.failure())
}

// rewrite makes templates cheaper that print the same.
var rewrite = func(sources []shard.Source, language string) []shard.Source {
	return link(keepOnce(fold(sources, language)))
}

// sourceOf lays out the file system that Hugo sees.
func sourceOf(job shard.Job) (afero.Fs, error) {
	source := afero.NewMemMapFs()
	for _, s := range rewrite(job.Sources, job.Language) {
		if err := afero.WriteFile(source, folder+"/"+s.Path, s.Data, 0o644); err != nil {
			return nil, fmt.Errorf("cannot lay out %s: %w", s.Path, err)
		}
	}
	return source, afero.WriteFile(source, folder+"/content/_content.gotmpl", []byte(adapter), 0o644)
}

// folder is Hugo's project folder within its file system in memory.
const folder = "/site"

// settings is Hugo's configuration: one language, pages only, all doors closed.
func settings(job shard.Job, records *records) (config.Provider, error) {
	shared := map[string]any{}
	if err := json.Unmarshal(job.Shared, &shared); err != nil {
		return nil, fmt.Errorf("cannot read shared values: %w", err)
	}
	shared["records"], shared["once"] = records, &once{made: map[onceKey]any{}}
	none := []string{"none"}
	c := config.New()
	for key, value := range map[string]any{
		"workingDir": folder, "publishDir": "public", "cacheDir": "/cache",
		"baseURL":                        job.BaseURL,
		"defaultContentLanguage":         job.Language,
		"defaultContentLanguageInSubdir": false,
		"languages": hmaps.Params{job.Language: hmaps.Params{
			"label": job.Name, "direction": direction(job.Direction), "locale": job.Language,
		}},
		"params":       hmaps.Params(shared),
		"disableKinds": []string{"home", "section", "taxonomy", "term", "rss", "sitemap", "robotstxt", "404"},
		"taxonomies":   hmaps.Params{},
		// The names in the tree are ours and already lower case.
		"disablePathToLower": true, "disableAliases": true, "disableLiveReload": true,
		"disableHugoGeneratorInject": true, "enableGitInfo": false, "enableEmoji": false,
		// A missing text must be seen, not fall back silently.
		"enableMissingTranslationPlaceholders": true,
		"timeout":                              "60s",
		"timeZone":                             "UTC",
		"outputs":                              hmaps.Params{"page": []string{"html"}},
		"markup":                               hmaps.Params{"goldmark": hmaps.Params{"renderer": hmaps.Params{"unsafe": false}}},
		"security": hmaps.Params{
			"enableInlineShortcodes": false,
			"exec":                   hmaps.Params{"allow": none, "osEnv": none},
			"funcs":                  hmaps.Params{"getenv": none},
			"http":                   hmaps.Params{"urls": none, "methods": none},
		},
		"module": hmaps.Params{"mounts": []hmaps.Params{
			{"source": "content", "target": "content"},
			{"source": "layouts", "target": "layouts"},
			{"source": "i18n", "target": "i18n"},
		}},
	} {
		c.Set(key, value)
	}
	return c, nil
}

func direction(d string) string {
	if strings.EqualFold(d, "rtl") {
		return "rtl"
	}
	return "ltr"
}
