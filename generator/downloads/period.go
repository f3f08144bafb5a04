package downloads

import (
	"strconv"
	"strings"

	"elinde/generator/programme"
)

// period writes a period as the heads of tables on pages do; what is no period is
// shown as it is. Signs that hold words together stay out: in a cell of a workbook
// they would keep it from being found.
func (p *pivot) period(s string) string {
	of, ok := programme.ParsePeriod(s)
	if !ok {
		return s
	}
	form, quarter := "period_year_short", ""
	if of.Quarter != 0 {
		form, quarter = "period_quarter_short", p.say("quarter_"+strconv.Itoa(of.Quarter)+"_short")
	}
	written := strings.NewReplacer("{{ .year }}", strconv.Itoa(of.Year), "{{ .quarter }}", quarter).Replace(p.say(form))
	return strings.NewReplacer("\u2060", "", "\u00a0", " ").Replace(written)
}
