package finding

// Codes of the eligibility rules.
const (
	// RuleTarget: A rule or case is of no service and no type of services, or of
	// both.
	RuleTarget Code = "rule-target"
	// GroupUnused: A rule that requires nothing has a group.
	GroupUnused Code = "group-unused"
	// RuleWithoutBasis: A rule has no clause of the law and does not say that it
	// is an illustration.
	RuleWithoutBasis Code = "rule-without-basis"
	// OperatorUnfit: An operator does not fit the kind of the question.
	OperatorUnfit Code = "operator-unfit"
	// ValueCount: An operator has too many or too few values.
	ValueCount Code = "value-count"
	// ValueUnfit: A value is not of the question's kind.
	ValueUnfit Code = "value-unfit"
	// AnswerNotOffered: A value is none of the question's answers.
	AnswerNotOffered Code = "answer-not-offered"
	// AnswerLabel: A value is the text of an answer instead of its id.
	AnswerLabel Code = "answer-label"
	// AnswerMalformed: A cell is not question=value, or answers twice.
	AnswerMalformed Code = "answer-malformed"
	// ConditionMalformed: A condition is not a question, a comparison and a value.
	ConditionMalformed Code = "condition-malformed"
	// RangeReversed: A range ends before it begins.
	RangeReversed Code = "range-reversed"
	// RangeMissing: A question for a number has no min or max.
	RangeMissing Code = "range-missing"
	// OptionsMissing: A question with answers to choose has none.
	OptionsMissing Code = "options-missing"
	// OptionsIdle: A question that offers no choice has answers to choose.
	OptionsIdle Code = "options-idle"
	// RulesOverlap: Two versions of one rule are in force on the same day.
	RulesOverlap Code = "rules-overlap"
	// RuleNeverMet: No answer meets a rule.
	RuleNeverMet Code = "rule-never-met"
	// GroupContradictory: No answers meet all rules of a group.
	GroupContradictory Code = "group-contradictory"
	// ServiceUnreachable: No answers make a service likely.
	ServiceUnreachable Code = "service-unreachable"
	// AnswersTooMany: There are too many answers to try all of them together.
	AnswersTooMany Code = "answers-too-many"
	// QuestionIdle: No rule uses a question.
	QuestionIdle Code = "question-idle"
	// RuleWithoutCase: A rule decides no worked example.
	RuleWithoutCase Code = "rule-without-case"
	// CaseMismatch: A worked example has another outcome than expected.
	CaseMismatch Code = "case-mismatch"
	// CaseRules: A worked example is decided by other rules than expected.
	CaseRules Code = "case-rules"
)
