// Command elinde turns a folder of CSV exports into a published multilingual
// site. See README.md for its commands.
package main

import (
	"os"

	"elinde/generator/cli"
	"elinde/site"
)

func main() {
	// A process that renders a shard of pages is this same program, see
	// site.ChildMain.
	if site.IsChild() {
		os.Exit(site.ChildMain())
	}
	os.Exit(cli.Main(os.Args[1:], cli.System()))
}
