package pages

import "strings"

// tel gives what stands after "tel:" in the address of a telephone number: digits,
// and a plus in front. Templates write the scheme themselves, since a scheme that
// comes out of data is never trusted.
func tel(phone string) string {
	var b strings.Builder
	for i, r := range phone {
		if r >= '0' && r <= '9' || r == '+' && i == 0 {
			b.WriteRune(r)
		}
	}
	return b.String()
}
