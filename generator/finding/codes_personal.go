package finding

// Codes of data about persons.
const (
	// PersonalHeader: A header says that the column holds data about single
	// persons.
	PersonalHeader Code = "personal-header"
	// PersonalEmail: A cell outside the contact columns holds an e-mail
	// address.
	PersonalEmail Code = "personal-email"
	// PersonalPhone: A cell outside the contact columns holds a telephone
	// number.
	PersonalPhone Code = "personal-phone"
	// PersonalDocument: A cell looks like the number of a passport or of an
	// insurance card.
	PersonalDocument Code = "personal-document"
	// PersonalName: A cell looks like the name of a person.
	PersonalName Code = "personal-name"
	// PersonNamed: A text of statistics names a person, and nothing else can be
	// meant.
	PersonNamed Code = "person-named"
	// PersonalNames: A column of statistics looks like a list of names.
	PersonalNames Code = "personal-names"
	// PersonalDescription: A text of statistics describes one person by age and
	// address.
	PersonalDescription Code = "personal-description"
	// PersonalRecords: A table of statistics looks like records of single
	// persons.
	PersonalRecords Code = "personal-records"
	// PersonalAllowed: config.toml says why what looks like data about persons in a
	// column is none.
	PersonalAllowed Code = "personal-allowed"
	// CoordinatesInStatistics: A cell of statistics holds an exact position.
	CoordinatesInStatistics Code = "coordinates-in-statistics"
)
