package main

import (
	"bufio"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

const (
	regions   = 7
	districts = 42 // with the country and the regions fifty places
	firstYear = 2017
	quarters  = 40
)

// cells are the five in which each place is told; parts of a total add up.
var cells = []struct{ sex, age string }{{"_T", "_T"}, {"F", "_T"}, {"M", "_T"}, {"_T", "y0t17"}, {"_T", "y18plus"}}

// settings of the invented project: the tables are in English only, as what is
// measured are figures.
const settings = `base_url = "https://example.org/"
country = "country"
utc_offset = "+05:00"
as_of = 2027-06-01T09:00:00+05:00
stale_after_days = 10000
page_budget = 1000000
[title]
en = "Statistics"
[[languages]]
code = "en"
name = "English"
`

// write makes the project and gives the number of observations and their bytes.
func write(folder string, indicators int) (rows int, size int64, err error) {
	var places, terms, list, releases strings.Builder
	places.WriteString("id,parent_id,level,name_en\ncountry,,country,Country\n")
	for r := range regions {
		fmt.Fprintf(&places, "r%d,country,welayat,Region %s\n", r, letters(r))
	}
	for d := range districts {
		fmt.Fprintf(&places, "d%d,r%d,etrap,District %s\n", d, d%regions, letters(d))
	}
	terms.WriteString("scheme,id,name_en\ntheme,t,Theme\nage,y0t17,0 to 17\nage,y18plus,18 and more\n")
	list.WriteString("id,theme,kind,name_en,definition_en,unit,unit_label_en,decimals,threshold,zero_is_safe,frequency,source_en,method_en,additive_over,max_change\n")
	for i := range indicators {
		fmt.Fprintf(&list, "i%d,t,count,Persons served %s,People who were served.,person,persons,0,5,yes,Q,Returns,Each once a quarter.,ref_area;sex;age,50\n", i, letters(i))
	}
	releases.WriteString("id,publish_at,status,title_en,periods\n")
	for q := range quarters {
		fmt.Fprintf(&releases, "%s,%d-%02d-28T10:00:00+05:00,published,Release %s,%s\n", period(q), firstYear+q/4, q%4*3+3, period(q), period(q))
	}
	data := filepath.Join(folder, "data")
	if err := os.MkdirAll(data, 0o755); err != nil {
		return 0, 0, err
	}
	for name, text := range map[string]string{"../config.toml": settings, "places.csv": places.String(), "terms.csv": terms.String(),
		"indicators.csv": list.String(), "releases.csv": releases.String()} {
		if err := os.WriteFile(filepath.Join(data, name), []byte(text), 0o644); err != nil {
			return 0, 0, err
		}
	}
	return observations(filepath.Join(data, "observations.csv"), indicators)
}

// letters writes a number without figures: what reads the site back takes those of
// a name for figures of a table.
func letters(n int) string { return string([]byte{'A' + byte(n/26), 'a' + byte(n%26)}) }

func period(q int) string { return fmt.Sprintf("%d-Q%d", firstYear+q/4, q%4+1) }

// observations writes counts of which most are some hundreds and few are small.
func observations(name string, indicators int) (rows int, size int64, err error) {
	f, err := os.Create(name)
	if err != nil {
		return 0, 0, err
	}
	w := bufio.NewWriterSize(f, 1<<20)
	w.WriteString("release_id,freq,ref_area,indicator,service_type,sex,age,target_group,time_period,obs_value,obs_status,conf_status\n")
	random := rand.New(rand.NewPCG(1, 1))
	for q := range quarters {
		for i := range indicators {
			table := map[string]*[5]int{}
			places := []string{"country"}
			for r := range regions {
				places = append(places, fmt.Sprintf("r%d", r))
			}
			for d := range districts {
				place := fmt.Sprintf("d%d", d)
				places = append(places, place)
				women, men := count(random), count(random)
				children := int(float64(women+men) * (0.2 + 0.3*random.Float64()))
				for _, p := range []string{place, fmt.Sprintf("r%d", d%regions), "country"} {
					if table[p] == nil {
						table[p] = new([5]int)
					}
					for c, n := range []int{women + men, women, men, children, women + men - children} {
						table[p][c] += n
					}
				}
			}
			for _, place := range places {
				for c, cell := range cells {
					fmt.Fprintf(w, "%s,Q,%s,i%d,_T,%s,%s,_T,%s,%d,A,F\n", period(q), place, i, cell.sex, cell.age, period(q), table[place][c])
					rows++
				}
			}
		}
	}
	if err := w.Flush(); err != nil {
		return 0, 0, err
	}
	if size, err = f.Seek(0, 1); err != nil {
		return 0, 0, err
	}
	return rows, size, f.Close()
}

func count(random *rand.Rand) int { return int(math.Exp(random.NormFloat64()*0.8 + 4.5)) }
