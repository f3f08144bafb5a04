package finding

// Codes of ids and links between rows.
const (
	// IDRepeated: Two rows of a table have the same id.
	IDRepeated Code = "id-repeated"
	// RowRepeated: Two rows of a table say the same thing.
	RowRepeated Code = "row-repeated"
	// IDRetired: An id that was retired is used again.
	IDRetired Code = "id-retired"
	// ReferenceUnknown: A cell names a row that does not exist.
	ReferenceUnknown Code = "reference-unknown"
	// TableMissing: A table that others refer to has no rows.
	TableMissing Code = "table-missing"
	// VocabularyMissing: A vocabulary that others refer to has no terms.
	VocabularyMissing Code = "vocabulary-missing"
	// ReferenceLeftOut: A cell names a row that was left out.
	ReferenceLeftOut Code = "reference-left-out"
	// TermUnknown: A cell names a term that its vocabulary does not have.
	TermUnknown Code = "term-unknown"
	// Cycle: Rows refer to each other in a circle.
	Cycle Code = "cycle"
	// ClosureTarget: A closure names neither or both of a service and a
	// location.
	ClosureTarget Code = "closure-target"
	// GroupMissing: A rule that requires something belongs to no group.
	GroupMissing Code = "group-missing"
	// RowsLeftOut: Rows of a table were left out because the configuration
	// says so.
	RowsLeftOut Code = "rows-left-out"
)
