package sdmx

import (
	"bytes"
	"encoding/csv"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// read gives the rows of a message as maps of our columns.
func read(t *testing.T, data []byte, comma rune) []map[string]string {
	t.Helper()
	r := csv.NewReader(bytes.NewReader(data))
	r.Comma = comma
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	l, ok := NewLayout(rows[0])
	if !ok {
		t.Fatalf("%v is not taken for SDMX-CSV", rows[0])
	}
	var list []map[string]string
	for _, row := range rows[1:] {
		m := map[string]string{}
		for i, c := range l.Cells(row) {
			m[l.Header[i]] = c
		}
		list = append(list, m)
	}
	return list
}

// TestWhatIsWrittenIsReadBack tries random observations whose texts hold all that
// could confuse a reader.
func TestWhatIsWrittenIsReadBack(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 2026))
	odd := []string{"", "plain", "a|b", `"`, `say "x"`, "tk:x", "a;b", "line\nbreak", `""`, "|", "ä: ž", `"a"|"b"`, `"open`}
	statuses := []string{"A", "P", "U", "B", "Q", "O", "M"}
	pick := func(list []string) string { return list[r.IntN(len(list))] }
	languages := []string{"tk", "ru", "en"}
	w := NewWriter(Flow{"TEST", "STATISTICS", "1.0.0"}, []string{"residence"}, languages)
	var want []Observation
	for range 500 {
		o := Observation{Members: []string{pick([]string{"A", "Q"}), "mary", "served", "_T", "F", "y0-17", "_Z", "urban"}, Period: "2026-Q1",
			Value: pick([]string{"", "0", "12.50", "-5", "1000000"}), Conf: pick([]string{"F", "C"}), Unit: "person", Release: "2026-Q1", Origin: "survey",
			Comment: []string{pick(odd), pick(odd), pick(odd)}}
		for range 1 + r.IntN(3) {
			o.Status = append(o.Status, pick(statuses))
		}
		want = append(want, o)
		w.Write(o)
	}
	got := read(t, w.Bytes(), ',')
	if len(got) != len(want) {
		t.Fatalf("%d observations of %d", len(got), len(want))
	}
	for i, o := range want {
		m := got[i]
		back := Observation{Period: m["time_period"], Value: m["obs_value"], Conf: m["conf_status"], Release: m["release_id"], Origin: m["origin"],
			Status: strings.Split(m["obs_status"], ";"), Comment: []string{m["comment_tk"], m["comment_ru"], m["comment_en"]}}
		for _, d := range append(slices.Clone(Fixed), "residence") {
			back.Members = append(back.Members, m[d])
		}
		if !slices.Equal(back.Members, o.Members) || back.Period != o.Period || back.Value != o.Value || back.Conf != o.Conf || back.Release != o.Release ||
			back.Origin != o.Origin || !slices.Equal(back.Status, o.Status) || !slices.Equal(back.Comment, o.Comment) {
			t.Fatalf("%+v came back as %+v", o, back)
		}
	}
}

func TestMissingIsNaNAndTheActionIsSaid(t *testing.T) {
	w := NewWriter(Flow{"TEST", "STATISTICS", "1.0.0"}, nil, []string{"tk"})
	w.Write(Observation{Members: []string{"Q", "mary", "served", "_T", "F", "_T", "_Z"}, Period: "2026-Q1", Status: []string{"Q"}, Conf: "C"})
	want := "STRUCTURE[|],STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,SERVICE_TYPE,SEX,AGE,TARGET_GROUP,TIME_PERIOD,OBS_VALUE,OBS_STATUS[],CONF_STATUS,UNIT_MEASURE,COMMENT_OBS[tk],RELEASE_ID,ORIGIN,REVISION\r\n" +
		"dataflow,TEST:STATISTICS(1.0.0),M,Q,mary,served,_T,F,_T,_Z,2026-Q1,NaN,Q,C,,,,,\r\n"
	if got := string(w.Bytes()); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// Messages of others come with names, other separators and custom columns.
func TestMessagesOfOthersAreRead(t *testing.T) {
	for name, c := range map[string]struct {
		comma rune
		data  string
		want  map[string]string
	}{
		"labels=both": {';', "STRUCTURE[|];STRUCTURE_ID;ACTION;SERIES_KEY;FREQ: Frequency;REF_AREA: Area;TIME_PERIOD: Period;OBS_VALUE: Value;OBS_STATUS[]: Status\n" +
			"dataflow;X:Y(1.0): Y;M;A.mary;A: Annual;mary: Mary;2026;12,4;P: Provisional|U: Low\n",
			map[string]string{"freq": "A", "ref_area": "mary", "time_period": "2026", "obs_value": "12,4", "obs_status": "P;U"}},
		"labels=name": {',', "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,FREQ,Frequency,SEX,Sex,OBS_VALUE,Value\ndataflow,X:Y(1.0),Y,M,A,Annual,F,Women,NaN,\n",
			map[string]string{"freq": "A", "sex": "F", "obs_value": ""}},
		"custom": {',', "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,OBS_VALUE,UNIT_MULT,CONF_STATUS\ndataflow,X:Y(1.0),M,Q,1,3,#N/A\n",
			map[string]string{"freq": "Q", "obs_value": "1", "unit_mult": "3", "conf_status": ""}},
	} {
		t.Run(name, func(t *testing.T) {
			got := read(t, []byte(c.data), c.comma)[0]
			for column, cell := range c.want {
				if v, ok := got[column]; !ok || v != cell {
					t.Errorf("%s is %q, want %q", column, v, cell)
				}
			}
		})
	}
	if _, ok := NewLayout([]string{"release_id", "freq", "ref_area"}); ok {
		t.Error("a table of ours is taken for SDMX-CSV")
	}
}

func FuzzLayout(f *testing.F) {
	f.Add("STRUCTURE[;]", "OBS_STATUS[]", `A;"B`)
	f.Add("STRUCTURE", "COMMENT_OBS[en;fr]", `en:x;"fr:y"`)
	f.Fuzz(func(t *testing.T, first, component, cell string) {
		l, ok := NewLayout([]string{first, "STRUCTURE_ID", component})
		if !ok {
			return
		}
		if cells := l.Cells([]string{"dataflow", "x", cell}); len(cells) != len(l.Header) {
			t.Errorf("%d cells of %d columns", len(cells), len(l.Header))
		}
	})
}
