package main

import (
	"fmt"
	"math/rand/v2"
	"strconv"
)

var (
	releaseHeader   = []string{"id", "publish_at", "status", "title_tk", "title_ru", "title_en", "periods", "origin"}
	indicatorHeader = []string{"id", "theme", "kind", "name_tk", "name_ru", "name_en", "definition_tk", "definition_ru", "definition_en", "unit", "decimals",
		"additive_over", "min_value", "threshold", "zero_is_safe", "frequency", "source_tk", "source_ru", "source_en", "origin"}
	observationHeader = []string{"release_id", "freq", "ref_area", "indicator", "service_type", "sex", "age", "target_group", "time_period", "obs_value", "obs_status", "conf_status", "origin"}
)

// statistics makes indicators that count people, split by region and sex, with
// totals that add up.
func (m *maker) statistics() {
	release := "2026-Q3"
	var periods string
	for q := range m.quarters {
		if q > 0 {
			periods += ";"
		}
		periods += quarter(q - m.quarters)
	}
	m.row("releases", releaseHeader, release, "2026-10-30T10:00:00+05:00", "published",
		"2026-njy ýylyň üçünji çärýegi", "Третий квартал 2026 года", "Third quarter of 2026", periods, "illustration")
	for i := range m.indicators {
		r := m.random("indicators", i)
		id := fmt.Sprintf("ind-%04d", i)
		m.row("indicators", indicatorHeader, id, pick(r, m.source.terms["theme"]), "count",
			fmt.Sprintf("Hyzmatlardan peýdalananlar, %d", i+1), fmt.Sprintf("Получатели услуг, %d", i+1), fmt.Sprintf("Users of services, %d", i+1),
			m.text(r, "tk", 1, 2), m.text(r, "ru", 1, 2), m.text(r, "en", 1, 2), "PS", "0", "ref_area;sex", "0", "5", "yes", "Q",
			"Mysal üçin düzülen hasabat", "Отчётность, составленная для примера", "Returns made up as an example", "illustration")
		for q := range m.quarters {
			m.observations(r, release, id, quarter(q-m.quarters))
		}
	}
}

func (m *maker) observations(r *rand.Rand, release, indicator, period string) {
	country := map[string]int{}
	row := func(place, sex string, n int) {
		m.row("observations", observationHeader, release, "Q", place, indicator, "_T", sex, "_T", "_T", period, strconv.Itoa(n), "A", "F", "illustration")
	}
	for _, region := range m.source.regions {
		women, men := 100+r.IntN(900), 100+r.IntN(900)
		for sex, n := range map[string]int{"F": women, "M": men, "_T": women + men} {
			country[sex] += n
		}
		row(region, "F", women)
		row(region, "M", men)
		row(region, "_T", women+men)
	}
	for _, sex := range []string{"F", "M", "_T"} {
		row("turkmenistan", sex, country[sex])
	}
}

// quarter gives the quarter n before the end of 2026-Q3, n from -1 downwards.
func quarter(n int) string {
	q := 2026*4 + 3 + n
	return fmt.Sprintf("%d-Q%d", q/4, q%4+1)
}
