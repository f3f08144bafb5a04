package table

import "testing"

func TestSumBut(t *testing.T) {
	base := map[string]string{"services.csv": "id\na\n", "providers.csv": "id\np\n", "outlines.geojson": "{}"}
	sum := func(file, text string) [32]byte {
		files := map[string]string{}
		for name, old := range base {
			files[name] = old
		}
		files[file] = text
		r, _ := read(t, files)
		return r.SumBut("services")
	}
	first := sum("services.csv", base["services.csv"])
	if sum("services.csv", "id\nb\n") != first {
		t.Error("another services.csv gives another sum")
	}
	for _, file := range []string{"providers.csv", "outlines.geojson", "places.csv"} {
		if sum(file, base[file]+" ") == first {
			t.Errorf("another %s gives the same sum", file)
		}
	}
}
