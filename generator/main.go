// Command elinde turns a folder of CSV exports into a published multilingual
// site. See README.md for its commands.
package main

import (
	"os"
	"runtime/debug"

	"elinde/generator/cli"
	"elinde/site"
)

func main() {
	// A process that renders a shard of pages is this same program, see
	// site.ChildMain.
	if site.IsChild() {
		os.Exit(site.ChildMain())
	}
	// A small site needs few collections; planning a large one makes much garbage,
	// which is collected earlier rather than need more than a small machine has.
	// The limit is soft: a still larger site passes.
	debug.SetGCPercent(300)
	debug.SetMemoryLimit(640 << 20)
	os.Exit(cli.Main(os.Args[1:], cli.System()))
}
