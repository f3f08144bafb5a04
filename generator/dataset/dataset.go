// Package dataset checks records and makes the Dataset of them: ids, references,
// terms, dates, places, texts. In come table.Records, out come a Dataset and
// findings; nothing is read, written or printed here.
package dataset

import "elinde/generator/programme"

// Dataset is a set of tables that was checked. It can be made by Check only.
type Dataset struct{ index *programme.Index }

// Index gives the checked rows and their links. They may hold what must not be
// published: only package disclosure may hand them on.
func (d *Dataset) Index() *programme.Index { return d.index }
