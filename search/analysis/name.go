package analysis

import "strings"

// NameJoint stands in a term between the stems of a name. No word has it.
const NameJoint = "\x1f"

// longestName is the number of stems up to which a name has a term of its own.
const longestName = 8

// NameTerms gives the terms by which a name is recognised: each two neighbours,
// and the whole name if it is not too long. stems are those of the name without
// stop words. Each term begins with a stem of the name, so that it stands beside
// that stem in an index sorted by terms.
func NameTerms(stems []string) []string {
	if len(stems) == 0 {
		return nil
	}
	terms := make([]string, 0, len(stems))
	for i := range stems[1:] {
		terms = append(terms, stems[i]+NameJoint+stems[i+1])
	}
	if len(stems) <= longestName {
		terms = append(terms, strings.Join(stems, NameJoint)+NameJoint)
	}
	return terms
}
