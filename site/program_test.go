package site

import (
	"testing"

	"elinde/site/known"
)

func TestAnotherProgramsTreeIsNotKnown(t *testing.T) {
	mine := known.New("b", 0)
	mine.Program = Program()
	other, nobody := known.New("b", 0), known.New("b", 0)
	other.Program[0] = mine.Program[0] + 1
	if ours(mine) != mine || ours(other) != nil || ours(nobody) != nil || ours(nil) != nil {
		t.Error("trees are not told apart by their program")
	}
}
