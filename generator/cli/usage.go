package cli

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// Wrong usage is told in the reader's language: the library's own sentences are
// English only.

// flagError says what is wrong with a flag.
func (a *app) flagError(c *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var blank *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	var syntax *pflag.InvalidSyntaxError
	switch {
	case errors.As(err, &unknown):
		name := "--" + unknown.GetSpecifiedName()
		if unknown.GetSpecifiedShortnames() != "" {
			name = "-" + unknown.GetSpecifiedName()
		}
		return a.wrong(c, "flag-unknown", name)
	case errors.As(err, &blank):
		return a.wrong(c, "flag-blank", "--"+blank.GetFlag().Name)
	case errors.As(err, &invalid):
		return a.wrong(c, "flag-invalid", "--"+invalid.GetFlag().Name, invalid.GetValue())
	case errors.As(err, &syntax):
		return a.wrong(c, "flag-unknown", syntax.GetSpecifiedFlag())
	}
	return err
}

// wrong gives the sentence with the way to the help.
func (a *app) wrong(c *cobra.Command, key string, args ...any) error {
	return errors.New(a.texts.format(key, args...) + "\n" + a.texts.format("see-help", c.CommandPath()))
}

// takes gives the rule of a command that has from least to most arguments.
func (a *app) takes(least, most int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return a.wrong(c, "args-missing", c.Use)
		case len(args) > most:
			return a.wrong(c, "args-none", c.CommandPath(), args[most])
		}
		return nil
	}
}

// unknownCommand refuses what is no command of ours, with what it may have been.
func (a *app) unknownCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if near := c.SuggestionsFor(args[0]); len(near) > 0 {
		return a.wrong(c, "command-resembles", args[0], strings.Join(near, ", "))
	}
	return a.wrong(c, "command-unknown", args[0])
}
