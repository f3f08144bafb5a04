package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
)

// contender is one way to make the same pages.
type contender struct {
	name string
	out  string
	cmd  func() *exec.Cmd
}

// The contenders, by their place in a round.
const (
	elinde = iota
	pagesOnly
	plainHugo
	floorWhole
	floorRead
)

func (b bench) contenders() []contender {
	own, _ := os.Executable()
	child := func(args ...string) func() *exec.Cmd {
		return func() *exec.Cmd { return exec.Command(own, append([]string{childArg}, args...)...) }
	}
	return []contender{
		{"elinde build --no-search", b.path("project", "public"), b.build("--quiet")},
		{"of it: the pages, without files", "", child("pages", b.path("project"), b.path("pages-out"))},
		{"plain Hugo", b.path("plain-out"), child("plain", b.path("plain"), b.path("plain-out"))},
		{"floor: html/template and write", b.path("floor-out"), child("floor", b.path("records"), b.path("floor-out"))},
		{"of it: reading the records", "", child("read", b.path("records"))},
	}
}

// build is a build of the project by the program itself.
func (b bench) build(flags ...string) func() *exec.Cmd {
	return func() *exec.Cmd {
		cmd := exec.Command(b.path("bin", "elinde"), append([]string{"build", "--no-search"}, flags...)...)
		cmd.Dir = b.path("project")
		return cmd
	}
}

// whole measures whole builds in rounds and prints the table.
func (b bench) whole() error {
	contenders := b.contenders()
	rounds := make([][]cost, b.runs)
	for i := range rounds {
		rounds[i] = make([]cost, len(contenders))
		order := []int{elinde, pagesOnly, plainHugo, floorWhole, floorRead}
		if i%2 == 1 { // who comes first in a round must not matter
			slices.Reverse(order)
		}
		for _, n := range order {
			c := contenders[n]
			say("round %d: %s", i+1, c.name)
			gone := []string{c.out}
			if n == pagesOnly {
				gone = []string{b.path("pages-out"), b.path(".pages-out.elinde")}
			}
			if n == elinde { // what the last round knew of its tree
				gone = append(gone, b.path("project", ".public.elinde"))
			}
			if err := fresh(gone...); err != nil {
				return err
			}
			var err error
			if rounds[i][n], err = run(c.out, c.cmd()); err != nil {
				return err
			}
			say("  %.1f s, %.1f s of processor", rounds[i][n].wall.Seconds(), rounds[i][n].cpu.Seconds())
		}
	}
	same, all, err := samePages(contenders[elinde].out, contenders[floorWhole].out)
	if err != nil {
		return err
	}
	printWhole(os.Stdout, contenders, rounds)
	printSame(os.Stdout, same, all)
	for _, c := range contenders {
		if c.out != "" && filepath.Base(c.out) != "public" {
			if err := fresh(c.out); err != nil {
				return err
			}
		}
	}
	return nil
}
