package programme

// Codes that stand for no member of a dimension (SDMX).
const (
	Total         = "_T" // all members together
	NotApplicable = "_Z" // the dimension has no meaning for the indicator
	Unknown       = "_U" // not stated
)

// Illustration is the origin of rows that were made up to show something; every
// other origin is the id of a source.
const Illustration = "illustration"
