package finding

import "testing"

// Each finding of the list and the one that it follows from, by their places;
// -1: it stands for itself.
func TestTrace(t *testing.T) {
	reference := func(file string, line int, value string) Finding {
		return Finding{Code: ReferenceUnknown, Severity: Error, File: file, Line: line, Column: "place_id", Value: value, Args: map[string]string{"table": "places"}}
	}
	files := map[string][]string{"places": {"places.csv"}, "services": {"services.csv"}}
	for name, c := range map[string]struct {
		list []Finding
		want []int
	}{
		"one id, many references": {
			[]Finding{reference("a", 2, "mary"), reference("a", 3, "mary"), reference("b", 2, "mary"), reference("b", 3, "lebap")},
			[]int{-1, 0, 0, -1}},
		"parts of values say nothing": {
			[]Finding{reference("a", 2, "m…"), reference("a", 3, "m…")},
			[]int{-1, -1}},
		"a table without rows, because its file is a workbook": {
			[]Finding{reference("a", 2, "mary"), {Code: FileForeign, Severity: Error, File: "places.csv"},
				{Code: TableMissing, Severity: Error, File: "places.csv", Args: map[string]string{"table": "places"}}},
			[]int{1, -1, 1}},
		"a lost quote spoils its row and swallows others": {
			[]Finding{{Code: RowTooShort, Severity: Error, File: "places.csv", Line: 3}, {Code: QuoteAfter, Severity: Error, File: "places.csv", Line: 3, Args: map[string]string{"ended": "9"}},
				{Code: QuoteInside, Severity: Warning, File: "places.csv", Line: 3}, reference("services.csv", 7, "mary"), {Code: DateInvalid, Severity: Error, File: "places.csv", Line: 10}},
			[]int{1, -1, 1, 1, -1}},
		"a stray quote within one line swallows nothing": {
			[]Finding{{Code: QuoteAfter, Severity: Error, File: "places.csv", Line: 3}, reference("services.csv", 7, "mary")},
			[]int{-1, -1}},
		"a vocabulary without terms": {
			[]Finding{{Code: TermUnknown, Severity: Error, File: "a", Line: 2, Value: "x", Args: map[string]string{"scheme": "need"}},
				{Code: VocabularyMissing, Severity: Error, File: "terms.csv", Args: map[string]string{"scheme": "need"}},
				{Code: TermUnknown, Severity: Error, File: "b", Line: 2, Value: "x", Args: map[string]string{"scheme": "fee"}}},
			[]int{1, -1, -1}},
		"releases without observations": {
			[]Finding{{Code: TableMissing, Severity: Error, File: "observations.csv", Args: map[string]string{"table": "observations"}},
				{Code: ReleaseEmpty, Severity: Error, File: "releases.csv", Line: 2}, {Code: RevisionUnmatched, Severity: Warning, File: "revisions.csv", Line: 2}},
			[]int{-1, 0, 0}},
		"an encoding without the letters": {
			[]Finding{{Code: LettersLost, Severity: Error, File: "a.csv", Line: 2}, {Code: LettersImpossible, Severity: Error, File: "a.csv"}, {Code: LettersLost, Severity: Error, File: "b.csv", Line: 2}},
			[]int{1, -1, -1}},
		"what a policy dealt with stands for itself": {
			[]Finding{reference("a", 2, "mary"), {Code: ReferenceUnknown, Severity: Warning, File: "b", Line: 2, Value: "mary", Args: map[string]string{"table": "places", Done: "skip"}}},
			[]int{-1, -1}},
	} {
		Trace(c.list, files)
		for i, f := range c.list {
			want := ""
			if c.want[i] >= 0 {
				want = c.list[c.want[i]].Name()
			}
			if f.Follows != want {
				t.Errorf("%s: finding %d follows %q, want %q", name, i, f.Follows, want)
			}
		}
	}
}
