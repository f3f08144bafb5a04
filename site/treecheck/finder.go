package treecheck

import "elinde/site/withheld"

// Finder looks for many withheld strings at once, see package withheld.
type Finder = withheld.Finder

// NewFinder prepares to look for the strings, each of at least four bytes.
func NewFinder(list []string) *Finder { return withheld.New(list) }
