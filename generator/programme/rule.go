package programme

import "strings"

// Rule is one constraint of a column: "required", or "enum" with its value
// "A|Q". What a rule means is defined where it is checked, in package dataset.
type Rule struct{ Name, Value string }

// Rules are the constraints of a column in the order of the tag.
type Rules []Rule

// ParseRules parses the tag rule:"required,enum=a|b". Values hold no commas:
// alternatives are separated by "|", the ends of a range by "..".
func ParseRules(tag string) Rules {
	var rules Rules
	for _, part := range strings.Split(tag, ",") {
		if part = strings.TrimSpace(part); part != "" {
			name, value, _ := strings.Cut(part, "=")
			rules = append(rules, Rule{name, value})
		}
	}
	return rules
}

// Has reports whether the rule is there.
func (r Rules) Has(name string) bool { _, ok := r.Value(name); return ok }

// Value gives the value of a rule, and whether the rule is there.
func (r Rules) Value(name string) (string, bool) {
	for _, rule := range r {
		if rule.Name == name {
			return rule.Value, true
		}
	}
	return "", false
}

// String gives the rules as the tag has them.
func (r Rules) String() string {
	parts := make([]string, len(r))
	for i, rule := range r {
		parts[i] = rule.Name
		if rule.Value != "" {
			parts[i] += "=" + rule.Value
		}
	}
	return strings.Join(parts, ",")
}
