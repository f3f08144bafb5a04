package finding

// Codes of disclosure control.
const (
	// LocationWithheld: A confidential location was reduced to its welaýat.
	LocationWithheld Code = "location-withheld"
	// ReleaseEmbargoed: A release is not out yet.
	ReleaseEmbargoed Code = "release-embargoed"
	// CellExposed: A cell that must be withheld can be worked out from what is
	// published already.
	CellExposed Code = "cell-exposed"
	// RecordExposes: What is published already tells more of a withheld cell than its
	// threshold asks now.
	RecordExposes Code = "record-exposes"
	// WithholdingKeyMissing: The order in which cells are withheld for others is one
	// that anybody can work out.
	WithholdingKeyMissing Code = "withholding-key-missing"
	// WithholdingKeyPublic: A site of real figures uses the key of the demonstration.
	WithholdingKeyPublic Code = "withholding-key-public"
	// WithholdingKeyCommitted: The withholding key stands in config.toml.
	WithholdingKeyCommitted Code = "withholding-key-committed"
	// WeightsPublished: A published count gives the weights of an average of which some
	// figures are withheld.
	WeightsPublished Code = "weights-published"
	// TableWithheld: Cells of a table were withheld because some of them are
	// small or confidential.
	TableWithheld Code = "table-withheld"
	// FigureInProse: A text repeats a number that is withheld.
	FigureInProse Code = "figure-in-prose"
	// WithheldInRelease: The words of a release tell a figure that it withholds.
	WithheldInRelease Code = "withheld-in-release"
	// FigureUnknown: The words of a release tell a number that no published figure
	// has.
	FigureUnknown Code = "figure-unknown"
)
