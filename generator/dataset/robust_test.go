package dataset_test

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"elinde/generator/dataset"
	"elinde/generator/table"
)

// Whatever stands in the cells, Check ends and does not panic: the cells of all
// cases are shuffled, blanked and repeated. The seed is fixed, so that a failure
// can be seen again.
func TestShuffledCellsNeverPanic(t *testing.T) {
	tables := map[string][]string{}
	for _, name := range cases(t) {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			if strings.HasSuffix(f.Name, ".csv") {
				tables[strings.TrimPrefix(f.Name, "data/")] = append(tables[strings.TrimPrefix(f.Name, "data/")], string(f.Data))
			}
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 60 {
		data := fstest.MapFS{}
		for name, files := range tables {
			if random.IntN(5) > 0 {
				data[name] = &fstest.MapFile{Data: shuffled(files[random.IntN(len(files))], random)}
			}
		}
		records, _, err := table.Read(data, usual())
		if err != nil {
			t.Fatal(err)
		}
		if d, _ := dataset.Check(records, usual()); d.Index() == nil {
			t.Fatal("no index")
		}
	}
}

// shuffled moves cells between rows and columns; the header stays.
func shuffled(csv string, random *rand.Rand) []byte {
	lines := strings.Split(strings.TrimSpace(csv), "\n")
	var pool []string
	for _, line := range lines[1:] {
		pool = append(pool, strings.Split(line, ",")...)
	}
	var b bytes.Buffer
	b.WriteString(lines[0] + "\n")
	for range 2 * len(lines) {
		source := strings.Split(lines[random.IntN(len(lines))], ",")
		for i := range source {
			switch random.IntN(6) {
			case 0:
				source[i] = ""
			case 1:
				if len(pool) > 0 {
					source[i] = pool[random.IntN(len(pool))]
				}
			}
		}
		b.WriteString(strings.Join(source, ",") + "\n")
	}
	return b.Bytes()
}
