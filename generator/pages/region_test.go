package pages

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"elinde/generator/programme"
	"elinde/themes"
)

// TestALargeRegionIsTold: a region of more services than a booklet takes is named
// once for all languages; one service fewer, and nobody is told anything.
func TestALargeRegionIsTold(t *testing.T) {
	for n, want := range map[int]string{MostCarried: "", MostCarried + 1: "north"} {
		files := fstest.MapFS{}
		var services, areas strings.Builder
		services.WriteString("id,provider_id,name_en,summary_en,service_type,target_groups,delivery_modes,status,fee,phone,last_verified\n")
		areas.WriteString("service_id,place_id\n")
		for i := range n {
			fmt.Fprintf(&services, "s%d,p,Care,Care by day.,day,old,on-site,active,free,+993 00 11-11-11,2026-11-01\n", i)
			fmt.Fprintf(&areas, "s%d,north\n", i)
		}
		for name, text := range map[string]string{
			"places.csv":    "id,parent_id,level,name_en\ntm,,country,Country\nnorth,tm,welayat,North\nsouth,tm,welayat,South\n",
			"terms.csv":     "scheme,id,name_en\nservice_type,day,Day care\ntarget_group,old,Older people\ndelivery_mode,on-site,On site\nfee,free,Free\n",
			"providers.csv": "id,kind,name_en\np,state,Department\n", "services.csv": services.String(), "service_areas.csv": areas.String(),
		} {
			files[name] = &fstest.MapFile{Data: []byte(text)}
		}
		s := tinySettings()
		var mu sync.Mutex
		var told []string
		_, err := Plan(protected(t, files, s), s, themes.Elinde(), nil, Options{TooLarge: func(p *programme.Place) {
			mu.Lock()
			defer mu.Unlock()
			told = append(told, string(p.ID))
		}})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(told, " "); got != want {
			t.Errorf("%d services: told %q, want %q", n, got, want)
		}
	}
}
