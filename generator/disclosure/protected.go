// Package disclosure decides what may be published. In comes a Dataset, out comes
// a Protected: unreleased figures, confidential places and small counts are no
// longer in it. Pages, search documents and downloads take a *Protected and
// nothing else.
package disclosure

import (
	"time"

	"elinde/generator/programme"
)

// Protected is what may be published. It can be made by Protect only.
type Protected struct {
	index     *programme.Index
	today     programme.Date
	asOf      time.Time
	forbidden map[string]programme.Position
	hidden    Hidden

	withheld     []WithheldCell
	certificates []Certificate
	audited      decided
	prose        *prose
}

// Hidden names what a confidential location concerns, for recalling older sites:
// the places below the welaýat that must not be told, and the services given
// there. It must reach no output.
type Hidden struct {
	Places   []programme.PlaceID
	Services []programme.ServiceID
}

// Index gives the rows that may be published, and their links. Of a confidential
// location only provider, welaýat-level place and accessibility are left, under a
// neutral id. Of a release that is not out only id, publish_at, status and title are left, and
// none of its observations. A withheld observation has no value, status Q and
// conf_status C.
func (p *Protected) Index() *programme.Index { return p.index }

// Today is the day of the build in the country's zone.
func (p *Protected) Today() programme.Date { return p.today }

// AsOf is the instant of the build: releases are out if it is not before their
// publish_at.
func (p *Protected) AsOf() time.Time { return p.asOf }

// Out reports whether the release is published at the instant of the build.
func (p *Protected) Out(r *programme.Release) bool { return isOut(r, p.asOf) }

// Hidden names the places and services that confidential locations concern.
func (p *Protected) Hidden() Hidden { return p.hidden }
