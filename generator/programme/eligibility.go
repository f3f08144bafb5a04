package programme

// Question is a row of table questions of the eligibility checker.
type Question struct {
	Row
	ID        QuestionID `csv:"id" rule:"required,id" about:"stable id"`
	Kind      string     `csv:"kind" rule:"required,enum=choice|choices|number|date|place|yes-no" about:"kind of answer; choices: several may be given"`
	Text      Text       `csv:"text" rule:"required" about:"the question"`
	Help      Text       `csv:"help" about:"what is meant, in plain words"`
	Min       string     `csv:"min" about:"smallest whole number, first day"`
	Max       string     `csv:"max" about:"largest whole number, last day; blank: the day of the answer"`
	Sensitive YesNo      `csv:"sensitive" about:"yes: the exit control is shown"`
	DependsOn string     `csv:"depends_on" about:"question=value;value...: asked only then"`
	Position  Whole      `csv:"position" about:"order"`
}

// QuestionOption is a row of table question_options.
type QuestionOption struct {
	Row
	QuestionID QuestionID `csv:"question_id" rule:"required,ref=questions" about:"the question"`
	ID         string     `csv:"id" rule:"required,id" about:"id, unique within the question"`
	Label      Text       `csv:"label" rule:"required" about:"the answer"`
	RulesOut   List       `csv:"rules_out" about:"answers that it contradicts, as question, comparison, value (birth lt 18y);...: the checker asks whether both are right"`
	Spares     List       `csv:"spares" rule:"term=document" about:"documents that whoever gives it need not bring: the checker does not name them"`
	Position   Whole      `csv:"position" about:"order"`
}

// EligibilityRule is a row of table rules. Rows in one group are ANDed, groups
// of one service ORed; exclude and review rows stand outside groups. A rule is of
// one service or of every service of a type that has no rules of its own.
type EligibilityRule struct {
	Row
	ID          string     `csv:"id" rule:"required,id" about:"stable id"`
	ServiceID   ServiceID  `csv:"service_id" rule:"ref=services" about:"the service; or service_type"`
	ServiceType TermID     `csv:"service_type" rule:"term=service_type" about:"every service of the type that has no rules of its own; or service_id"`
	Group       string     `csv:"group" about:"required where effect is require"`
	QuestionID  QuestionID `csv:"question_id" rule:"required,ref=questions" about:"the question"`
	Op          string     `csv:"op" rule:"required,enum=eq|in|not_in|lt|le|ge|gt|between" about:"comparison"`
	Value       string     `csv:"value" rule:"required" about:"value, or values separated by ';'; an age of a day of birth is written 18y"`
	Effect      string     `csv:"effect" rule:"required,enum=require|exclude|review" about:"what it does"`
	Met         Text       `csv:"met" rule:"required" about:"the reason when it holds"`
	Unmet       Text       `csv:"unmet" rule:"required" about:"the reason when it does not"`
	LegalRef    string     `csv:"legal_ref" about:"clause of the law"`
	ValidFrom   Date       `csv:"valid_from" about:"first day in force"`
	ValidTo     Date       `csv:"valid_to" rule:"after=valid_from" about:"last day in force"`
}

// EligibilityCase is a row of table eligibility_cases: a worked example.
type EligibilityCase struct {
	Row
	ID            string    `csv:"id" rule:"required,id" about:"stable id"`
	ServiceID     ServiceID `csv:"service_id" rule:"ref=services" about:"the service; or service_type"`
	ServiceType   TermID    `csv:"service_type" rule:"term=service_type" about:"the type whose rules are run; or service_id"`
	AsOf          Date      `csv:"as_of" rule:"required" about:"day of the evaluation"`
	Answers       List      `csv:"answers" about:"question=value;...; of several options those given with commas, or none; a question left out is not answered"`
	Expected      string    `csv:"expected" rule:"required,enum=likely|not|cannot-tell" about:"outcome"`
	ExpectedRules List      `csv:"expected_rules" about:"the rules that decide it, all of them; blank: not compared"`
}
