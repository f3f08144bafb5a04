package disclosure

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"elinde/generator/config"
	"elinde/generator/dataset"
	"elinde/generator/finding"
	"elinde/generator/programme"
	"elinde/generator/record"
	"elinde/generator/table"
)

// grid is a random export: three places by sex in one period, told in up to two
// releases, each with some of the tables; the second may correct a place.
type grid struct {
	inner [2][3][2]int // by release, place and sex
	has   [2][3]bool   // by release: by place, by sex, by both
	key   string       // of config.toml; testKey where it is empty, "-" for none
}

const k = 4

var (
	gridPlaces = []string{"north", "south", "east"}
	gridSexes  = []string{"F", "M"}
)

func randomGrid(random *rand.Rand) grid {
	var g grid
	for p := range 3 {
		for s := range 2 {
			n := random.IntN(5)
			if random.IntN(2) == 0 {
				n += random.IntN(8)
			}
			g.inner[0][p][s], g.inner[1][p][s] = n, n
		}
	}
	// A release tells all that the one before did.
	for t := range 3 {
		g.has[0][t] = random.IntN(2) == 0
		g.has[1][t] = g.has[0][t] || random.IntN(3) > 0
	}
	// Where a release does not tell the single cells, nobody can know which of
	// them the next one corrects.
	if g.has[0][2] && random.IntN(2) == 0 {
		g.inner[1][random.IntN(3)][random.IntN(2)] += 1 + random.IntN(5)
	}
	return g
}

// cells calls see for each cell of a release: place and sex of its parts, -1 for
// all.
func (g *grid) cells(release int, see func(place, sex int)) {
	see(-1, -1)
	for p := range 3 {
		if g.has[release][0] {
			see(p, -1)
		}
		for s := range 2 {
			if g.has[release][2] {
				see(p, s)
			}
		}
	}
	for s := range 2 {
		if g.has[release][1] {
			see(-1, s)
		}
	}
}

func sumOf(inner *[3][2]int, place, sex int) int {
	n := 0
	for p := range 3 {
		for s := range 2 {
			if (place < 0 || p == place) && (sex < 0 || s == sex) {
				n += inner[p][s]
			}
		}
	}
	return n
}

func name(list []string, i int, all string) string {
	if i < 0 {
		return all
	}
	return list[i]
}

func (g *grid) protect(t *testing.T, keep ...string) (*Protected, []finding.Finding) {
	return g.protectAfter(t, nil, k, keep...)
}

// protectAfter is protect with another threshold and what was published before.
func (g *grid) protectAfter(t *testing.T, published map[programme.ReleaseID]record.Release, threshold int, keep ...string) (*Protected, []finding.Finding) {
	var rows strings.Builder
	rows.WriteString("release_id,freq,ref_area,indicator,service_type,sex,age,target_group,time_period,obs_value,obs_status,conf_status\n")
	for r := range 2 {
		g.cells(r, func(p, s int) {
			fmt.Fprintf(&rows, "2026-Q%d,Q,%s,i,_T,%s,_T,_T,2025-Q4,%d,%s,F\n", r+1, name(gridPlaces, p, "country"), name(gridSexes, s, "_T"),
				sumOf(&g.inner[r], p, s), []string{"P", "A"}[r])
		})
	}
	files := fstest.MapFS{}
	for n, data := range map[string]string{
		"places.csv":       "id,parent_id,level,name_en\ncountry,,country,C\nnorth,country,welayat,N\nsouth,country,welayat,S\neast,country,welayat,E\n",
		"terms.csv":        "scheme,id,name_en\ntheme,t,T\n",
		"indicators.csv":   fmt.Sprintf("id,theme,kind,name_en,definition_en,unit,threshold,zero_is_safe,frequency,source_en,additive_over\ni,t,count,U,P.,PS,%d,yes,Q,R,ref_area;sex\n", threshold),
		"releases.csv":     "id,publish_at,status,title_en,periods\n2026-Q1,2026-04-30T10:00:00+05:00,published,F,2025-Q4\n2026-Q2,2026-07-30T10:00:00+05:00,published,S,2025-Q4\n",
		"observations.csv": rows.String(),
	} {
		files[n] = &fstest.MapFile{Data: []byte(data)}
	}
	s := config.Settings{WithholdingKey: testKey, Languages: []config.Language{{Code: "en"}}, Country: "country", UTCOffset: "+05:00",
		AsOf: time.Date(2026, 11, 16, 9, 0, 0, 0, time.UTC), StaleAfterDays: 10000, Keep: keep}
	if g.key != "" {
		s.WithholdingKey = strings.Trim(g.key, "-")
	}
	records, found, err := table.Read(files, s)
	if err != nil {
		t.Fatal(err)
	}
	set, more := dataset.Check(records, s)
	if found = append(found, more...); finding.Stops(found) {
		t.Fatal(found)
	}
	p, _, found := ProtectAndReport(set, s, published)
	return p, found
}

// TestAttackerWithThePublishedRows takes what Protect lets out of random exports
// and tries every table that agrees with it. Cells that a release does not change
// are taken not to have changed: the best guess there is.
func TestAttackerWithThePublishedRows(t *testing.T) {
	random := rand.New(rand.NewPCG(13, 17))
	protected, refused := 0, 0
	for range 60 {
		g := randomGrid(random)
		p, _ := g.protect(t)
		if p == nil {
			refused++
			continue
		}
		told := map[string]string{}
		for _, o := range p.Index().Observations {
			told[fmt.Sprint(o.ReleaseID, o.RefArea, o.Sex)] = o.Value.Text
		}
		for r := range 2 {
			g.cells(r, func(place, sex int) {
				truth := sumOf(&g.inner[r], place, sex)
				if truth == 0 || truth >= k {
					return
				}
				protected++
				low, high := g.attack(told, r, place, sex)
				if high < k || high-low < k {
					t.Fatalf("%+v\ntold %v\nrelease %d, place %d, sex %d: an attacker finds [%d, %d]", g, told, r, place, sex, low, high)
				}
			})
		}
	}
	if protected < 120 || refused > 12 {
		t.Errorf("%d protected cells, %d exports refused", protected, refused)
	}
	t.Log(protected, refused)
}

// attack tries all inner counts of both releases and gives the range of a cell.
// Which inner count was corrected is known, its new value is the last variable.
func (g *grid) attack(told map[string]string, release, place, sex int) (low, high int) {
	corrected := -1
	for i := range 6 {
		if g.inner[0][i/2][i%2] != g.inner[1][i/2][i%2] {
			corrected = i
		}
	}
	isIn := func(r, variable, p, s int) bool {
		i := variable
		switch {
		case i == 6 && (r == 0 || corrected < 0) || r == 1 && i == corrected:
			return false
		case i == 6:
			i = corrected
		}
		return (p < 0 || i/2 == p) && (s < 0 || i%2 == s)
	}
	type equation struct {
		has  [7]bool
		sum  int
		open bool // withheld: zeros are published, so it is one at least
	}
	var equations []equation
	for r := range 2 {
		g.cells(r, func(p, s int) {
			text := told[fmt.Sprint(fmt.Sprintf("2026-Q%d", r+1), name(gridPlaces, p, "country"), name(gridSexes, s, "_T"))]
			e := equation{open: text == ""}
			if !e.open {
				fmt.Sscan(text, &e.sum)
			}
			for v := range 7 {
				e.has[v] = isIn(r, v, p, s)
			}
			equations = append(equations, e)
		})
	}
	low, high = 1<<30, -1
	var now [7]int
	var walk func(i int)
	walk = func(i int) {
		for _, e := range equations {
			sum, open := 0, false
			for v := range 7 {
				if e.has[v] && v < i {
					sum += now[v]
				}
				open = open || e.has[v] && v >= i
			}
			if e.open && !open && sum == 0 || !e.open && (sum > e.sum || !open && sum != e.sum) {
				return
			}
		}
		if i == 7 {
			n := 0
			for v := range 7 {
				if isIn(release, v, place, sex) {
					n += now[v]
				}
			}
			low, high = min(low, n), max(high, n)
			return
		}
		most := 24
		if i == 6 && corrected < 0 {
			most = 0
		}
		for v := 0; v <= most; v++ {
			now[i] = v
			walk(i + 1)
		}
		now[i] = 0
	}
	walk(0)
	return low, high
}
