package table

import (
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"elinde/generator/finding"
)

const (
	turkmenText = "scheme,id,name_tk,name_ru,name_en\nneed,a,Garrylara öýde seretmek we maýyplara ýardam,Care,Care at home\nneed,b,Çagalar üçin gündiz merkezi,Day,Day centre\nneed,c,Žurnal ňşä,x,y\n"
	russianText = "scheme,id,name_tk,name_ru,name_en\nneed,a,Hyzmat,Уход на дому за пожилыми людьми,Care at home\nneed,b,Merkez,Дневной центр,Day centre “x” – y\n"
	englishText = "scheme,id,name_tk,name_ru,name_en\nneed,a,Hyzmat,Care,Care at home\n"
	mixedText   = "scheme,id,name_tk,name_ru,name_en\nneed,a,Öýde kömek,Помощь на дому,Help at home\n"
)

func encoded(t *testing.T, e encoding.Encoding, text string) string {
	t.Helper()
	s, err := e.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestDecodeGuessesByContent(t *testing.T) {
	le := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	be := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	for _, c := range []struct{ what, raw, want, name string }{
		{"ASCII", englishText, englishText, utf8Name},
		{"UTF-8", mixedText, mixedText, utf8Name},
		{"UTF-8 with BOM", "\xef\xbb\xbf" + mixedText, mixedText, utf8Name},
		{"UTF-16 LE with BOM", "\xff\xfe" + encoded(t, le, mixedText), mixedText, utf16LE},
		{"UTF-16 BE with BOM", "\xfe\xff" + encoded(t, be, mixedText), mixedText, utf16BE},
		{"UTF-16 LE", encoded(t, le, russianText), russianText, utf16LE},
		{"UTF-16 BE", encoded(t, be, turkmenText), turkmenText, utf16BE},
		{"Russian in windows-1251", encoded(t, charmap.Windows1251, russianText), russianText, windows1251},
		{"Turkmen in windows-1250", encoded(t, charmap.Windows1250, turkmenText), turkmenText, windows1250},
		{"one Turkmen word", encoded(t, charmap.Windows1250, "id\nýaş\n"), "id\nýaş\n", windows1250},
		{"one Russian word", encoded(t, charmap.Windows1251, "id\nда\n"), "id\nда\n", windows1251},
		{"capital Russian", encoded(t, charmap.Windows1251, "id\nГЁКДЕПЕ\n"), "id\nГЁКДЕПЕ\n", windows1251},
		{"UTF-8 with one broken byte", strings.Replace(russianText, "центр", "цент\xd1", 1), strings.Replace(russianText, "центр", "цент\ufffd", 1), utf8Name},
		{"empty", "", "", utf8Name},
		{"BOM alone", "\xef\xbb\xbf", "", utf8Name},
	} {
		if text, name := decode(c.raw, ""); text != c.want || name != c.name {
			t.Errorf("%s: decoded as %s to %q, want %s %q", c.what, name, text, c.name, c.want)
		}
	}
}

func TestDecodeObeysTheSetting(t *testing.T) {
	raw := encoded(t, charmap.Windows1251, "id\nýöş"[:3]+"да")
	if text, name := decode(raw, windows1250); name != windows1250 || strings.Contains(text, "да") {
		t.Errorf("decoded as %s to %q", name, text)
	}
}

// Every word of the demonstration in one language must be told from the other
// in its own single-byte encoding, alone: exports may be short.
func TestDecodeTellsSingleTextsApart(t *testing.T) {
	set := demonstration(t)
	records, _, err := Read(Open(set), set)
	if err != nil {
		t.Fatal(err)
	}
	tried, wrong := [2]int{}, [2]int{}
	for _, s := range records.Tables.Services {
		for i, e := range []*charmap.Charmap{charmap.Windows1250, charmap.Windows1251} {
			raw, err := e.NewEncoder().String(s.Name[i])
			if err != nil || isASCII(raw) {
				continue
			}
			tried[i]++
			if text, _ := decode(raw, ""); text != s.Name[i] {
				wrong[i]++
				t.Logf("%q read as %q", s.Name[i], text)
			}
		}
	}
	if tried[0] < 50 || tried[1] < 50 {
		t.Fatalf("tried %v names only", tried)
	}
	if wrong[0]*100 > tried[0] || wrong[1]*100 > tried[1] {
		t.Errorf("%v of %v names were read in the wrong encoding", wrong, tried)
	}
}

func isASCII(s string) bool { return strings.IndexFunc(s, func(r rune) bool { return r > 127 }) < 0 }

func TestReadSaysWhichEncodingAndReadsTheSame(t *testing.T) {
	want := map[string]string{}
	for name, raw := range map[string]string{
		utf8Name:    turkmenText,
		windows1250: encoded(t, charmap.Windows1250, turkmenText),
		utf16LE:     "\xff\xfe" + encoded(t, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), strings.ReplaceAll(turkmenText, "\n", "\r\n")),
	} {
		records, found, err := Read(fstest.MapFS{"terms.csv": {Data: []byte(raw)}}, trilingual())
		if err != nil {
			t.Fatal(err)
		}
		if n := tally(found); n[finding.EncodingAssumed] != len(found) || len(found) > 1 || len(found) == 0 != (name == utf8Name) {
			t.Errorf("%s: findings %v", name, found)
		}
		if c := records.Counts(); len(c) != 1 || c[0].Encoding != name {
			t.Errorf("%s: counted as %+v", name, c)
		}
		want[name] = records.Tables.Terms[0].Name[0] + records.Tables.Terms[2].Name[0]
	}
	for name, got := range want {
		if got != want[utf8Name] || !strings.Contains(got, "Žurnal") {
			t.Errorf("%s reads %q, UTF-8 %q", name, got, want[utf8Name])
		}
	}
}

// FuzzDecode holds that any bytes become valid text, and that valid UTF-8 stays
// as it is.
func FuzzDecode(f *testing.F) {
	for _, s := range []string{"", englishText, mixedText, "\xff\xfea", "\xe4\xf6", "a\x00b\x00", "\xef\xbb\xbf\xef\xbb\xbf"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		text, name := decode(raw, "")
		if !utf8.ValidString(text) {
			t.Fatalf("%q was decoded as %s to %q, which is no text", raw, name, text)
		}
		if utf8.ValidString(raw) && !strings.Contains(raw, "\x00") && text != strings.TrimPrefix(raw, "\ufeff") {
			t.Fatalf("%q is UTF-8 and was decoded as %s to %q", raw, name, text)
		}
	})
}
