package finding

// Codes of the statistics.
const (
	// DimensionUnknown: A dimension of an observation has a code that nobody
	// declared.
	DimensionUnknown Code = "dimension-unknown"
	// DimensionNameUnknown: A list of dimensions names one that observations
	// do not have.
	DimensionNameUnknown Code = "dimension-name-unknown"
	// ValueWithoutReason: A value is missing and no status says why.
	ValueWithoutReason Code = "value-without-reason"
	// ValueDespiteStatus: A value stands where the status says that there is
	// none.
	ValueDespiteStatus Code = "value-despite-status"
	// StatusContradiction: Codes of a status contradict each other.
	StatusContradiction Code = "status-contradiction"
	// ConfStatusContradiction: A withheld value is said to be free.
	ConfStatusContradiction Code = "conf-status-contradiction"
	// FreqPeriodMismatch: The period of an observation is not of its
	// frequency.
	FreqPeriodMismatch Code = "freq-period-mismatch"
	// PeriodNotInRelease: A release holds a period that it does not carry.
	PeriodNotInRelease Code = "period-not-in-release"
	// FrequencyDiffers: An observation is not of the frequency of its
	// indicator.
	FrequencyDiffers Code = "frequency-differs"
	// ObservationRepeated: Two observations of a release have the same key.
	ObservationRepeated Code = "observation-repeated"
	// ShareBeyondWhole: A share is more than 100 per cent, and its indicator does not
	// say that it may be.
	ShareBeyondWhole Code = "share-beyond-whole"
	// ValueImpossible: A value lies outside the range of its indicator.
	ValueImpossible Code = "value-impossible"
	// CountNotWhole: A count is negative or not a whole number.
	CountNotWhole Code = "count-not-whole"
	// ObservationPlaceNotInForce: An observation speaks of a place that did
	// not exist in its period.
	ObservationPlaceNotInForce Code = "observation-place-not-in-force"
	// TotalDiffers: A total is not the sum of its parts.
	TotalDiffers Code = "total-differs"
	// AverageOutside: A rate or average of a whole is smaller or larger than that of
	// every part.
	AverageOutside Code = "average-outside"
	// ChangeLarge: A value changed more than its indicator lets expect.
	ChangeLarge Code = "change-large"
	// ChangeTenfold: A value is ten times the one before it, or a tenth.
	ChangeTenfold Code = "change-tenfold"
	// UnitChanged: Nearly all figures of an indicator are a hundred, a thousand
	// or a million times those before.
	UnitChanged Code = "unit-changed"
	// RateDiffers: A rate is not its numerator divided by its denominator.
	RateDiffers Code = "rate-differs"
	// ProvisionalOverdue: A figure is provisional although it should be final by
	// now.
	ProvisionalOverdue Code = "provisional-overdue"
	// SeriesGap: A period is missing inside a series.
	SeriesGap Code = "series-gap"
	// PlaceWithoutFigure: A table has all places but one that a reform created.
	PlaceWithoutFigure Code = "place-without-figure"
	// PlaceChangeMissing: A place with figures came or went, and place_changes
	// does not say where its people are counted.
	PlaceChangeMissing Code = "place-change-missing"
	// RevisionUnexplained: A final value changed between releases and nobody
	// says why.
	RevisionUnexplained Code = "revision-unexplained"
	// RevisionUnmatched: A reason for a revision belongs to no observation.
	RevisionUnmatched Code = "revision-unmatched"
	// ReleaseEmpty: A release that is out has no observation.
	ReleaseEmpty Code = "release-empty"
	// PeriodEmpty: A release has no observation of a period that it carries.
	PeriodEmpty Code = "period-empty"
	// PeriodRepeated: The newest figures of a release are those of the period before.
	PeriodRepeated Code = "period-repeated"
	// ValuesGone: Many figures of a release to come have no value, unlike before.
	ValuesGone Code = "values-gone"
	// FinalTooEarly: New figures are called final, though they may still change.
	FinalTooEarly Code = "final-too-early"
	// FiguresVanished: Figures of earlier releases are missing from a later one
	// that carries their period.
	FiguresVanished Code = "figures-vanished"
	// SeriesEnded: Series of the release before have no figure for the newest
	// period.
	SeriesEnded Code = "series-ended"
	// TotalMissing: A release lacks a total that the one before had, although the parts
	// of it are there.
	TotalMissing Code = "total-missing"
	// ReleaseOverdue: A release is still planned after its time.
	ReleaseOverdue Code = "release-overdue"
	// ReleasePremature: A release is said to be published before its time.
	ReleasePremature Code = "release-premature"
	// FactAlone: A group of conflicting facts has one fact only.
	FactAlone Code = "fact-alone"
)
