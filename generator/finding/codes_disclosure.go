package finding

// Codes of disclosure control.
const (
	// LocationWithheld: A confidential location was reduced to its welaýat.
	LocationWithheld Code = "location-withheld"
	// ReleaseEmbargoed: A release is not out yet.
	ReleaseEmbargoed Code = "release-embargoed"
	// SmallCountWithheld: Small counts were withheld.
	SmallCountWithheld Code = "small-count-withheld"
	// TableWithheld: A whole table was withheld.
	TableWithheld Code = "table-withheld"
)
