package difference

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// compare gives a line for each difference between published and new files.
func compare(t *testing.T, old map[string]string, now map[string]string) string {
	t.Helper()
	published := fstest.MapFS{}
	for name, text := range old {
		published[name] = &fstest.MapFile{Data: []byte(text)}
	}
	var files []File
	for _, name := range []string{"d/services.csv", "d/terms.csv", "d/i/users.csv"} {
		if text, ok := now[name]; ok {
			files = append(files, File{name, []byte(text)})
		}
	}
	d, err := Of(published, slices.Values(files), "d/", "d/i/", []string{"freq", "ref_area", "indicator", "urban", "time_period"})
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, r := range d.Rows {
		lines = append(lines, fmt.Sprint(r.Kind, " ", r.Table, " ", r.ID, " ", r.Name["en"], " ", r.Cells))
	}
	for _, f := range d.Figures {
		lines = append(lines, fmt.Sprint(f.Kind, " ", f.Key, " ", said(f.Old), " ", said(f.New)))
	}
	return strings.Join(lines, "\n")
}

func said(t *Told) string {
	if t == nil {
		return "none"
	}
	return fmt.Sprintf("%q%q", t.Value, t.Symbols)
}

func TestRowsAreKnownByTheirIDs(t *testing.T) {
	got := compare(t, map[string]string{
		"d/services.csv": "id,name_en,phone\na,Day care,1\nb,Legal help,2\nc,\"Home, care\",3\n",
		"d/terms.csv":    "scheme,id,name_en\nage,x,Old\nfee,x,Free\n",
	}, map[string]string{
		"d/services.csv": "id,phone,hours,name_en\nc,4,Mo,\"Home, care\"\nd,5,Tu,New\na,1,We,Day care\n", // another order, one column more
		"d/terms.csv":    "scheme,id,name_en\nfee,x,For nothing\nage,x,Old\n",
	})
	want := `added services d New []
changed services c Home, care [{phone 3 4}]
gone services b Legal help []
changed terms fee.x For nothing [{name_en Free For nothing}]`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestFiguresAreKnownByTheirKeys(t *testing.T) {
	const head = "freq,ref_area,ref_area_name_en,indicator,time_period,obs_value,symbol\n"
	got := compare(t, map[string]string{
		"d/i/users.csv": head + "Q,n,North,users,2026-Q1,10,p\nQ,s,South,users,2026-Q1,12,\nQ,e,East,users,2026-Q1,13,\nQ,w,West,users,2026-Q1,14,\nQ,o,Other,users,2026-Q1,186.0,\n",
		"d/i/ended.csv": head + "Q,n,North,ended,2026-Q1,7,\n", // an indicator that is no more published
	}, map[string]string{
		"d/i/users.csv": head + "Q,n,North,users,2026-Q1,10,\nQ,s,Süd,users,2026-Q1,12,\nQ,e,East,users,2026-Q1,,c\nQ,o,Other,users,2026-Q1,186,\nQ,e,East,users,2026-Q2,9,p\n",
	})
	want := `changed Q.n.users.2026-Q1 "10""p" "10"""
changed Q.e.users.2026-Q1 "13""" """c"
added Q.e.users.2026-Q2 none "9""p"
gone Q.w.users.2026-Q1 "14""" none
gone Q.n.ended.2026-Q1 "7""" none`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
