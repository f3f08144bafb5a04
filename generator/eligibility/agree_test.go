package eligibility_test

import (
	"encoding/json"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"github.com/andybalholm/brotli"

	"elinde/generator/eligibility"
	"elinde/generator/programme"
	"elinde/themes"
)

// agreement is what the generator says of one file on one day, for agree.test.js.
type agreement struct {
	Name      string           `json:"name"`
	File      eligibility.File `json:"file"`
	Day       programme.Date   `json:"day"`
	Evaluated [][]any          `json:"evaluated"` // set, answers, outcome, truths, which decide
	Asked     [][]any          `json:"asked"`     // answers, put, question
	Changed   [][]any          `json:"changed"`   // set, answers, answers, questions
	Told      [][]any          `json:"told"`      // answers, what each contradicts, helplines, documents spared
	Documents [][]any          `json:"documents"` // id, by what it is spared
}

// The browser says of every answer what the generator says. The answers are those
// that the rules can tell apart, none included.
func TestTheBrowserAgrees(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skipf("NOT TESTED: the browser's evaluator needs node: %v", err)
	}
	// A leap day as the day of the answer, a rule that ends, days as limits.
	odd, faults := eligibility.New(read(t, with(t, "birth,date,?,1900-01-01,", "birth,date,?,2004-01-01,2030-01-01", "birth,ge,60y", "birth,gt,2009-02-28",
		"help,in,daily;weekly", "birth,le,17y", "hours,number,?,0,24", "hours,number,?,-5,24",
		"gt,20,exclude,y,n,1,,", "le,0,exclude,y,n,1,,2028-02-28")))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	book, _ := demonstration(t)
	list := []agreement{agree(book, "demonstration", today), agree(book, "demonstration", 20270101),
		agree(soundBook(t), "sound", today), agree(odd, "odd", 20280228), agree(odd, "odd", 20280229), agree(odd, "odd", 20290301)}
	list = append(list, agree(requireNothing(t), "nothing required", today), agreeOnTooMany(t))
	list = append(list, agreeOnBirthdays(t)...)
	n := 0
	for _, a := range list {
		n += len(a.Evaluated)
	}
	if n < 20000 {
		t.Errorf("only %d answers are compared", n)
	}
	folder := t.TempDir()
	script, err := fs.ReadFile(themes.Elinde(), "components/eligibility/evaluate.js")
	if err != nil {
		t.Fatal(err)
	}
	test, err := os.ReadFile("testdata/agree.test.js")
	if err != nil {
		t.Fatal(err)
	}
	cases, err := json.Marshal(list)
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"evaluate.js": script, "agree.test.js": test, "cases.json": cases, "package.json": []byte(`{"type":"module"}`)} {
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command(node, "--test", "agree.test.js")
	cmd.Dir = folder
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("node --test: %v\n%s", err, out[:min(len(out), 6000)])
	}
	t.Logf("%d answers compared", n)
}

func plain(text programme.Text) any { s, _ := text.In(0); return s }

func agree(book *eligibility.Book, name string, day programme.Date) agreement {
	a := agreement{Name: name, Day: day, File: book.Export(plain, func(*eligibility.Set) any { return nil },
		func(h *programme.Helpline) any { return h.ID })}
	documents := []programme.TermID{"pension-certificate", "pension", "photo"}
	for _, id := range documents {
		a.Documents = append(a.Documents, []any{id, append([]eligibility.FileTest{}, eligibility.ExportConditions(book.SparedBy(id))...)})
	}
	random := rand.New(rand.NewPCG(3, uint64(day)))
	for s, set := range book.Sets {
		i, seen := 0, 0
		// Of several answers to one question there are too many to write them all down.
		step := 1 + book.Size(set, day)/20000
		book.Each(set, day, true, func(given eligibility.Answers) bool {
			if seen++; seen%step != 0 {
				return true
			}
			a.evaluate(book, s, given)
			if i++; i%97 == 1 || len(book.Sets) == 1 {
				raw := slices.Clone(given)
				for j := range raw {
					if raw[j] == eligibility.Moot {
						raw[j] = eligibility.Unanswered
					}
				}
				to, changed := book.Change(set, raw, day)
				a.Changed = append(a.Changed, []any{s, bare(raw), bare(to), changed})
			}
			if i%401 == 1 || i%101 == 1 && len(book.Sets) == 1 {
				put := make([]bool, len(given))
				for j := range put {
					put[j] = given[j] >= 0 || random.IntN(3) == 0
				}
				a.Asked = append(a.Asked, []any{bare(given), put, book.Next(book.Sets, given, put, day)})
			}
			if i%97 == 1 {
				doubts, calls := make([]int, len(given)), []string{}
				for n := range doubts {
					doubts[n] = book.Doubt(n, given, day)
				}
				for _, l := range book.Calls(given, day) {
					calls = append(calls, l.ID)
				}
				spared := []programme.TermID{}
				for _, id := range documents {
					if book.Spared(id, given) {
						spared = append(spared, id)
					}
				}
				a.Told = append(a.Told, []any{bare(given), doubts, calls, spared})
			}
			return true
		})
	}
	return a
}

// evaluate adds what the generator says of some answers.
func (a *agreement) evaluate(book *eligibility.Book, set int, given eligibility.Answers) {
	r := book.Evaluate(book.Sets[set], given, a.Day)
	truths, decides := "", ""
	for _, reason := range r.Reasons {
		truths += reason.Truth.String()[:1]
		decides += map[bool]string{true: "x", false: "."}[reason.Decides]
	}
	a.Evaluated = append(a.Evaluated, []any{set, bare(given), r.Outcome, truths, decides})
}

// agreeOnTooMany compares what is asked and changed where there are too many
// answers to be tried: every question, and nothing.
func agreeOnTooMany(t *testing.T) agreement {
	book, faults := eligibility.New(read(t, tooLarge(t)))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	a := agree(&eligibility.Book{Questions: book.Questions}, "too many", today)
	whole := book.Export(plain, func(*eligibility.Set) any { return nil }, func(*programme.Helpline) any { return nil })
	a.File.Sets, a.File.Lines, a.Told = whole.Sets, whole.Lines, [][]any{}
	given, put := book.Blank(), make([]bool, len(book.Questions))
	for n := range put {
		a.Asked = append(a.Asked, []any{bare(given), slices.Clone(put), book.Next(book.Sets, given, put, today)})
		put[n] = true
	}
	to, changed := book.Change(book.Sets[0], given, today)
	if to != nil {
		t.Errorf("too many answers were tried: %v", changed)
	}
	a.Changed = append(a.Changed, []any{0, bare(given), bare(to), changed})
	a.evaluate(book, 0, given)
	return a
}

// agreeOnBirthdays compares every day of birth near the ends of a February, and
// near the day of the answer itself, on the days around 29 February.
func agreeOnBirthdays(t *testing.T) []agreement {
	book, faults := eligibility.New(read(t, with(t, "old,care,a,birth,ge,60y", "old,care,a,birth,between,18y;19y",
		"near,care,b,home,in,mary", "near,care,b,birth,le,0y", "long,care,b,hours,between,4;8", "long,care,b,birth,ge,2028-02-29")))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	var list []agreement
	for _, day := range []programme.Date{20260228, 20260301, 20270228, 20270301, 20280228, 20280229, 20280301} {
		a := agree(book, "birthdays", day)
		for year := 2007; year <= 2012; year++ {
			a.born(book, programme.Date(year*10000+220), 15)
		}
		a.born(book, day.AddDays(-370), 371)
		list = append(list, a)
	}
	return list
}

// born adds the births of some days up to the day of the answer.
func (a *agreement) born(book *eligibility.Book, first programme.Date, days int) {
	for i := range days {
		for _, help := range []eligibility.Answer{0, 2} {
			given := book.Blank()
			if given[0], given[1] = eligibility.Answer(first.AddDays(i)), help; given[0] > eligibility.Answer(a.Day) {
				continue
			}
			a.evaluate(book, 0, given)
			if i%50 == 9 {
				to, changed := book.Change(book.Sets[0], given, a.Day)
				a.Changed = append(a.Changed, []any{0, bare(given), bare(to), changed})
			}
		}
	}
}

// bare writes answers as the browser holds them: null for none.
func bare(answers eligibility.Answers) []any {
	if answers == nil {
		return nil
	}
	list := make([]any, len(answers))
	for i, a := range answers {
		if a != eligibility.Unanswered && a != eligibility.Moot {
			list[i] = int(a)
		}
	}
	return list
}

// The rules of the whole demonstration are no more for a phone to load than a
// small picture.
func TestTheFileIsSmall(t *testing.T) {
	book, _ := demonstration(t)
	for lang := range 3 {
		data, err := json.Marshal(book.Export(func(text programme.Text) any { s, _ := text.In(lang); return s },
			func(*eligibility.Set) any { return nil }, func(*programme.Helpline) any { return nil }))
		if err != nil {
			t.Fatal(err)
		}
		n := packed(data)
		t.Logf("language %d: %d bytes, %d packed", lang, len(data), n)
		if n > 6<<10 {
			t.Errorf("the file of language %d has %d bytes, packed", lang, n)
		}
	}
}

// packed gives the size of data as brotli packs it.
func packed(data []byte) int {
	n := counter(0)
	w := brotli.NewWriterLevel(&n, brotli.BestCompression)
	if _, err := w.Write(data); err != nil {
		panic(err) // the counter takes everything
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return int(n)
}

type counter int

func (c *counter) Write(p []byte) (int, error) { *c += counter(len(p)); return len(p), nil }
