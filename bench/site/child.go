package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
)

// childArg marks a process that this command started itself. Every contender is
// a process of its own: what one leaves in memory costs no other.
const childArg = "child"

// child does one part of the work.
func child(name string, args []string) error {
	do := map[string]struct {
		args int
		run  func([]string) error
	}{
		"prepare": {3, func(a []string) error { return prepare(a[0], a[1], a[2]) }},
		"floor":   {2, func(a []string) error { return floor(a[0], a[1]) }},
		"read":    {1, func(a []string) error { return floor(a[0], "") }},
		"plain":   {2, func(a []string) error { return plain(a[0], a[1]) }},
		"pages":   {2, func(a []string) error { return pagesAlone(a[0], a[1]) }},
		"stages":  {1, func(a []string) error { return stages(a[0]) }},
		"build":   {2, func(a []string) error { return profiledBuild(a[0], a[1]) }},
	}[name]
	if do.run == nil || do.args != len(args) {
		return fmt.Errorf("unknown part %s", name)
	}
	return do.run(args)
}

// self runs a part of the work in a process of this program.
func (b bench) self(out io.Writer, args ...string) error {
	program, err := os.Executable()
	if err != nil {
		return err
	}
	cmd := exec.Command(program, append([]string{childArg}, args...)...)
	cmd.Stdout, cmd.Stderr = out, os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s: %w", args[0], err)
	}
	return nil
}
