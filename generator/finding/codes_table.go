package finding

// Codes of reading config.toml and the exports.
const (
	ConfigInvalid    Code = "config-invalid"     // a value of config.toml is wrong
	ConfigUnknownKey Code = "config-unknown-key" // nothing reads this key
	ConfigSyntax     Code = "config-syntax"      // config.toml is not TOML
	ConfigColumn     Code = "config-column"      // a mapping names a column that our table does not have
	ConfigTable      Code = "config-table"       // a mapping names a table that does not exist
	FileEmpty        Code = "file-empty"         // no header
	FileHeaderOnly   Code = "file-header-only"   // a header and no row
	FileTooLarge     Code = "file-too-large"     // beyond the limit, not read
	FileUnread       Code = "file-unread"        // no table takes this file
	FileMissing      Code = "file-missing"       // a mapping names files that are not there
	FileUnreadable   Code = "file-unreadable"    // the operating system says no
	EncodingAssumed  Code = "encoding-assumed"   // guessed by content
	DelimiterAssumed Code = "delimiter-assumed"  // not a comma
	DecimalAssumed   Code = "decimal-assumed"    // decimal commas were read as points
	BytesInvalid     Code = "bytes-invalid"      // bytes that the encoding does not have
	LettersLost      Code = "letters-lost"       // "?" where a letter was
	ControlRemoved   Code = "control-removed"    // control characters taken out of a cell
	BidiRemoved      Code = "bidi-removed"       // characters that turn the direction of writing
	ColumnMissing    Code = "column-missing"     // a required column is not in the file
	ColumnUnknown    Code = "column-unknown"     // nobody declared it
	ColumnTwice      Code = "column-twice"       // a header occurs twice
	ColumnUnnamed    Code = "column-unnamed"     // cells under a blank header
	ColumnLanguage   Code = "column-language"    // a language that config.toml does not have
	LanguageMissing  Code = "language-missing"   // a language without its column
	ColumnsTooMany   Code = "columns-too-many"   // beyond the limit, not read
	RowTooLong       Code = "row-too-long"       // more cells than the header
	RowTooShort      Code = "row-too-short"      // fewer cells than the header
	CellTooLarge     Code = "cell-too-large"     // beyond the limit, blanked
	QuoteOpen        Code = "quote-open"         // a quote that is never closed
	QuoteAfter       Code = "quote-after"        // text after a closing quote
	QuoteInside      Code = "quote-inside"       // a quote in a cell that is not quoted
	CellInvalid      Code = "cell-invalid"       // cannot be read as the column's type
	DateInvalid      Code = "date-invalid"       // not a date
	TimeInvalid      Code = "time-invalid"       // not a time of day
	InstantInvalid   Code = "instant-invalid"    // not a date and time with zone
	NumberInvalid    Code = "number-invalid"     // not a number
	WholeInvalid     Code = "whole-invalid"      // not a whole number
	WeekdaysInvalid  Code = "weekdays-invalid"   // not weekdays
	YesNoInvalid     Code = "yes-no-invalid"     // not yes or no
	ValueRewritten   Code = "value-rewritten"    // a pattern of the mapping changed cells
	RowsFiltered     Code = "rows-filtered"      // the mapping takes only some rows
	RowsRepeated     Code = "rows-repeated"      // repeated rows of a vocabulary were taken once
	OutlineInvalid   Code = "outline-invalid"    // outlines.geojson is not what it should be
	OutlineUnknown   Code = "outline-place"      // an outline of a place that does not exist
)
