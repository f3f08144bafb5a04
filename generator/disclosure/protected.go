// Package disclosure decides what may be published. In comes a Dataset, out comes
// a Protected: unreleased figures, confidential places and small counts are no
// longer in it. Pages, search documents and downloads take a *Protected and
// nothing else.
package disclosure

import "elinde/generator/programme"

// Protected is what may be published. It can be made by Protect only.
type Protected struct {
	index *programme.Index
	today programme.Date
}

// Index gives the rows that may be published, and their links. Of a confidential
// location only id, provider, welaýat-level place and accessibility are left. Of
// a release that is not out only id, publish_at, status and title are left, and
// none of its observations. A withheld observation has no value, status Q and
// conf_status C.
func (p *Protected) Index() *programme.Index { return p.index }

// Today is the day of the build in the country's zone.
func (p *Protected) Today() programme.Date { return p.today }
