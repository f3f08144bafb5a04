package eligibility_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"elinde/generator/eligibility"
	"elinde/generator/finding"
)

// check runs everything that check runs and writes each fault as "code row".
func check(t *testing.T, files map[string]string) []string {
	t.Helper()
	all := read(t, files)
	book, faults := eligibility.New(all)
	faults = append(faults, book.Prove(today)...)
	faults = append(faults, book.RunCases(all, today)...)
	var lines []string
	for _, f := range faults {
		lines = append(lines, fmt.Sprintf("%s %s:%d %s", f.Code, f.Table, f.Row.Line, f.Column))
	}
	return lines
}

func TestSoundTablesHaveNoFault(t *testing.T) {
	if got := check(t, sound); len(got) > 0 {
		t.Error(got)
	}
}

// Every kind of defect is planted by itself, and is what is found. A defect may
// have followers: rules that a faulty row leaves without a case.
func TestProofFindsEachPlantedDefect(t *testing.T) {
	for _, c := range []struct {
		code   finding.Code
		at     string
		change []string
	}{
		{finding.RuleTarget, "rules:2 service_id", []string{"old,care,a", "old,,a"}},
		{finding.GroupMissing, "rules:2 group", []string{"old,care,a", "old,care,"}},
		{finding.GroupUnused, "rules:6 group", []string{"away,care,,", "away,care,a,"}},
		{finding.RuleWithoutBasis, "rules:2 legal_ref", []string{"60y,require,y,n,1", "60y,require,y,n,"}},
		{finding.OperatorUnfit, "rules:3 op", []string{"help,in,daily;weekly", "help,ge,daily"}},
		{finding.OperatorUnfit, "rules:7 op", []string{"paper,eq,no", "paper,not_in,yes"}},
		{finding.OperatorUnfit, "questions:5 depends_on", []string{"help=daily;weekly", "hours=4"}},
		{finding.ValueCount, "rules:5 value", []string{"between,4;8", "between,4"}},
		{finding.ValueCount, "rules:7 value", []string{"paper,eq,no", "paper,eq,yes;no"}},
		{finding.ValueUnfit, "rules:2 value", []string{"ge,60y", "ge,sixty"}},
		{finding.ValueUnfit, "rules:5 value", []string{"between,4;8", "between,4y;8y"}},
		{finding.ValueUnfit, "questions:2 min", []string{"1900-01-01", "01.01.1900"}},
		{finding.ValueUnfit, "eligibility_cases:4 answers", []string{"hours=21", "hours=25"}},
		{finding.ValueUnfit, "eligibility_cases:2 answers", []string{"one,care,2026-11-16,birth=1950-01-01", "one,care,2026-11-16,birth=2026-11-17"}},
		{finding.AnswerNotOffered, "rules:3 value", []string{"daily;weekly,require", "daily;monthly,require"}},
		{finding.AnswerNotOffered, "rules:4 value", []string{"home,in,mary", "home,in,ahal"}},
		{finding.AnswerNotOffered, "questions:5 depends_on", []string{"help=daily;weekly", "help=daily;hourly"}},
		{finding.AnswerNotOffered, "eligibility_cases:3 answers", []string{"help=none", "help=never"}},
		{finding.AnswerLabel, "rules:3 value", []string{"daily;weekly,require", "Каждый день;weekly,require"}},
		{finding.AnswerMalformed, "questions:5 depends_on", []string{"help=daily;weekly", "help"}},
		{finding.AnswerMalformed, "eligibility_cases:4 answers", []string{"hours=21", "hours=21;hours=22"}},
		{finding.ReferenceUnknown, "questions:5 depends_on", []string{"help=daily;weekly", "helping=daily"}},
		{finding.ReferenceUnknown, "eligibility_cases:4 answers", []string{"hours=21", "hour=21"}},
		{finding.ConditionMalformed, "question_options:2 rules_out", []string{"Каждый день,,,1", "Каждый день,birth<18y,,1"}},
		{finding.ConditionMalformed, "helplines:2 first_for", []string{"paper eq yes", "paper=yes"}},
		{finding.ReferenceUnknown, "question_options:2 rules_out", []string{"Каждый день,,,1", "Каждый день,born lt 18y,,1"}},
		{finding.OperatorUnfit, "helplines:2 first_for", []string{"paper eq yes", "paper lt yes"}},
		{finding.AnswerNotOffered, "helplines:2 first_for", []string{"paper eq yes", "paper eq perhaps"}},
		{finding.RangeReversed, "rules:5 value", []string{"between,4;8", "between,8;4"}},
		{finding.RangeReversed, "questions:4 min", []string{"hours,number,?,0,24", "hours,number,?,24,0"}},
		{finding.RangeMissing, "questions:4 min", []string{"hours,number,?,0,24", "hours,number,?,0,"}},
		{finding.OptionsMissing, "questions:5 id", []string{"paper,yes-no", "paper,choice"}},
		{finding.OptionsIdle, "question_options:4 question_id", []string{"help,none,", "paper,none,", "help=none", "help=weekly"}},
		{finding.Cycle, "questions:3 depends_on", []string{"help,choice,?,,,,2", "help,choice,?,,,paper=yes,2"}},
		{finding.RulesOverlap, "rules:3 valid_from", []string{"old,care,a,birth,ge,60y,require,y,n,1,,", "old,care,a,birth,ge,60y,require,y,n,1,,2026-12-31\nolder,care,a,birth,ge,62y,require,y,n,1,2026-12-31,"}},
		{finding.RuleNeverMet, "rules:5 value", []string{"between,4;8", "between,30;40"}},
		{finding.RuleNeverMet, "rules:5 value", []string{"between,4;8,require,y,n,1,,", "between,30;40,require,y,n,1,,2026-11-16"}}, // in force today still
		{finding.RuleNeverMet, "rules:6 value", []string{"gt,20", "gt,24"}},
		{finding.RuleNeverMet, "rules:2 value", []string{"1900-01-01", "2000-01-01"}},
		{finding.RuleNeverMet, "helplines:3 first_for", []string{"birth lt 18y", "birth gt 149y"}},
		{finding.RuleNeverMet, "helplines:3 first_for", []string{"paper eq yes;birth lt 18y;help in daily", "paper eq yes;paper eq no"}},
		{finding.RuleNeverMet, "helplines:2 first_for", []string{"paper eq yes,2", "paper eq yes;help eq none,2"}},
		{finding.RuleNeverMet, "question_options:3 rules_out", []string{"hours between 20,24", "hours gt 24"}},
		{finding.GroupContradictory, "rules:2 ", []string{"often,care,a,help,in,daily;weekly", "often,care,a,birth,lt,60y"}},
		{finding.GroupContradictory, "rules:4 ", []string{"papers,care,,paper,eq,no,review", "papers,care,b,hours,gt,8,require"}},
		{finding.ServiceUnreachable, "rules:2 ", []string{"hours,gt,20", "hours,ge,0"}},
		{finding.ServiceUnreachable, "rules:6 ", []string{",require,", ",review,", "care,a,", "care,,", "care,b,", "care,,"}},
		{finding.QuestionIdle, "questions:5 id", []string{"papers,care,,paper,eq,no", "papers,care,,help,eq,none"}},
		{finding.RuleWithoutCase, "rules:6 id", []string{"three,care,2026-11-16,hours=21,not,away\n", ""}},
		{finding.CaseMismatch, "eligibility_cases:4 expected", []string{"hours=21,not,", "hours=20,not,"}},
		{finding.CaseRules, "eligibility_cases:2 expected_rules", []string{"likely,often;old", "likely,old"}},
	} {
		t.Run(string(c.code)+" "+c.at, func(t *testing.T) {
			want := string(c.code) + " " + c.at
			found := false
			for _, line := range check(t, with(t, c.change...)) {
				found = found || line == want
			}
			if !found {
				t.Errorf("%s is not among %q", want, check(t, with(t, c.change...)))
			}
		})
	}
}

// Of a rule, its group and its service only the smallest that cannot be is named.
func TestProofNamesOnlyTheSmallest(t *testing.T) {
	const never, group, service = "rule-never-met rules:5 value", "group-contradictory rules:", "service-unreachable"
	for _, c := range []struct {
		change  []string
		named   string
		unnamed []string
	}{
		{[]string{"between,4;8", "between,30;40"}, never, []string{group, service}},
		{[]string{"between,4;8", "between,30;40", "old,care,a,birth,ge,60y", "old,care,a,birth,ge,149y"}, never, []string{group, service}},
		{[]string{"often,care,a,help,in,daily;weekly", "often,care,a,birth,lt,60y", "near,care,b,home,in,mary", "near,care,b,hours,gt,8"}, group + "4 ", []string{service}},
	} {
		got := check(t, with(t, c.change...))
		if !slices.Contains(got, c.named) {
			t.Errorf("%s is not among %q", c.named, got)
		}
		for _, line := range got {
			for _, no := range c.unnamed {
				if strings.HasPrefix(line, no) {
					t.Errorf("%v: %s follows from %s", c.change, line, c.named)
				}
			}
		}
	}
	contradictory := with(t, "often,care,a,help,in,daily;weekly", "often,care,a,birth,lt,60y", "near,care,b,home,in,mary", "near,care,b,hours,gt,8")
	if got, want := proved(t, contradictory), []string{"group-contradictory rules:2", "group-contradictory rules:4"}; !slices.Equal(got, want) {
		t.Errorf("found is %q, want %q: each group once", got, want)
	}
}

// A rule that is right today may be impossible from a later day on.
func TestProofLooksAtLaterDays(t *testing.T) {
	files := with(t, "old,care,a,birth,ge,60y,require,y,n,1,,", "old,care,a,birth,ge,60y,require,y,n,1,,\nnew,care,b,hours,lt,3,require,y,n,1,2027-01-01,")
	got := check(t, files)
	want := "group-contradictory rules:3 "
	for _, line := range got {
		if line == want {
			return
		}
	}
	t.Errorf("%s is not among %q", want, got)
}

// What is right today may be impossible from tomorrow on, when rules have ended.
func TestProofLooksAtTheDayAfterTheLast(t *testing.T) {
	book, _ := eligibility.New(read(t, with(t, ",require,y,n,1,,", ",require,y,n,1,,2026-11-16", "gt,20,exclude,y,n,1,,", "gt,20,exclude,y,n,1,2027-01-01,")))
	faults := book.Prove(today)
	if len(faults) != 1 || faults[0].Code != finding.ServiceUnreachable || faults[0].Value != "care" || !slices.Equal(faults[0].Args, []string{"day", "2026-11-17"}) {
		t.Errorf("nobody can be helped from tomorrow on, and found is %+v", faults)
	}
}

// tooLarge are the sound tables with more answers than are tried.
func tooLarge(t *testing.T) map[string]string {
	t.Helper()
	questions, rules := sound["questions"], sound["rules"]
	for i := range 8 {
		questions += fmt.Sprintf("extra-%d,number,?,0,100,,%d\n", i, 10+i)
		rules += fmt.Sprintf("more-%d,care,g%d,extra-%d,between,%d;%d,require,y,n,1,,\n", i, i, i, 20+i, 30+i)
	}
	rules += "wrong,care,g3,extra-3,gt,90,require,y,n,1,,\nlater,care,,extra-2,gt,99,exclude,y,n,1,2027-01-01,\n"
	files := with(t)
	files["questions"], files["rules"] = questions, rules
	return files
}

// A space beyond the limit is tried group by group, and that is said once.
func TestATooLargeSpaceIsCutAndSaid(t *testing.T) {
	if got, want := proved(t, tooLarge(t)), []string{"answers-too-many rules:2", "group-contradictory rules:11"}; !slices.Equal(got, want) {
		t.Errorf("found is %q, want %q", got, want)
	}
}

// Nothing is said of a group that is too large itself, and of the others what is so.
func TestATooLargeGroupIsLeftAlone(t *testing.T) {
	files := tooLarge(t)
	rules := "id,service_type,group,question_id,op,value,effect,met_tk,unmet_tk,legal_ref,valid_from,valid_to\n"
	for i := range 8 {
		rules += fmt.Sprintf("more-%d,care,g,extra-%d,between,%d;%d,require,y,n,1,,\n", i, i, 20+i, 30+i)
	}
	files["rules"] = rules + "absurd,care,h,hours,gt,24,require,y,n,1,,\nlong,care,i,hours,between,4;8,require,y,n,1,,\n"
	if got, want := proved(t, files), []string{"rule-never-met rules:10", "answers-too-many rules:2"}; !slices.Equal(got, want) {
		t.Errorf("found is %q, want %q", got, want)
	}
}

// proved writes each fault that Prove finds as "code row".
func proved(t *testing.T, files map[string]string) []string {
	t.Helper()
	book, _ := eligibility.New(read(t, files))
	var lines []string
	for _, f := range book.Prove(today) {
		lines = append(lines, fmt.Sprintf("%s %s:%d", f.Code, f.Table, f.Row.Line))
	}
	return lines
}

func TestTheDemonstrationIsProved(t *testing.T) {
	book, all := demonstration(t)
	for _, f := range append(book.Prove(today), book.RunCases(all, today)...) {
		t.Errorf("%s %s:%d %s %v", f.Code, f.Table, f.Row.Line, f.Value, f.Args)
	}
	if len(book.Sets) != 17 || len(all.EligibilityCases) < 75 {
		t.Errorf("%d sets of rules, %d cases", len(book.Sets), len(all.EligibilityCases))
	}
}
