package withheld

import (
	"fmt"
	"html"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

const (
	street  = "text:Gül köçesi, jaý 15"
	russian = "text:улица Канарейка, дом 17"
	quiet   = "text:14 Quiet Street"
	number1 = "tel:+993 12 34-56-78"
	shelter = "geo:37.97531,58.31357;u=1000"
)

var finder = New([]string{street, russian, quiet, number1, shelter, "canary-17"})

// TestEveryFormIsFound: what a reader learns is found however it is written.
func TestEveryFormIsFound(t *testing.T) {
	for _, c := range []struct {
		want string
		in   []string
	}{
		{street, []string{
			"Gül köçesi, jaý 15", "GÜL KÖÇESI JAÝ 15", "gul kocesi jay 15", "Gül **köçesi**, jaý 15", "Gül _köçesi_ jaý `15`",
			"Gül <b>köçesi</b>, jaý&nbsp;15", "<p>Gül k<span class=\"x\">öç</span>esi</p><p>jaý 15</p>", "Gül\u00a0köçesi,\u2009jaý\u202f15",
			"Gül kö\u00adçesi jaý 1\u200b5", "G\u200cü\u2060l köçesi\ufeff jaý 15", "Ｇüｌ　köçesi jaý １５", "Gül köç\u0435s\u0456, j\u0430ý 15",
			"G\u0075\u0308l ko\u0308c\u0327esi jaý 15", "G ü l  k ö ç e s i,  j a ý  15", "Gül\nköçesi\n15", "Gül köçesi 15", "15, Gül köçesi", "𝐆ü𝐥 𝒌öç𝒆𝒔𝒊 jaý 𝟏𝟓",
			"Gül köçesi jaý ١٥", "Gül&#32;k&ouml;&ccedil;esi&shy;, ja&yacute; &#49;&#x35;", `{"a":"G\u00fcl k\u00f6\u00e7esi, ja\u00fd 15"}`,
			"?q=G%C3%BCl+k%C3%B6%C3%A7esi%2C+ja%C3%BD+15", `<img alt="Gül köçesi, jaý 15" src="a.png">`, "<!-- Gül köçesi 15 -->", "GÜLKÖÇESI15",
			"GUL KOCHESI 15", "Гүл көчеси, 15", "Gül köçesi l5", "Gül köçesi 1 5", "Gül köçesi ⑮", "Gül <!-- x -->köçesi<br>15", "#GülKöçesi15", "gul_kocesi_15.pdf",
			"at Gül <köçesi 15, in", "Gül köçesi jaý 15, otag 3", "2, Gül köçesi jaý 15", `<meta content='Gül köçesi, jaý 15'>`,
		}},
		{russian, []string{"УЛИЦА КАНАРЕЙКА 17", "улица Кана\u0301рейка, дом 17", "улица Kaнapeйкa, д. 17", "17, улица «Канарейка»", "<i>улица</i> Канареи\u0306ка дом № 17"}},
		{quiet, []string{"14 quiet street", "14, Quiet-Street", "Flat 2, 14 Quiet Street", "Quiet Street 14", "14 Qυiеt Ѕtreet"}},
		{number1, []string{
			"+993 12 34-56-78", "+99312345678", "99312345678", "00993 12 345678", "8 (12) 34 56 78", "(12) 34-56-78", "12/345678", "12.34.56.78",
			"+993 (12) 3 4 5 6 7 8", "+９９３ １２ ３４‑５６‑７８", "tel:+993&#45;12&#8209;345678", "+993\u00a012\u200934\u200956\u200978", "Tel. 34-56-78", "тел: 345678",
			"jaň ediň: 34 56 78", "34-56-78 belgä jaň ediň", "+993 l2 З4-56-78", "<a href=\"tel:+99312345678\">jaň</a>", "12<b>34</b>56<i>78</i>", "%2B993%2012%2034-56-78",
			"+993 12 34-56-78 ile", "810 993 12 345678", "+993 12 3\u00ad4-5\u200b6-78", "моб. 345678 или", "34.56.78", "34 56 78 belgä", "+993 12 34 56\n78", "wa.me/99312345678", "993·12·34·56·78", "+99З12З45678", "99312345678@example.org",
		}},
		{shelter, []string{
			"37.97531, 58.31357", "37.975 58.314", "37.98,58.31", "37,97531; 58,31357", "37,98 58,31", "58.31357 37.97531", "geo:37.9753,58.3136",
			"37°58'31\"N 58°18'49\"E", "37° 58′ 31″ с. ш., 58° 18′ 49″ в. д.", "37 58 31 N, 58 18 49 E", "N 37° 58.52', E 58° 18.81'", "37deg 58min, 58deg 18min",
			"https://maps.example/?q=37.97531%2C58.31357", "@37.9753,58.3135,17z", "lat=37.9753&lon=58.3135", `{"lat":37.97531,"lon":58.31357}`,
			"latitude 37.975 longitude 58.313", "３７．９７５, ５８．３１４", "37°58'N 58°18'E", "POINT(58.31357 37.97531)", "37.98N58.31E", "37٫97531 58٫31357", "37 58.519, 58 18.814", "#map=17/37.97531/58.31357", "+37.9753+058.3136/", `<p data-lat="37.97531" data-lon="58.31357">`,
		}},
		{"canary-17", []string{"a canary-17 b"}},
	} {
		for _, in := range c.in {
			if got := finder.In([]byte(in)); !slices.Contains(got, c.want) {
				t.Errorf("%q: found %v, want %s", in, got, c.want)
			}
		}
	}
}

// TestStreetsAreFoundInOtherWords: a street with its house is found without the rest of
// the address, abbreviated, declined, translated, or in the other script by ear.
func TestStreetsAreFoundInOtherWords(t *testing.T) {
	for address, c := range map[string]struct{ found, alone []string }{
		"Gül köçesi, jaý 15": {[]string{"Gül köçe 15", "Gül köç. 15", "Gül köçesiniň 15-nji jaýy", "Gül köçesindäki 15-nji jaý", "15-nji jaý, Gül köçesi", "Gül köçesi N15", "ул. Гюль, 15",
			"улица Гюль, дом 15", "на улице Гуль, в доме 15", "Гюль көчеси 15", "15 Gul Street", "Гуль кочеси, 15", "Gul kochesi, 0015"},
			[]string{"Gül köçesi, jaý 151", "Gül köçesi 1 5", "15 orun. Gül: köp köçede", "Gül köçesi we beýleki köçelerde 15 adam", "Köçe 15, Gül", "ул. Гюнеш, 15"}},
		"Mary şäheri, Gül köçesi, jaý 15": {[]string{"Gül köçesi 15", "Gül köçesi, jaý 15", "Mary, Gül köç. 15", "15 Gül köçesi"}, []string{"Mary şäheri 15"}},
		"улица Канарейка, дом 17": {[]string{"ул. Канарейка, 17", "по ул Канарейка д.17", "Kanareýka köçesi 17", "ulitsa Kanareyka 17", "ulica Kanarejka, 17", "17 Kanareyka Street",
			"в доме 17 по улице Канарейки", "на улице Канарейке, 17", "Kanareika St. 17",
			"улица Канарейка, дом семнадцать", "в доме семнадцати по улице Канарейки", "seventeen Kanareyka Street", "Kanareýka köçesi, on ýedinji jaý"},
			[]string{"улица Канарейка, дом семьдесят", "улица Канарейка, дом двадцать семь", "улица Канарейка", "канарейки, 17", "улица Канады, 17", "17 детей, ул. Карла"}},
		"Тихая улица, дом 9":           {[]string{"на Тихой улице, в доме 9", "9, Тихую улицу"}, []string{"в Тихой долине 9", "на улице тишины 9"}},
		"14 Quiet Street":              {[]string{"14 Quiet St.", "14th house in Quiet Street", "улица Quiet, 14", "Quiet köçesi 14"}, []string{"15 Quiet Street", "14 quiet gardens"}},
		"Magtymguly şaýoly, jaý 25":    {[]string{"Magtymguly şaýolunyň 25-nji jaýy", "Magtymguly pr. 25", "25 Magtymguly Avenue"}, nil},
		"1-nji Tejen geçelgesi, jaý 7": {[]string{"1-nji Tejen geç. 7", "Tejen geçelgesi, 7"}, []string{"1-nji Tejen geçelgesi"}},
		"Görogly etraby, 15":           {nil, []string{"Görogly etraby 15"}}, // no street: others look for it whole
	} {
		f := New([]string{Street + address})
		for _, in := range c.found {
			if len(f.In([]byte(in))) == 0 {
				t.Errorf("%s is not found in %q", address, in)
			}
		}
		for _, in := range c.alone {
			if len(f.In([]byte(in))) > 0 {
				t.Errorf("%s is found in %q", address, in)
			}
		}
	}
}

// TestOthersAreLeftAlone: what only resembles a withheld text is not found.
func TestOthersAreLeftAlone(t *testing.T) {
	for _, in := range []string{
		"Gül köçesi, jaý 151", "Gül köçesi, jaý 1", "Gül köçesi, jaý 5", "Gül köçesi", "114 Quiet Street", "14 Quite Street", "Quiet Street 141",
		"+993 12 34-56-79", "+993 13 34-56-78", "1234567890", "+7 912 345-67-80", "345678 persons", "1 345 678", "345 678", "34\r\n56\r\n78", "12 34 56 79", "5 345 678", "2034-56-78 x", "+993 22 34-56-78",
		"38.97531, 58.31357", "37.93, 58.31", "37, 58", "37.9 58.3", "<td>37</td><td>58</td><td>58</td><td>18</td>", "37 persons, 58 families", "Canary-17",
		"2026-11-16T09:00:00+05:00", "",
	} {
		if got := finder.In([]byte(in)); len(got) > 0 {
			t.Errorf("%q: found %v", in, got)
		}
	}
}

func TestShortStringsAreLeftAside(t *testing.T) {
	f := New([]string{"text:Jaý 5", "text:12 34 56 78 90", "tel:112", "geo:x,y", "geo:37,58;u=-1", "abc"})
	if got := f.In([]byte("Jaý 5 12 34 56 78 90 112 37.00 58.00 abc")); len(got) > 0 {
		t.Errorf("found %v", got)
	}
	var none *Finder
	if none.In([]byte("x")) != nil {
		t.Error("a nil finder found something")
	}
}

func TestExactFindsWhatContainsFinds(t *testing.T) {
	var list []string
	for i := range 500 {
		list = append(list, fmt.Sprintf("value-%d;", i*7))
	}
	list = append(list, "Tom & Jerry", "ýöň1")
	find := New(list)
	var text strings.Builder
	var want []string
	for i := range 1000 {
		v := fmt.Sprintf("value-%d;", i)
		text.WriteString("xx" + v)
		if slices.Contains(list, v) {
			want = append(want, v)
		}
	}
	text.WriteString("Tom &amp; Jerry, ýöň1")
	want = append(want, "Tom & Jerry", "ýöň1")
	slices.Sort(want)
	if got := find.In([]byte(text.String())); !slices.Equal(got, want) {
		t.Errorf("found %d, want %d", len(got), len(want))
	}
	if got := find.In([]byte("val")); got != nil {
		t.Errorf("found %v in a short text", got)
	}
}

// FuzzIn: no bytes break the search, and what is put among them is found as it
// is, escaped for HTML and for an address.
func FuzzIn(f *testing.F) {
	for _, s := range []string{"", "<", "&#", "%", `\u12`, "37°", "12 34", "<a href=", "\xff\xfe", "&#x110000;", `\ud800\udc`, "5 l", "+993 12 34-56-7"} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, before, after string) {
		finder.In([]byte(before + after))
		if !utf8.ValidString(before) || strings.ContainsAny(before+after, "<>&%\\") {
			return
		}
		for _, form := range []string{"Quiet Street 14", html.EscapeString("Quiet «Street» 14"), url.QueryEscape("Quiet Street 14")} {
			if in := before + " " + form + " " + after; !slices.Contains(finder.In([]byte(in)), quiet) {
				t.Fatalf("not found in %q", in)
			}
		}
	})
}

// TestNoTextTakesLong: what is read once is read once, whatever it is made of.
func TestNoTextTakesLong(t *testing.T) {
	for _, piece := range []string{"<a", "1l", "l", "1", "37 58 ", "37.", "&#", "%4", `\u00`, "12-", "&a", "<", "\u0301", "1 "} {
		text := []byte(strings.Repeat(piece, 1<<20/len(piece)))
		done := make(chan bool)
		go func() { finder.In(text); close(done) }()
		select {
		case <-done:
		case <-time.After(20 * time.Second):
			t.Fatalf("a megabyte of %q takes more than 20 s", piece)
		}
	}
}

func BenchmarkNew(b *testing.B) {
	var list []string
	for i := range 300 {
		list = append(list, fmt.Sprintf("text:Köçe%c%c köçesi, jaý %d", 'a'+i%26, 'a'+i/26, i), fmt.Sprintf("tel:+99312%06d", i), fmt.Sprintf("geo:%d.5,60.5;u=1000", i%80))
	}
	for b.Loop() {
		New(list)
	}
}

func BenchmarkIn(b *testing.B) {
	page := []byte("<!doctype html>" + strings.Repeat(`<li class="card"><a href="../../services/s-17/">Durmuş hyzmatlary, 17</a> <p>Социальные услуги на дому, +993 00 55-96-66</p></li>`, 100))
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		finder.In(page)
	}
}
