// Package weblink says whether the address of a web page shows where it leads.
// In comes an address, out comes a judgement; nothing is fetched.
package weblink

import (
	"net/netip"
	"net/url"
	"strings"
	"unicode"

	"golang.org/x/net/idna"
	"golang.org/x/text/unicode/norm"
)

// Misleading reports whether an absolute address with a host looks like another
// one than it is: it names a user before the host (https://bank.example@evil.example),
// or the host's name has letters of several alphabets, letters that only look
// like those of the Latin one, or a number in an odd form.
func Misleading(address string) bool {
	if strings.ContainsAny(address, "\\\t\n\r") {
		return true // browsers read "\" as "/", and leave out what is not seen
	}
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Host == "" {
		return false
	}
	if u.User != nil {
		return true
	}
	return misleadingHost(u.Hostname())
}

func misleadingHost(host string) bool {
	if norm.NFKC.String(host) != host {
		return true
	}
	labels := strings.Split(strings.TrimSuffix(strings.ToLower(host), "."), ".")
	for i, label := range labels {
		if strings.HasPrefix(label, "xn--") {
			decoded, err := idna.Punycode.ToUnicode(label)
			if err != nil || decoded == label || decoded == "" {
				return true
			}
			labels[i] = decoded
		}
	}
	last := labels[len(labels)-1]
	for _, label := range labels {
		if mixed(label) || posing(label) && ascii(last) {
			return true
		}
	}
	if last != "" && last[0] >= '0' && last[0] <= '9' {
		_, err := netip.ParseAddr(host)
		return err != nil && !strings.Contains(host, ":")
	}
	return false
}

// alphabets whose letters pose as one another's.
var alphabets = []*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Armenian, unicode.Cherokee, unicode.Georgian}

// mixed reports whether a label has letters of two alphabets, marks or letters of
// phonetics, or what is not seen.
func mixed(label string) bool {
	seen := -1
	for _, r := range norm.NFC.String(label) {
		switch {
		case r < unicode.MaxASCII && !unicode.IsLetter(r):
			continue
		case !unicode.In(r, unicode.L, unicode.Nd, unicode.Mn, unicode.Mc), unicode.In(r, unicode.Other_Default_Ignorable_Code_Point):
			return true
		case r >= 0x250 && r < 0x370, r >= 0x1D00 && r < 0x1E00: // phonetics and loose marks
			return true
		}
		for i, a := range alphabets {
			if unicode.Is(a, r) {
				if seen >= 0 && seen != i {
					return true
				}
				seen = i
			}
		}
	}
	return false
}

// posing reports whether a label is made of letters alone that look like Latin
// ones but are none, such as "аррӏе".
func posing(label string) bool {
	letters := 0
	for _, r := range label {
		if unicode.IsLetter(r) {
			if letters++; !strings.ContainsRune("асԁеһіјӏорԛѕԝхуѵүкмтвнαινορτυκχ", r) {
				return false
			}
		}
	}
	return letters > 0
}

func ascii(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r > unicode.MaxASCII }) < 0
}
