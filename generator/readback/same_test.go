package readback

import (
	"archive/zip"
	"bytes"
	"slices"
	"testing"
)

// TestArchivesAreReadWhereTheyDiffer packs a file that stands sound beside its
// archive, and the same bytes where they would be read as something else.
func TestArchivesAreReadWhereTheyDiffer(t *testing.T) {
	sound := []byte("freq,ref_area,service_type,sex,age,target_group,time_period,obs_value\nQ,ahal,_T,_T,_T,_T,2026-Q1,39\n")
	pack := func(name string, data []byte) []byte {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		w.Write(data)
		z.Close()
		return b.Bytes()
	}
	for name, c := range map[string]struct {
		path  string
		inner []byte
		want  []string
	}{
		"the same":          {"downloads/indicators/served.zip", sound, nil},
		"another indicator": {"downloads/indicators/share.zip", sound, []string{Foreign}},
		"another figure":    {"downloads/indicators/served.zip", bytes.Replace(sound, []byte("39"), []byte("38"), 1), []string{Differs}},
	} {
		t.Run(name, func(t *testing.T) {
			var codes []string
			for _, f := range New(source).Tree(func(yield func(string, []byte) bool) {
				_ = yield("downloads/indicators/served.csv", sound) && yield(c.path, pack("served.csv", c.inner))
			}) {
				codes = append(codes, f.Code)
			}
			if !slices.Equal(codes, c.want) {
				t.Errorf("got %v, want %v", codes, c.want)
			}
		})
	}
}
