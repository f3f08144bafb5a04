package suppression

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// TestDecisionAndAuditAgree: in tables of three dimensions, where the farthest
// points are often broken ones, the audit confirms every decision; and deciding
// again gives the same.
func TestDecisionAndAuditAgree(t *testing.T) {
	decide := func() (log string) {
		random := rand.New(rand.NewPCG(23, 29))
		for range 8 {
			c := draw(random, []int{4, 4, 3}, 4)
			hopeless := map[int]bool{}
			for _, n := range c.Decide() {
				hopeless[n] = true
			}
			for _, i := range c.Audit() {
				if i.Safe && i.High-i.Low < 4 {
					t.Errorf("cell %d is safe within [%d, %d]", i.Cell, i.Low, i.High)
				}
				if i.Safe == hopeless[i.Cell] {
					t.Errorf("cell %d: safe %v, exposed %v", i.Cell, i.Safe, hopeless[i.Cell])
				}
				log += fmt.Sprintln(i)
			}
			for n := range c.Len() {
				log += fmt.Sprint(c.Cell(n).State)
			}
		}
		return log
	}
	if decide() != decide() {
		t.Error("two decisions about the same tables differ")
	}
}
