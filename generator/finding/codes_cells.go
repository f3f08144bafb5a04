package finding

// Codes of single cells.
const (
	// RequiredMissing: A cell that must not be blank is blank.
	RequiredMissing Code = "required-missing"
	// FileCopied: Most rows of a file stand in another one.
	FileCopied Code = "file-copied"
	// IDInvalid: An id is not of the form [a-z0-9][a-z0-9-]{0,63}.
	IDInvalid Code = "id-invalid"
	// IDReserved: An id is the name of a device on Windows.
	IDReserved Code = "id-reserved"
	// CodeInvalid: A code has signs that codes do not have.
	CodeInvalid Code = "code-invalid"
	// SlugInvalid: A name of a vocabulary has signs that it must not have.
	SlugInvalid Code = "slug-invalid"
	// ReleaseIDInvalid: The id of a release is not a period such as 2026-Q1.
	ReleaseIDInvalid Code = "release-id-invalid"
	// ChoiceUnknown: A cell that takes one of a few words holds another.
	ChoiceUnknown Code = "choice-unknown"
	// NumberOutOfRange: A number lies outside the range that its column
	// allows.
	NumberOutOfRange Code = "number-out-of-range"
	// URLInvalid: An address on the web cannot be read.
	URLInvalid Code = "url-invalid"
	// URLUnsafe: An address has a scheme other than http or https.
	URLUnsafe Code = "url-unsafe"
	// URLMisleading: An address on the web looks like another one than it is.
	URLMisleading Code = "url-misleading"
	// EmailInvalid: An e-mail address cannot be read.
	EmailInvalid Code = "email-invalid"
	// PhoneInvalid: A telephone number is not of the form that config.toml
	// states.
	PhoneInvalid Code = "phone-invalid"
	// PeriodInvalid: A period is neither a year nor a quarter.
	PeriodInvalid Code = "period-invalid"
	// PartialDateInvalid: A date is not a year, a month or a day in ISO 8601.
	PartialDateInvalid Code = "partial-date-invalid"
	// DateInFuture: A day that must have passed lies in the future.
	DateInFuture Code = "date-in-future"
	// EndBeforeStart: An end lies before its beginning.
	EndBeforeStart Code = "end-before-start"
	// SpreadsheetFault: A formula failed, and its fault was exported as a text.
	SpreadsheetFault Code = "spreadsheet-fault"
	// FormulaInText: A text is a formula.
	FormulaInText Code = "formula-in-text"
	// HTMLInText: A text holds HTML, which is shown as text.
	HTMLInText Code = "html-in-text"
	// TemplateInText: A text holds template delimiters, which are shown as
	// text.
	TemplateInText Code = "template-in-text"
	// LinkUnsafe: A Markdown text links to an address that is not published.
	LinkUnsafe Code = "link-unsafe"
)
