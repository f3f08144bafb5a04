// Command disclosure measures disclosure control: an invented export with places
// in a hierarchy, sex, age, quarters and years, told in thirteen releases, is
// protected, and time, memory and cells withheld are printed.
//
//	go run ./bench/disclosure -cells 10000
package main

import (
	"flag"
	"fmt"
	"io/fs"
	"log"
	"maps"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing/fstest"
	"time"

	"elinde/generator/config"
	"elinde/generator/dataset"
	"elinde/generator/disclosure"
	"elinde/generator/finding"
	"elinde/generator/table"
)

func main() {
	cells := flag.Int("cells", 1000, "size of the export: 1000, 10000 or 100000 cells")
	flag.Parse()
	e := export{random: rand.New(rand.NewPCG(1, uint64(*cells)))}
	switch {
	case *cells <= 1000:
		e.indicators, e.districts, e.ages = 1, 0, 2
	case *cells <= 10000:
		e.indicators, e.districts, e.ages = 1, 44, 3
	default:
		e.indicators, e.districts, e.ages = 8, 44, 4
	}
	s := config.Settings{Languages: []config.Language{{Code: "en"}}, Country: "country", UTCOffset: "+05:00",
		AsOf: time.Date(2026, 11, 16, 9, 0, 0, 0, time.UTC), StaleAfterDays: 10000}
	records, found, err := table.Read(e.files(), s)
	if err != nil {
		log.Fatal(err)
	}
	set, more := dataset.Check(records, s)
	if found = append(found, more...); finding.Stops(found) {
		log.Fatalf("the invented export has a fault: %+v", found[0])
	}

	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	start := time.Now()
	p, notes := disclosure.Protect(set, s)
	took := time.Since(start)
	runtime.ReadMemStats(&after)
	refused := 0
	for _, f := range notes {
		if f.Severity == finding.Error {
			refused++
		}
	}
	fmt.Printf("cells %d\nreleases %d\ntime %.2f s\nallocated %d MB\nheap %d MB\nrefused %d\n", e.rows, len(e.periods()), took.Seconds(),
		(after.TotalAlloc-before.TotalAlloc)>>20, after.HeapSys>>20, refused)
	if p == nil {
		return
	}
	reasons, exact, inexact, narrowest := map[disclosure.Reason]int{}, 0, 0, int64(math.MaxInt64)
	for _, w := range p.Withheld() {
		reasons[w.Reason]++
		if w.Low == nil {
			continue
		}
		if w.Exact {
			exact++
		} else {
			inexact++
		}
		if w.High != nil {
			narrowest = min(narrowest, *w.High-*w.Low)
		}
	}
	fmt.Printf("small %d\nwithheld for their sake %d\nexact intervals %d\ncertified intervals %d\nnarrowest %d\n",
		reasons[disclosure.Small], reasons[disclosure.Hides], exact, inexact, narrowest)
}

// export invents counts of persons.
type export struct {
	random                      *rand.Rand
	indicators, districts, ages int
	rows                        int
}

// periods lists what each release tells: thirteen quarters, each fourth with its
// year.
func (e *export) periods() [][]string {
	var list [][]string
	for year := 2023; year <= 2026; year++ {
		for q := 1; q <= 4; q++ {
			if len(list) == 13 {
				return list
			}
			periods := []string{fmt.Sprintf("%d-Q%d", year, q)}
			if q == 4 {
				periods = append(periods, fmt.Sprint(year))
			}
			list = append(list, periods)
		}
	}
	return list
}

func (e *export) files() fs.FS {
	places := "id,parent_id,level,name_en\ncountry,,country,Country\n"
	parents := map[string]string{}
	var leaves []string
	for i := range 7 {
		region := fmt.Sprintf("r%d", i)
		places += region + ",country,welayat,Region\n"
		parents[region] = "country"
		for d := i; d < e.districts; d += 7 {
			district := fmt.Sprintf("d%d", d)
			places += district + "," + region + ",etrap,District\n"
			parents[district] = region
			leaves = append(leaves, district)
		}
		if e.districts == 0 {
			leaves = append(leaves, region)
		}
	}
	terms := "scheme,id,name_en\ntheme,t,T\n"
	ages := []string{}
	for a := range e.ages {
		ages = append(ages, fmt.Sprintf("a%d", a))
		terms += fmt.Sprintf("age,a%d,Age\n", a)
	}
	indicators := "id,theme,kind,name_en,definition_en,unit,threshold,zero_is_safe,frequency,source_en,additive_over\n"
	releases := "id,publish_at,status,title_en,periods\n"
	var rows strings.Builder
	rows.WriteString("release_id,freq,ref_area,indicator,service_type,sex,age,target_group,time_period,obs_value,obs_status,conf_status\n")
	years := map[[2]string]int{}
	for i := range e.indicators {
		indicators += fmt.Sprintf("i%d,t,count,U,P.,PS,5,yes,Q,R,ref_area;sex;age;time_period\n", i)
	}
	for _, periods := range e.periods() {
		quarter := periods[0]
		year, n := quarter[:4], int(quarter[6]-'0')
		at := fmt.Sprintf("%s-%02d-28T10:00:00+05:00", year, n*3)
		releases += fmt.Sprintf("%s,%s,published,R,%s\n", quarter, at, strings.Join(periods, ";"))
		for i := range e.indicators {
			sums := map[string]int{}
			for _, leaf := range leaves {
				for _, sex := range []string{"F", "M"} {
					for _, age := range ages {
						// Most are some dozens; few are small.
						count := int(math.Exp(e.random.NormFloat64()*0.9 + 3.2))
						for place := leaf; place != ""; place = parents[place] {
							for _, x := range []string{sex, "_T"} {
								for _, a := range []string{age, "_T"} {
									sums[place+",i"+fmt.Sprint(i)+",_T,"+x+","+a+",_T"] += count
								}
							}
						}
					}
				}
			}
			for _, period := range periods {
				freq := "Q"
				if len(period) == 4 {
					freq = "A"
				}
				for _, key := range slices.Sorted(maps.Keys(sums)) {
					years[[2]string{year, key}] += map[string]int{"Q": sums[key], "A": 0}[freq]
					value := sums[key]
					if freq == "A" {
						value = years[[2]string{year, key}]
					}
					fmt.Fprintf(&rows, "%s,%s,%s,%s,%d,A,F\n", quarter, freq, key, period, value)
					e.rows++
				}
			}
		}
	}
	files := fstest.MapFS{}
	for name, data := range map[string]string{"places.csv": places, "terms.csv": terms, "indicators.csv": indicators, "releases.csv": releases, "observations.csv": rows.String()} {
		files[name] = &fstest.MapFile{Data: []byte(data)}
	}
	return files
}
