// Package cli holds the commands of elinde, one a file, and what they tell, one kind
// a file: only print.go writes it, and progress.go its bar. Exit codes: 0 done, 1 findings stop
// it, 2 usage or environment.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"elinde/generator/config"
	"elinde/generator/finding"
)

// Exit codes, stated in the help of every command.
const (
	exitDone     = 0
	exitFindings = 1
	exitUsage    = 2
)

// errFindings ends a command whose findings were already printed.
var errFindings = errors.New("findings stop it")

// Environment is what a command needs of the world; tests pass their own.
type Environment struct {
	Out, Err io.Writer
	Getenv   func(string) string
	// Err and Out are terminals: colour, and on Err a progress bar.
	Terminal, OutTerminal bool
	Now                   func() time.Time
}

// System is the real environment.
func System() Environment {
	plain := os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb"
	return Environment{Out: os.Stdout, Err: os.Stderr, Getenv: os.Getenv, Now: time.Now,
		Terminal: !plain && term.IsTerminal(int(os.Stderr.Fd())), OutTerminal: !plain && term.IsTerminal(int(os.Stdout.Fd()))}
}

// Main runs the command line and gives the exit code.
func Main(args []string, env Environment) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	// A second signal ends the program at once, whatever a stage is waiting for.
	context.AfterFunc(ctx, stop)
	language, known := languageOf(args, env)
	a := &app{env: env, texts: textsFor(language), report: env.Err, colours: env.Terminal}
	if !known {
		a.printError(errors.New(a.texts.format("lang-unknown", language, strings.Join(languages, ", "))))
		return exitUsage
	}
	root := a.root()
	root.SetArgs(args)
	root.SetOut(env.Out)
	root.SetErr(env.Err)
	switch err := root.ExecuteContext(ctx); {
	case err == nil:
		return exitDone
	case errors.Is(err, errFindings):
		return exitFindings
	default:
		a.printError(err)
		return exitUsage
	}
}

// app is one run of the program: its environment and global flags.
type app struct {
	env   Environment
	texts texts
	// report is where findings go, colours whether it shows them.
	report  io.Writer
	colours bool
	config  string
	output  string
	asOf    string
	json    bool
	quiet   bool
	// all lists what follows too where findings end a command.
	all bool
	// pinned says that the time is as_of of config.toml, public that the folder which
	// config.toml publishes is built.
	pinned, public bool
	// folder is where the site is published, known once there are settings.
	folder string
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use: "elinde", Short: a.texts.get("root-short"), Long: a.texts.get("root-long"),
		SilenceUsage: true, SilenceErrors: true, SuggestionsMinimumDistance: 2, Args: a.unknownCommand,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.SetFlagErrorFunc(a.flagError)
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetHelpCommand(&cobra.Command{Hidden: true})
	flags := root.PersistentFlags()
	flags.StringVarP(&a.config, "config", "c", "config.toml", a.texts.get("flag-config"))
	flags.StringVarP(&a.output, "output", "o", "", a.texts.get("flag-output"))
	flags.StringVar(&a.asOf, "as-of", "", a.texts.get("flag-as-of"))
	flags.BoolVar(&a.json, "json", false, a.texts.get("flag-json"))
	flags.BoolVarP(&a.quiet, "quiet", "q", false, a.texts.get("flag-quiet"))
	flags.String("lang", "", a.texts.get("flag-lang")) // read before, by languageOf
	root.AddCommand(a.buildCommand(), a.checkCommand(), a.serveCommand(), a.initCommand(), a.importCommand(), a.rollbackCommand(), a.recordCommand(), a.purgeCommand(), a.diffCommand(), a.explainCommand(), a.keygenCommand(), a.verifyCommand(), a.versionCommand())
	commands := append(root.Commands(), root)
	for _, c := range root.Commands() {
		commands = append(commands, c.Commands()...)
	}
	for _, c := range commands {
		c.InitDefaultHelpFlag()
		c.Flags().Lookup("help").Usage = a.texts.get("flag-help")
	}
	root.SetUsageTemplate(a.usage())
	root.SetHelpTemplate("{{with (or .Long .Short)}}{{. | trimTrailingWhitespaces}}\n\n{{end}}{{.UsageString}}\n" + a.texts.get("exit-codes") + "\n")
	return root
}

// settings loads config.toml and lays the flags over it. Faults of config.toml
// end every command here: nothing acts on settings that could not be read. They
// are printed, and returned with errFindings.
func (a *app) settings() (config.Settings, []finding.Finding, error) {
	s, found, err := config.Load(a.config)
	if errors.Is(err, fs.ErrNotExist) {
		return s, found, errors.New(a.texts.format("config-missing", a.config))
	}
	if err != nil {
		return s, found, err
	}
	ofKey, err := s.TakeKey(a.env.Getenv(config.KeyVariable))
	if err != nil {
		return s, found, err
	}
	if found = append(found, ofKey...); finding.Stops(found) {
		return s, found, a.refuse(found, "config-stopped", a.config)
	}
	if info, err := os.Stat(s.Path(s.Data)); err != nil || !info.IsDir() {
		return s, found, errors.New(a.texts.format("data-missing", s.Path(s.Data)))
	}
	configured := s.Path(s.Output)
	if a.output != "" {
		// A path of the command line does not depend on the folder of config.toml.
		if s.Output, err = filepath.Abs(a.output); err != nil {
			return s, found, err
		}
	}
	if !s.OutputApart() {
		return s, found, errors.New(a.texts.format("output-overlaps", s.Path(s.Output)))
	}
	a.public, a.pinned = s.Path(s.Output) == configured, !s.AsOf.IsZero() && a.asOf == ""
	if a.asOf != "" {
		if s.AsOf, err = time.Parse(time.RFC3339, a.asOf); err != nil {
			return s, found, fmt.Errorf(a.texts.get("as-of-invalid"), a.asOf)
		}
	}
	if s.AsOf.IsZero() {
		s.AsOf = a.env.Now().Truncate(time.Second)
	}
	a.folder = s.Path(s.Output)
	return s, found, nil
}

// usage is cobra's usage text in the reader's language.
func (a *app) usage() string {
	return a.texts.get("usage") + ":{{if .Runnable}}\n  {{.UseLine}}{{end}}{{if .HasAvailableSubCommands}}\n  {{.CommandPath}} " + a.texts.get("usage-command") + "{{end}}" +
		"{{if .HasAvailableSubCommands}}\n\n" + a.texts.get("usage-commands") + ":{{range .Commands}}{{if .IsAvailableCommand}}\n  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}" +
		"{{if .HasAvailableLocalFlags}}\n\n" + a.texts.get("usage-flags") + ":\n{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}" +
		"{{if .HasAvailableInheritedFlags}}\n\n" + a.texts.get("usage-global") + ":\n{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}\n"
}
