package finding

// ReleaseAltered: The figures of a published release are not those that were
// published.
const ReleaseAltered Code = "release-altered"

// Codes of the records of published releases.
const (
	// RecordDamaged: A record of a published release is not what was written.
	RecordDamaged Code = "record-damaged"
	// ReleaseUnrecorded: What a release published is not recorded yet.
	ReleaseUnrecorded Code = "release-unrecorded"
)

// ReleaseEarly: A site that is built as of a later time would publish a release
// before its own.
const ReleaseEarly Code = "release-early"

// Codes of the publishing checklist. Only check --release reports them: none
// stops a build.
const (
	// SummaryMissing: A release does not say what is new in it.
	SummaryMissing Code = "summary-missing"
	// RevisionNoteMissing: A release revises figures and has no note on it.
	RevisionNoteMissing Code = "revision-note-missing"
	// MethodMissing: An indicator does not say how its figures are made.
	MethodMissing Code = "method-missing"
	// NextReleaseMissing: A release does not announce the next one.
	NextReleaseMissing Code = "next-release-missing"
	// NextReleaseDiffers: The next release comes at another time than announced.
	NextReleaseDiffers Code = "next-release-differs"
	// OfficeMissing: Nobody can be asked about an indicator.
	OfficeMissing Code = "office-missing"
	// BoundMissing: Indicators say nothing of how much a figure may change.
	BoundMissing Code = "bound-missing"
	// ContactsOld: Rows of the directory were not checked for long.
	ContactsOld Code = "contacts-old"
	// ThresholdMissing: A count has no threshold, so that small ones are
	// published.
	ThresholdMissing Code = "threshold-missing"
)
