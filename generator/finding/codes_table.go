package finding

// Codes of reading config.toml and the exports.
const (
	// ConfigInvalid: A value of config.toml is wrong.
	ConfigInvalid Code = "config-invalid"
	// ConfigMissing: A value of config.toml that must be there is not.
	ConfigMissing Code = "config-missing"
	// ConfigType: A value of config.toml is of another type than its key takes.
	ConfigType Code = "config-type"
	// ConfigKeyTwice: A key is given twice.
	ConfigKeyTwice Code = "config-key-twice"
	// ConfigUnknownKey: Nothing reads this key.
	ConfigUnknownKey Code = "config-unknown-key"
	// ConfigSyntax: Config.toml is not TOML.
	ConfigSyntax Code = "config-syntax"
	// ConfigColumn: A mapping names a column that our table does not have.
	ConfigColumn Code = "config-column"
	// ConfigTable: A mapping names a table that does not exist.
	ConfigTable Code = "config-table"
	// DataEmpty: No export at all.
	DataEmpty Code = "data-empty"
	// FileEmpty: No header.
	FileEmpty Code = "file-empty"
	// FileHeaderOnly: A header and no row.
	FileHeaderOnly Code = "file-header-only"
	// FileTooLarge: Beyond the limit, not read.
	FileTooLarge Code = "file-too-large"
	// FileRepeated: Another file holds the same bytes.
	FileRepeated Code = "file-repeated"
	// ExportForeign: A file calls columns or codes otherwise than the tables do.
	ExportForeign Code = "export-foreign"
	// HeaderBelow: The first row is a title, and the header stands below it.
	HeaderBelow Code = "header-below"
	// FileUnread: No table takes this file.
	FileUnread Code = "file-unread"
	// FileMisplaced: No table takes this file, though it has the columns of one.
	FileMisplaced Code = "file-misplaced"
	FileWorkbook  Code = "file-workbook" // a spreadsheet of another format than XLSX
	// RowsBelow: Sums or notes stand below the rows of a table.
	RowsBelow Code = "rows-below"
	// WorkbookLocked: A workbook with a password.
	WorkbookLocked Code = "workbook-locked"
	// WorkbookFormula: A formula of which the workbook keeps no value.
	WorkbookFormula Code = "workbook-formula"
	// WorkbookPercent: Numbers shown in percent were taken as they are shown.
	WorkbookPercent Code = "workbook-percent"
	// WorkbookHidden: Hidden rows, which were read all the same.
	WorkbookHidden Code = "workbook-hidden"
	// WorkbookMerged: Merged cells, of which the first alone has a value.
	WorkbookMerged Code = "workbook-merged"
	// FileForeign: Named as a table, and something else by its first bytes.
	FileForeign Code = "file-foreign"
	// FileMissing: A mapping names files that are not there.
	FileMissing Code = "file-missing"
	// SheetsUnread: A workbook is meant for a table, and none of its sheets is named so.
	SheetsUnread Code = "sheets-unread"
	// FileUnreadable: The operating system says no.
	FileUnreadable Code = "file-unreadable"
	// EncodingAssumed: Guessed by content.
	EncodingAssumed Code = "encoding-assumed"
	// DelimiterAssumed: Not a comma.
	DelimiterAssumed Code = "delimiter-assumed"
	// DecimalAssumed: Decimal commas were read as points.
	DecimalAssumed Code = "decimal-assumed"
	// BytesInvalid: Bytes that the encoding does not have.
	BytesInvalid Code = "bytes-invalid"
	// LettersLost: "?" where a letter was.
	LettersLost Code = "letters-lost"
	// LettersImpossible: The encoding of the file lacks letters of a language.
	LettersImpossible Code = "letters-impossible"
	// LettersGarbled: UTF-8 that was read as something else.
	LettersGarbled Code = "letters-garbled"
	// ControlRemoved: Control characters taken out of a cell.
	ControlRemoved Code = "control-removed"
	// BidiRemoved: Characters that turn the direction of writing.
	BidiRemoved Code = "bidi-removed"
	// ColumnMissing: A required column is not in the file.
	ColumnMissing Code = "column-missing"
	// ColumnUnknown: Nobody declared it.
	ColumnUnknown Code = "column-unknown"
	// ColumnTwice: A header occurs twice.
	ColumnTwice Code = "column-twice"
	// ColumnUnnamed: Cells under a blank header.
	ColumnUnnamed Code = "column-unnamed"
	// ColumnLanguage: A language that config.toml does not have.
	ColumnLanguage Code = "column-language"
	// LanguageMissing: A language without its column.
	LanguageMissing Code = "language-missing"
	// SDMXRead: The file was read as SDMX-CSV.
	SDMXRead Code = "sdmx-read"
	// SDMXDelete: A message that deletes.
	SDMXDelete Code = "sdmx-delete"
	// ColumnsTooMany: Beyond the limit, not read.
	ColumnsTooMany Code = "columns-too-many"
	// RowTooLong: More cells than the header.
	RowTooLong Code = "row-too-long"
	// RowTooShort: Fewer cells than the header.
	RowTooShort Code = "row-too-short"
	// CellTooLarge: Beyond the limit, blanked.
	CellTooLarge Code = "cell-too-large"
	// QuoteOpen: A quote that is never closed.
	QuoteOpen Code = "quote-open"
	// QuoteAfter: Text after a closing quote.
	QuoteAfter Code = "quote-after"
	// QuoteInside: A quote in a cell that is not quoted.
	QuoteInside Code = "quote-inside"
	// CellInvalid: Cannot be read as the column's type.
	CellInvalid Code = "cell-invalid"
	// DateInvalid: Not a date.
	DateInvalid Code = "date-invalid"
	// TimeInvalid: Not a time of day.
	TimeInvalid Code = "time-invalid"
	// InstantInvalid: Not a date and time with zone.
	InstantInvalid Code = "instant-invalid"
	// NumberInvalid: Not a number.
	NumberInvalid Code = "number-invalid"
	// WholeInvalid: Not a whole number.
	WholeInvalid Code = "whole-invalid"
	// WeekdaysInvalid: Not weekdays.
	WeekdaysInvalid Code = "weekdays-invalid"
	// YesNoInvalid: Not yes or no.
	YesNoInvalid Code = "yes-no-invalid"
	// ValueRewritten: A pattern of the mapping changed cells.
	ValueRewritten Code = "value-rewritten"
	// RowsFiltered: The mapping takes only some rows.
	RowsFiltered Code = "rows-filtered"
	// RowsRepeated: Repeated rows of a vocabulary were taken once.
	RowsRepeated Code = "rows-repeated"
	// OutlineInvalid: Outlines.geojson is not what it should be.
	OutlineInvalid Code = "outline-invalid"
	// OutlineUnknown: An outline of a place that does not exist.
	OutlineUnknown Code = "outline-place"
)
