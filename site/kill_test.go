package site_test

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"elinde/site"
)

// alternateEnv makes the test binary build two plans in turn until it is killed.
const alternateEnv = "ELINDE_TEST_ALTERNATE"

const killPages = 40

func planA() site.Plan { return small(killPages) }

// planB has other pages, fewer pages and another title on half of them.
func planB() site.Plan {
	return with(small(killPages), func(p *site.Page) bool {
		if len(p.Path)%2 == 0 {
			p.Title = "B"
		}
		return true
	})
}

func alternate(out string) int {
	for {
		for _, plan := range []site.Plan{planA(), planB()} {
			_, problems, err := site.Build(context.Background(), plan, site.Options{Output: out})
			if err != nil || len(problems) > 0 {
				fmt.Fprintln(os.Stderr, err, problems)
				return 1
			}
			if err := site.Prepare(out); err != nil {
				fmt.Fprintln(os.Stderr, err)
				return 1
			}
			if _, _, err := site.Rollback(out, true, anyStamp); err != nil && plan.BaseURL == "" {
				return 1
			}
		}
	}
}

// TestKilledBuildLeavesAWholeSite kills builds at random moments: what is
// published is always one of the two sites, whole. ELINDE_KILLS sets how often.
func TestKilledBuildLeavesAWholeSite(t *testing.T) {
	kills := 20
	if n, err := strconv.Atoi(os.Getenv("ELINDE_KILLS")); err == nil {
		kills = n
	}
	folder := t.TempDir()
	trees := map[string]map[string]string{}
	for name, plan := range map[string]site.Plan{"A": planA(), "B": planB()} {
		out := filepath.Join(folder, name)
		mustBuild(t, plan, site.Options{Output: out})
		trees[name] = treeOf(t, out)
	}
	out := filepath.Join(folder, "public")
	mustBuild(t, planA(), site.Options{Output: out})
	seen := map[string]int{}
	random := rand.New(rand.NewPCG(1, uint64(kills)))
	for range kills {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), alternateEnv+"="+out)
		cmd.Stderr = os.Stderr
		must(t, cmd.Start())
		ended := make(chan error, 1)
		go func() { ended <- cmd.Wait() }()
		select {
		case err := <-ended:
			t.Fatalf("the building process ended by itself: %v", err)
		case <-time.After(time.Duration(random.IntN(900_000)) * time.Microsecond):
		}
		cmd.Process.Kill()
		<-ended
		now := treeOf(t, out)
		switch {
		case maps.Equal(now, trees["A"]):
			seen["A"]++
		case maps.Equal(now, trees["B"]):
			seen["B"]++
		default:
			t.Fatalf("after a kill the published site is neither of the two: %d files", len(now))
		}
	}
	t.Log(kills, "kills:", seen)
	// And the next build is as good as ever.
	mustBuild(t, planB(), site.Options{Output: out})
	same(t, out, planB(), site.Options{})
}
