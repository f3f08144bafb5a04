package finding

// Codes of disclosure control.
const (
	// LocationWithheld: A confidential location was reduced to its welaýat.
	LocationWithheld Code = "location-withheld"
	// ReleaseEmbargoed: A release is not out yet.
	ReleaseEmbargoed Code = "release-embargoed"
	// TableWithheld: All of a table but its grand total was withheld.
	TableWithheld Code = "table-withheld"
)
