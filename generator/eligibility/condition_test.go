package eligibility_test

import (
	"strings"
	"testing"

	"elinde/generator/eligibility"
	"elinde/generator/programme"
)

// answered gives answers as the cases of the tables write them.
func answered(t *testing.T, book *eligibility.Book, cell string) eligibility.Answers {
	t.Helper()
	given := book.Blank()
	for _, pair := range strings.Fields(cell) {
		id, value, _ := strings.Cut(pair, "=")
		for n, q := range book.Questions {
			if string(q.ID) != id {
				continue
			}
			for i, o := range q.Options {
				if o.ID == value {
					given[n] = eligibility.Answer(i)
				}
			}
			if q.Kind == eligibility.Day {
				var d programme.Date
				if err := d.UnmarshalCSV(value); err != nil {
					t.Fatal(err)
				}
				given[n] = eligibility.Answer(d)
			}
			if given[n] == eligibility.Unanswered {
				t.Fatalf("%s is no answer", pair)
			}
		}
	}
	return given
}

// Whoever is frightened or hurt at home, of any age and sex, is shown lines fit for
// him or her, the fittest first; nobody else is.
func TestWhomToCallFirst(t *testing.T) {
	book, _ := demonstration(t)
	for given, want := range map[string]string{
		"hurt=yes woman=yes birth=1990-01-01 children=parent": "trust anyone",
		"hurt=yes woman=no birth=1990-01-01 children=none":    "anyone",
		"hurt=yes woman=no birth=2012-01-01 children=child":   "children anyone",
		"hurt=yes woman=yes birth=2012-01-01 children=child":  "children anyone", // a girl's father is no husband
		"hurt=yes woman=yes children=child":                   "children anyone",
		"hurt=yes woman=yes birth=2012-01-01":                 "children anyone",
		"hurt=yes woman=yes birth=2008-11-16 children=parent": "trust anyone", // 18 today
		"hurt=yes woman=no children=child":                    "children anyone",
		"hurt=yes":                                            "trust children anyone",
		"hurt=yes birth=1950-01-01":                           "trust anyone",
		"hurt=no woman=yes":                                   "",
		"children=child birth=2012-01-01":                     "",
		"":                                                    "",
	} {
		var got []string
		for _, l := range book.Calls(answered(t, book, given), today) {
			got = append(got, l.ID)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %v, want %s", given, got, want)
		}
	}
}

// A contradiction is seen from both sides, whichever is answered last.
func TestContradictionsAreSeen(t *testing.T) {
	book, _ := demonstration(t)
	const children, birth = 0, 1
	for given, doubted := range map[string]bool{
		"children=parent birth=2011-05-05": true,
		"children=none birth=2008-11-17":   true, // 18 tomorrow
		"children=none birth=2008-11-16":   false,
		"children=child birth=2008-11-16":  true,
		"children=child birth=2008-11-17":  false,
		"children=child":                   false,
		"birth=2011-05-05":                 false,
	} {
		a := answered(t, book, given)
		want := map[bool][2]int{true: {birth, children}, false: {-1, -1}}[doubted]
		if got := [2]int{book.Doubt(children, a, today), book.Doubt(birth, a, today)}; got != want {
			t.Errorf("%s: %v, want %v", given, got, want)
		}
	}
}

// A certificate of pension is named to nobody who asks for a child; an answer to a
// question that does not arise spares nothing.
func TestAnswersSpareDocuments(t *testing.T) {
	book, _ := demonstration(t)
	for given, want := range map[string]bool{"": false, "children=child": true, "children=parent": false, "children=none": false} {
		if got := book.Spared("pension-certificate", answered(t, book, given)); got != want {
			t.Errorf("%q: %v", given, got)
		}
	}
	if book.SparedBy("passport") != nil {
		t.Error("a passport is spared")
	}
	book, _ = eligibility.New(read(t, with(t, "home in lebap,pension", "home in lebap,pension;photo",
		"help,choice,?,,,,2", "help,choice,?,,,away=yes,2", "home,place,?,,,,5", "home,place,?,,,,5\naway,yes-no,?,,,,1")))
	for given, want := range map[string]bool{"away=yes help=none": true, "away=yes help=daily": false, "away=no help=none": false, "help=none": false} {
		if got := book.Spared("photo", answered(t, book, given)); got != want {
			t.Errorf("%q: %v", given, got)
		}
	}
}

// A line of which a condition is wrong is shown first to nobody, rather than to
// more than are meant.
func TestALineWithAWrongConditionIsNotShownFirst(t *testing.T) {
	book, faults := eligibility.New(read(t, with(t, "birth lt 18y", "birth lt child")))
	if len(faults) != 1 || len(book.Lines) != 1 || book.Lines[0].ID != "last" {
		t.Errorf("%v, %v", faults, book.Lines)
	}
}
