package readback

import (
	"fmt"
	"strconv"
	"strings"
)

// key is a series key in its parts, with "does not apply" read as "total":
// frequency, place, indicator, service type, sex, age, group, further dimensions,
// period.
type key []string

// parseKey reads a key; ok is false where it has too few parts.
func parseKey(s string) (k key, ok bool) {
	k = strings.Split(s, ".")
	if len(k) < 8 {
		return nil, false
	}
	for i := 3; i < len(k)-1; i++ {
		if k[i] == "_Z" || k[i] == "" {
			k[i] = "_T"
		}
	}
	return k, true
}

func (k key) String() string    { return strings.Join(k, ".") }
func (k key) indicator() string { return k[2] }
func (k key) period() string    { return k[len(k)-1] }

// isTotal says whether the figure is that of the whole country, of everybody.
func (k key) isTotal(country string) bool {
	for _, part := range k[3 : len(k)-1] {
		if part != "_T" {
			return false
		}
	}
	return k[1] == country
}

// earlier gives the period so many steps before: quarters or years.
func earlier(period string, steps int) string {
	year, err := strconv.Atoi(period[:min(4, len(period))])
	if err != nil {
		return ""
	}
	if len(period) == 4 {
		return strconv.Itoa(year - steps)
	}
	if len(period) != 7 || period[4:6] != "-Q" {
		return ""
	}
	n := year*4 + int(period[6]-'1') - steps
	return fmt.Sprintf("%04d-Q%d", n/4, n%4+1)
}
