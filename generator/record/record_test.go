package record

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
)

func TestReleaseIsReadFromAllItsFiles(t *testing.T) {
	published := fstest.MapFS{
		"r/a.csv":                 {Data: []byte("freq,ref_area,indicator,time_period,obs_value,obs_status\nQ,n,a,2026,1,A\n")},
		"r/b.csv":                 {Data: []byte("freq,ref_area,indicator,time_period,obs_value,obs_status\nQ,n,b,2026,,Q\n")},
		"r/observations.sdmx.csv": {Data: []byte("STRUCTURE,FREQ\ndataflow,Q\n")},
	}
	columns := []string{"freq", "ref_area", "indicator", "time_period"}
	got, err := Published(published, "r/", columns)
	if want := "map[Q.n.a.2026:{1 A} Q.n.b.2026:{ Q}]"; err != nil || fmt.Sprint(got) != want {
		t.Errorf("got %v %v, want %s", got, err, want)
	}
	if none, err := Published(published, "other/", columns); err != nil || none != nil {
		t.Errorf("a release that is not there gives %v %v", none, err)
	}
}

var columns = []string{"freq", "ref_area", "indicator", "sex", "time_period"}

func TestRecordIsReadAsItWasWritten(t *testing.T) {
	folder := t.TempDir()
	want := Release{"Q.n.a._T.2026-Q1": {"17", "A"}, "Q.n.a.F.2026-Q1": {"", "Q"}, "Q.n.a.M.2026-Q1": {"", "L"}}
	other := Release{"Q.n.a._T.2026-Q2": {"18", "P;E"}}
	for range 2 { // writing it again changes nothing
		if err := Write(folder, "2026-Q1", columns, want); err != nil {
			t.Fatal(err)
		}
	}
	if err := Write(folder, "2026-Q2", columns, other); err != nil {
		t.Fatal(err)
	}
	k, err := Read(os.DirFS(folder), columns)
	if err != nil || len(k.Damaged) > 0 || !maps.Equal(k.Releases["2026-Q1"], want) || !maps.Equal(k.Releases["2026-Q2"], other) {
		t.Fatalf("got %v %v", k, err)
	}
	if !want["Q.n.a.F.2026-Q1"].Withheld() || want["Q.n.a.M.2026-Q1"].Withheld() {
		t.Error("what is missing is not withheld")
	}

	// A dimension that is declared later had totals only.
	k, err = Read(os.DirFS(folder), []string{"freq", "ref_area", "indicator", "sex", "wealth", "time_period"})
	if f, ok := k.Releases["2026-Q2"]["Q.n.a._T._T.2026-Q2"]; err != nil || !ok || f.Value != "18" {
		t.Errorf("got %v %v", k, err)
	}
}

func TestDamagedRecordsAreNotRead(t *testing.T) {
	for name, damage := range map[string]func(folder string) error{
		"another figure": func(f string) error {
			return os.WriteFile(f+"/2026-Q1.csv", []byte("obs_value,obs_status\n1,A\n"), 0o600)
		},
		"no CSV":      func(f string) error { return os.WriteFile(f+"/2026-Q1.csv", []byte("\"a"), 0o600) },
		"gone":        func(f string) error { return os.Remove(f + "/2026-Q1.csv") },
		"no checksum": func(f string) error { return os.Remove(filepath.Join(f, Sums)) },
	} {
		folder := t.TempDir()
		if err := Write(folder, "2026-Q1", columns, Release{"Q.n.a._T.2026-Q1": {"17", "A"}}); err != nil {
			t.Fatal(err)
		}
		if err := damage(folder); err != nil {
			t.Fatal(err)
		}
		k, err := Read(os.DirFS(folder), columns)
		if err != nil || len(k.Releases) > 0 || fmt.Sprint(k.Damaged) != "[2026-Q1.csv]" {
			t.Errorf("%s: got %v %v", name, k, err)
		}
	}
	if k, err := Read(os.DirFS(filepath.Join(t.TempDir(), "none")), columns); err != nil || len(k.Releases)+len(k.Damaged) > 0 {
		t.Errorf("no folder: got %v %v", k, err)
	}
}
