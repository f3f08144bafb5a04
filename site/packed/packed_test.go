package packed

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/zstd"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

const secret = "Gül köçesi"

func into(write func(w io.Writer) io.WriteCloser, data string) string {
	var b bytes.Buffer
	w := write(&b)
	io.WriteString(w, data)
	w.Close()
	return b.String()
}

func gz(s string) string {
	return into(func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) }, s)
}

func br(s string) string {
	return into(func(w io.Writer) io.WriteCloser { return brotli.NewWriter(w) }, s)
}

func zst(s string) string {
	return into(func(w io.Writer) io.WriteCloser { e, _ := zstd.NewWriter(w); return e }, s)
}

func zl(s string) string {
	return into(func(w io.Writer) io.WriteCloser { return zlib.NewWriter(w) }, s)
}

func deflated(s string) string {
	return into(func(w io.Writer) io.WriteCloser { f, _ := flate.NewWriter(w, 9); return f }, s)
}

func zipped(name, s string) string {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	f, _ := w.Create(name)
	io.WriteString(f, s)
	w.Close()
	return b.String()
}

func tarred(name, s string) string {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	w.WriteHeader(&tar.Header{Name: name, Size: int64(len(s)), Mode: 0o644})
	io.WriteString(w, s)
	w.Close()
	return b.String()
}

func encoded(e interface{ String(string) (string, error) }, s string) string {
	s, _ = e.String(s)
	return s
}

// chunk makes a picture with one block of notes.
func chunk(kind, body string) string {
	return "\x89PNG\r\n\x1a\n" + string(binary.BigEndian.AppendUint32(nil, uint32(len(body)))) + kind + body + "CRC4"
}

// exifOf makes a block of Exif that says 37°58'31.116" N, 58°18'48.852" E.
func exifOf(order interface {
	binary.ByteOrder
	binary.AppendByteOrder
}, mark string) string {
	b := []byte(mark)
	u16 := func(v uint16) { b = order.AppendUint16(b, v) }
	u32 := func(v uint32) { b = order.AppendUint32(b, v) }
	entry := func(tag, kind uint16, n, value uint32) { u16(tag); u16(kind); u32(n); u32(value) }
	u16(42)
	u32(8)
	u16(1)
	entry(tagGPS, 4, 1, 26)
	u32(0)
	u16(2)
	entry(tagLatitude, 5, 3, 56)
	entry(tagLongitude, 5, 3, 80)
	u32(0)
	for _, v := range []uint32{37, 1, 58, 1, 31116, 1000, 58, 1, 18, 1, 48852, 1000} {
		u32(v)
	}
	return string(b)
}

func TestEveryPackingIsOpened(t *testing.T) {
	place := "37.975310, 58.313570"
	for _, c := range []struct{ name, data, want string }{
		{"a.txt.gz", gz(secret), secret},
		{"a.txt.br", br(secret), secret},
		{"a.zst", zst(secret), secret},
		{"a.docx", zipped("word/document.xml", secret), secret},
		{"a.zip", zipped(secret+".txt", "x"), secret},
		{"a.zip", zipped("a.gz", gz(zipped("b.br", br(secret)))), secret},
		{"a.tar", tarred("b.gz", gz(secret)), secret},
		{"a.tgz", gz(tarred("b", secret)), secret},
		{"a.bin", "ELS\x0112345678" + deflated(secret), secret},
		{"a.bin", "ELS\x0412345678" + deflated(secret), secret},
		{"a.png", chunk("zTXt", "Comment\x00\x00"+zl(secret)), secret},
		{"a.png", chunk("iTXt", "Comment\x00\x01\x00tk\x00\x00"+zl(secret)), secret},
		{"a.png", chunk("eXIf", exifOf(binary.BigEndian, "MM")), place},
		{"a.png", chunk("IDAT", "") + zipped("x", secret), secret},
		{"a.jpg", "\xff\xd8\xff\xe1\x00\x00Exif\x00\x00" + exifOf(binary.LittleEndian, "II"), place},
		{"a.tiff", exifOf(binary.LittleEndian, "II"), place},
		{"a.webp", "RIFF1234WEBPEXIF1234" + exifOf(binary.LittleEndian, "II"), place},
		{"a.pdf", "%PDF-1.7\n1 0 obj <</Filter/FlateDecode>> stream\r\n" + zl("BT [(Gül kö) -20 (çesi)] TJ ET") + "\nendstream", secret},
		{"a.txt", encoded(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder(), secret), secret},
		{"a.txt", encoded(unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder(), secret), secret},
		{"a.css", "url(data:text/plain;base64," + base64.StdEncoding.EncodeToString([]byte(strings.Repeat("-", 60)+secret)) + ")", secret},
		{"a.html", "<script>" + base64.RawURLEncoding.EncodeToString([]byte(gz(strings.Repeat("a-b", 20)+strconv.Itoa(1<<40)+strings.Repeat("xyz", 15)+secret))) + "</script>", secret},
		{"a.csv", encoded(charmap.Windows1251.NewEncoder(), "улица Канарейка"), "улица Канарейка"},
		{"a.csv", encoded(charmap.Windows1254.NewEncoder(), secret), secret},
	} {
		var all strings.Builder
		if err := Open(c.name, []byte(c.data), func(_ string, piece []byte) { all.Write(piece); all.WriteByte('\n') }); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if !strings.Contains(all.String(), c.want) {
			t.Errorf("%s: no %q in %q", c.name, c.want, all.String())
		}
	}
}

func TestWhatCannotBeOpenedIsRefused(t *testing.T) {
	deep := secret
	for range 10 {
		deep = gz(deep)
	}
	locked := []byte(zipped("a", "x"))
	locked[6] |= encrypted                                           // the flag beside the file
	locked[bytes.Index(locked, []byte("PK\x01\x02"))+8] |= encrypted // and in the list
	for name, data := range map[string]string{
		"deep.gz": deep, "locked.zip": string(locked), "a.xz": "\xfd7zXZ\x00x", "a.7z": "7z\xbc\xaf\x27\x1cx", "a.doc": "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1x",
		"torn.gz": gz(strings.Repeat(secret, 99))[:30], "torn.zip": zipped("a", secret)[:40], "a.br": "\xff\xff\xff", "a.pdf": "%PDF-1.7 /Encrypt 1 0 R",
	} {
		if err := Open(name, []byte(data), func(string, []byte) {}); !errors.Is(err, ErrUnreadable) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestBombIsRefused: what unpacks to more than the limit is not held in memory.
func TestBombIsRefused(t *testing.T) {
	o := opener{take: func(string, []byte) {}, left: 1 << 20}
	if err := o.open("bomb.gz", []byte(gz(gz(string(make([]byte, 1<<21))))), 0); !errors.Is(err, ErrUnreadable) {
		t.Error(err)
	}
}

// TestFilesOfAnArchiveAreHeldOneByOne: together they may be larger than what may be
// held at once, up to a limit of their own.
func TestFilesOfAnArchiveAreHeldOneByOne(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range []string{"a", "b", "c"} {
		w, _ := z.Create(name)
		w.Write(make([]byte, 700))
	}
	z.Close()
	for all, readable := range map[int64]bool{4000: true, 2000: false} {
		o := opener{take: func(string, []byte) {}, left: 1000, all: all}
		if err := o.open("a.zip", b.Bytes(), 0); readable != (err == nil) || err != nil && !errors.Is(err, ErrUnreadable) {
			t.Errorf("up to %d bytes: %v", all, err)
		}
	}
}

func TestPlainFilesGiveNothing(t *testing.T) {
	for _, data := range []string{"", "x", secret, "<html>", "PK", "{}"} {
		if err := Open("a.html", []byte(data), func(name string, piece []byte) { t.Errorf("%q gives %q", data, piece) }); err != nil {
			t.Error(err)
		}
	}
}

// sealed gives a file of a search index its header.
func sealed(build, payload string) string {
	h := uint32(IndexVersion)
	for i := range len(payload) {
		h = (h ^ uint32(payload[i])) * 16777619
	}
	h ^= h >> 16
	return "E\x08" + build + string([]byte{byte(h), byte(h >> 8)}) + payload
}

// TestSearchIndexIsOpened: its files are written in a code that only its first tells.
func TestSearchIndexIsOpened(t *testing.T) {
	contents := sealed("aaaa", deflated(`{"code":["0\t0a\t0canary\n","222","222","222","222"]}`))
	// Of two bits: 00 before a letter, 01 is "a", 10 "canary". In a file of terms 0 comes first, one entry.
	shown, terms := "\x01", "\x02"
	open := func(data string) (string, error) {
		var all strings.Builder
		err := Open("a.bin", []byte(data), func(_ string, piece []byte) { all.Write(piece) })
		return all.String(), err
	}
	if _, err := open(sealed("bbbb", shown)); !errors.Is(err, ErrUnreadable) {
		t.Errorf("a file whose first is not known was read: %v", err)
	}
	if _, err := open(contents); err != nil {
		t.Fatal(err)
	}
	for _, data := range []string{sealed("aaaa", shown), sealed("aaaa", terms)} {
		if got, err := open(data); err != nil || !strings.Contains(got, "canary\n") {
			t.Errorf("%x is read as %q: %v", data, got, err)
		}
	}
}

// FuzzOpen: no bytes break the opener or make it ask for much.
func FuzzOpen(f *testing.F) {
	for _, s := range []string{gz(secret), br(secret), zst(secret), zipped("a", secret), tarred("a", secret), chunk("eXIf", exifOf(binary.BigEndian, "MM")),
		"%PDF-1\nstream\n" + zl(secret), "II*\x00" + exifOf(binary.LittleEndian, "II"), "\xff\xfea\x00", "RIFF1234WEBPEXIF1234II"} {
		f.Add("a.br", []byte(s))
		f.Add("a.bin", []byte("ELS"+s))
		f.Add("a.bin", []byte(sealed("aaaa", deflated(s))))
	}
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		if err := Open(name, data, func(string, []byte) {}); err != nil && !errors.Is(err, ErrUnreadable) {
			t.Fatal(err)
		}
	})
}

func Example() {
	Open("a.zip", []byte(zipped("b.txt", "hidden")), func(name string, data []byte) { fmt.Printf("%s: %q\n", name, data) })
	// Output:
	// a.zip: ""
	// a.zip: "b.txt\n"
	// a.zip/b.txt: "hidden"
}
