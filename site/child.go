package site

import (
	"elinde/site/hugo"
	"elinde/site/shard"
)

// IsChild says whether this process was started by Build to render a shard of
// pages. A program that calls Build asks this first thing in main, and a test
// that builds a site in TestMain:
//
//	if site.IsChild() {
//		os.Exit(site.ChildMain())
//	}
func IsChild() bool { return shard.IsChild() }

// ChildMain renders the shard that comes on standard input and gives the exit
// code of the process.
func ChildMain() int { return hugo.ChildMain() }
