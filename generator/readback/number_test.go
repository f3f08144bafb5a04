package readback

import (
	"math/rand/v2"
	"testing"
)

// TestMayBeMachine: no form that machine finds is passed over, in random texts of
// the signs that such forms are made of.
func TestMayBeMachine(t *testing.T) {
	random := rand.New(rand.NewPCG(41, 43))
	parts := []string{"0", "12", "2026", "-", "Q", "T", "Z", ":", ".", "+", "@", "a", "f0", "0123456789abcdef", "https://", "sha256-", "urn:", "x", "ä", " "}
	found, passed := 0, 0
	for range 200_000 {
		s := ""
		for range 1 + random.IntN(7) {
			s += parts[random.IntN(len(parts))]
		}
		switch is := machine.MatchString(s); {
		case is && !mayBeMachine(s):
			t.Fatalf("%q is passed over", s)
		case is:
			found++
		case !mayBeMachine(s):
			passed++
		}
	}
	if found < 10_000 || passed < 10_000 {
		t.Errorf("%d found, %d passed over", found, passed)
	}
}
