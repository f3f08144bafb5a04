package hsds

import (
	"elinde/generator/config"
	"elinde/generator/programme"
)

// ExportTables makes the package of rows as they are: what HSDS holds is asked of
// every column, those too that disclosure control would empty.
func ExportTables(rows *programme.Tables, today programme.Date, s config.Settings, pages Addresses) *Package {
	return export(programme.NewIndex(rows), today, s, said, pages)
}

// PageAddresses are those of the tests.
var PageAddresses = addresses
