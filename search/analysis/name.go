package analysis

// nameJoint stands in a term between the stems of a name. No word has it.
const nameJoint = "\x1f"

// NameTerms gives the terms by which a name is recognised: its first stem as a
// beginning, each two neighbours, its last stem as an end. stems are those of the
// name without stop words. Each term begins with a stem of the name, so that it
// stands beside that stem in an index sorted by terms.
func NameTerms(stems []string) []string {
	if len(stems) == 0 {
		return nil
	}
	terms := make([]string, 0, len(stems)+1)
	terms = append(terms, stems[0]+nameJoint+nameJoint)
	for i := range stems[1:] {
		terms = append(terms, stems[i]+nameJoint+stems[i+1])
	}
	return append(terms, stems[len(stems)-1]+nameJoint)
}
