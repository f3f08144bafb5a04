package cli

import (
	"os"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"elinde/site"
)

// TestMain makes the test binary be the command in scripts, and the process that
// renders pages when the command starts itself again.
func TestMain(m *testing.M) {
	if site.IsChild() {
		os.Exit(site.ChildMain())
	}
	testscript.Main(m, map[string]func(){
		"elinde": func() { os.Exit(Main(os.Args[1:], scripted())) },
	})
}

// scripted is the real environment, but for the clock where a script sets CLOCK.
func scripted() Environment {
	env := System()
	if now, err := time.Parse(time.RFC3339, os.Getenv("CLOCK")); err == nil {
		env.Now = func() time.Time { return now }
	}
	return env
}

// TestScripts runs the real command: testdata/script/*.txtar.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       os.Getenv("UPDATE_SCRIPTS") != "",
		Setup: func(env *testscript.Env) error {
			env.Setenv("ELINDE_LANG", "en")
			return nil
		},
	})
}
