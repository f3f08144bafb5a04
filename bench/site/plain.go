package main

import (
	"fmt"
	"os"

	"github.com/bep/logg"
	"github.com/gohugoio/hugo/common/loggers"
	"github.com/gohugoio/hugo/config"
	"github.com/gohugoio/hugo/config/allconfig"
	"github.com/gohugoio/hugo/deps"
	"github.com/gohugoio/hugo/hugofs"
	"github.com/gohugoio/hugo/hugolib"
	"github.com/spf13/afero"
)

// plain builds a project on disk as Hugo's own command does, but for static
// files, which it copies besides.
func plain(project, out string) error {
	flags := config.New()
	flags.Set("workingDir", project)
	flags.Set("publishDir", out)
	logger := loggers.New(loggers.Options{StdOut: os.Stdout, StdErr: os.Stderr, Level: logg.LevelWarn, DistinctLevel: logg.LevelWarn})
	configs, err := allconfig.LoadConfig(allconfig.ConfigSourceDescriptor{
		Fs: afero.NewOsFs(), Flags: flags, Filename: "hugo.json", Logger: logger,
	})
	if err != nil {
		return err
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	sites, err := hugolib.NewHugoSites(deps.DepsCfg{
		Configs: configs, Fs: hugofs.NewFrom(afero.NewOsFs(), configs.LoadingInfo.BaseConfig),
		LogLevel: logg.LevelWarn, StdOut: os.Stdout, StdErr: os.Stderr,
	})
	if err != nil {
		return err
	}
	defer sites.Close()
	if err := sites.Build(hugolib.BuildCfg{NoBuildLock: true}); err != nil {
		return fmt.Errorf("plain Hugo: %w", err)
	}
	return nil
}
