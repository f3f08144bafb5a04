package weblink

import "testing"

func TestMisleading(t *testing.T) {
	for address, want := range map[string]bool{
		"https://mlsp.gov.tm/": false, "https://mlsp.gov.tm:443/a?b=c@d": false, "http://durmuş.example/": false, "https://соцуслуги.рф/": false,
		"https://xn--c1aubj.xn--p1ai/": false, "https://192.0.2.1/": false, "https://[2001:db8::1]/": false, "mailto:a@b.example": false, "https://example.org/@x": false,
		"https://mlsp.gov.tm@evil.example/": true, "https://user:word@example.org": true, "https://@example.org/": true,
		"https://mlsр.gov.tm/": true, "https://аррӏе.com/": true, "https://xn--80ak6aa92e.com/": true, "https://xn--mlsp-43d.gov.tm/": true,
		"https://ｅxample.org/": true, "https://exam\u00adple.org/": true, "https://exam\u200dple.org/": true, "https://ɡoogle.com/": true, "https://xn--.com/": true,
		`https://good.example\@evil.example/`: true, "https://οracle.com/": true, "https://2130706433.1/": true, "https://0x7f.1/": true, "https://a.b.0x10/": true,
		"https://example。org/": true, "https://mlsp.gov.tm⁄login.evil.example/": true,
	} {
		if got := Misleading(address); got != want {
			t.Errorf("%q: %v, want %v", address, got, want)
		}
	}
}

func FuzzMisleading(f *testing.F) {
	f.Add("https://xn--80ak6aa92e.com/")
	f.Add("https://[::1%25x]:80/")
	f.Fuzz(func(t *testing.T, address string) { Misleading(address) })
}
