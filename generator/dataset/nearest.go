package dataset

import "reflect"

// maxGuesses bounds the search for ids that were meant: it costs a look at every
// id, and after some hundreds of faults nobody reads the advice.
const maxGuesses = 300

// budget counts the guesses of a family, each its own, so that a report does not
// depend on which family came first.
type budget int

// nearest is Nearest for the first faults of a family.
func (b *budget) nearest(value string, ids any) string {
	if *b >= maxGuesses {
		return ""
	}
	*b++
	return Nearest(value, ids)
}

// Nearest gives the key of a map that differs from value by at most two letters,
// the nearest and then the first in the alphabet; "" for none.
func Nearest(value string, ids any) string {
	if len(value) < 3 {
		return ""
	}
	best, distance := "", 3
	for _, key := range reflect.ValueOf(ids).MapKeys() {
		id := key.String()
		if d := apart(value, id, distance); d < distance || d == distance && d < 3 && id < best {
			best, distance = id, d
		}
	}
	return best
}

// apart gives the edit distance of two ids, or a number above limit where it is
// beyond it.
func apart(a, b string, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		corner, least := row[0], i
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			corner, row[j] = row[j], min(row[j]+1, row[j-1]+1, corner+cost)
			least = min(least, row[j])
		}
		if least > limit {
			return limit + 1
		}
	}
	return row[len(b)]
}
