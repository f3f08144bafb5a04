package hsds

import (
	"os"
	"path/filepath"
	"sync"
	"testing"

	"elinde/generator/config"
	"elinde/generator/dataset"
	"elinde/generator/disclosure"
	"elinde/generator/finding"
	"elinde/generator/programme"
	"elinde/generator/table"
)

// repository is the root of ours as tests see it, specification the folder of
// the schemas beside it.
var (
	repository    = filepath.Join("..", "..")
	specification = filepath.Join(repository, "..", "shared", "reference", "hsds")
)

// needSpecification skips aloud where the schemas are not beside the repository:
// their licence is not ours, so they are not kept in it.
func needSpecification(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(specification, name))
	if err != nil {
		t.Skipf("SKIPPED, NOT VALIDATED: %v", err)
	}
	return data
}

var addresses = Addresses{
	Service:  func(id programme.ServiceID) string { return "services/" + string(id) + "/" },
	Provider: func(id programme.ProviderID) string { return "providers/" + string(id) + "/" },
}

// said stands for the words of the theme.
func said(language, key string) string { return language + " " + key }

type demonstration struct {
	settings  config.Settings
	protected *disclosure.Protected
	tables    *programme.Tables // as they were read
	pack      *Package
}

// theDemonstration exports the directory of the demonstration; its statistics are left
// out, which takes time and changes nothing here.
var theDemonstration = sync.OnceValues(func() (demonstration, error) {
	s, _, err := config.Load(filepath.Join(repository, "config.toml"))
	if err != nil {
		return demonstration{}, err
	}
	records, _, err := table.Read(os.DirFS(filepath.Join(repository, s.Data)), s)
	if err != nil {
		return demonstration{}, err
	}
	records.Tables.Observations, records.Tables.Revisions = nil, nil
	d, _ := dataset.Check(records, s)
	p, found := disclosure.Protect(d, s)
	if finding.Stops(found) || p == nil {
		return demonstration{}, os.ErrInvalid
	}
	return demonstration{s, p, d.Index().Tables, Export(p, s, said, addresses)}, nil
})

func demonstrationFor(t *testing.T) demonstration {
	t.Helper()
	d, err := theDemonstration()
	if err != nil {
		t.Fatal(err)
	}
	return d
}
