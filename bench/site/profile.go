package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/pprof"

	"elinde/generator/config"
	"elinde/generator/finding"
	"elinde/generator/pipeline"
	"elinde/site"
)

// writeProfiles builds the project in a process of this program, whose rendering
// processes are this program too; each writes a processor profile.
func (b bench) writeProfiles() error {
	if err := fresh(b.path("project", "public"), b.path("project", ".public.elinde"), b.path("profiles")); err != nil {
		return err
	}
	if err := os.Mkdir(b.path("profiles"), 0o755); err != nil {
		return err
	}
	if err := b.self(os.Stdout, "build", b.path("project"), b.path("profiles")); err != nil {
		return err
	}
	say("go tool pprof -top %s", b.path("profiles", "*"))
	return nil
}

// profiledBuild is the product's build with a profile.
func profiledBuild(project, profiles string) error {
	stop, err := startProfile(filepath.Join(profiles, "build.pprof"))
	if err != nil {
		return err
	}
	defer stop()
	s, found, err := config.Load(filepath.Join(project, "config.toml"))
	if err != nil {
		return err
	}
	built, err := pipeline.Build(context.Background(), s, found, pipeline.Options{NoSearch: true, Progress: func(pipeline.Stage, int, int) {}})
	if err != nil {
		return err
	}
	for _, f := range built.Findings {
		if f.Severity == finding.Error {
			return fmt.Errorf("the dataset has a fault: %+v", f)
		}
	}
	for _, t := range built.Report.Times {
		fmt.Printf("%s\t%.2f s\n", t.Part, t.Took.Seconds())
	}
	return nil
}

// profiledShard is a rendering process with a profile. Its environment is empty
// and its folder the staged tree beside the project's output, from which the
// folder for profiles is found.
func profiledShard() int {
	name := filepath.Join("..", "..", "..", "profiles", fmt.Sprintf("shard-%d.pprof", os.Getpid()))
	stop, err := startProfile(name)
	if errors.Is(err, os.ErrNotExist) {
		return site.ChildMain()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer stop()
	return site.ChildMain()
}

func startProfile(name string) (stop func(), err error) {
	f, err := os.Create(name)
	if err != nil {
		return nil, err
	}
	if err := pprof.StartCPUProfile(f); err != nil {
		return nil, err
	}
	return func() {
		pprof.StopCPUProfile()
		f.Close()
	}, nil
}
