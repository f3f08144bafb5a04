package pipeline

import (
	"path/filepath"

	"elinde/generator/config"
	"elinde/generator/ledger"
	"elinde/site"
	"elinde/site/publish"
)

// ledgerFile is where the ledger of a site lies.
func ledgerFile(s config.Settings) (string, error) {
	beside, err := publish.Beside(s.Path(s.Output))
	return filepath.Join(beside, "ledger"), err
}

// ledgerOf opens the ledger of a site; a whole build begins a new one.
func ledgerOf(s config.Settings, whole bool) (*ledger.Ledger, error) {
	file, err := ledgerFile(s)
	if err == nil && whole {
		err = ledger.Forget(file)
	}
	if err != nil {
		return nil, err
	}
	return ledger.Open(file, site.Program()), nil
}
