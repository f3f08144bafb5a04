package finding

// Codes of reading a package of Open Referral HSDS.
const (
	// HSDSArchive: A zip file that cannot be read.
	HSDSArchive Code = "hsds-archive"
	// HSDSPath: A zip file names a file outside itself.
	HSDSPath Code = "hsds-path"
	// HSDSTwice: A zip file holds a name twice.
	HSDSTwice Code = "hsds-file-twice"
	// HSDSRows: More rows than can be read.
	HSDSRows Code = "hsds-rows"
	// HSDSEmpty: Nothing in it is HSDS.
	HSDSEmpty Code = "hsds-empty"
	// HSDSObject: Not JSON, or JSON that reads in two ways.
	HSDSObject Code = "hsds-json"
	// HSDSUnknown: JSON that is no object of HSDS.
	HSDSUnknown Code = "hsds-object-unknown"
	// HSDSMissing: A field without which the row means nothing.
	HSDSMissing Code = "hsds-field-missing"
	// HSDSRepeated: Two rows with one id.
	HSDSRepeated Code = "hsds-id-repeated"
	// HSDSIdentifier: An id that is no UUID.
	HSDSIdentifier Code = "hsds-id-form"
	// HSDSConflict: One object told in two ways.
	HSDSConflict Code = "hsds-conflict"
	// HSDSType: A value of another type.
	HSDSType Code = "hsds-type"
	// HSDSEnum: A value that the list does not have.
	HSDSEnum Code = "hsds-enum"
	// HSDSCoordinate: A point that is not on Earth.
	HSDSCoordinate Code = "hsds-coordinate"
	// HSDSReference: A key that leads to no row.
	HSDSReference Code = "hsds-reference"
	// HSDSTable: A key to a table that is not there.
	HSDSTable Code = "hsds-table-missing"
	// HSDSCycle: Rows that are their own parents.
	HSDSCycle Code = "hsds-cycle"
	// HSDSHours: Opening hours that are not of one day here.
	HSDSHours Code = "hsds-hours"
	// HSDSUnheld: A column that our tables have no place for.
	HSDSUnheld Code = "hsds-unheld"
	// HSDSRowsUnheld: Rows that our tables have no place for.
	HSDSRowsUnheld Code = "hsds-rows-unheld"
	// HSDSRetired: An object that only says that what it was is gone.
	HSDSRetired Code = "hsds-retired"
	// HSDSBlank: What our tables want and HSDS does not say.
	HSDSBlank Code = "hsds-blank"
)
