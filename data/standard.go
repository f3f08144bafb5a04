// Package data holds the tables of the demonstration that are true of the country
// and not of the demonstration: what a new site begins with.
package data

import "embed"

// Standard holds places and their history, the terms, and the sources of both.
//
//go:embed places.csv place_validity.csv place_changes.csv terms.csv sources.csv
var Standard embed.FS
