package paper

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"rsc.io/qr"
)

var line = regexp.MustCompile(`([Mmh])(\d+)(?: (\d+)(?:\.5)?)?`)

// TestQRDrawsEveryModule reads the path back, as a browser would draw it, and
// compares it with the library's own picture.
func TestQRDrawsEveryModule(t *testing.T) {
	for _, text := range []string{"https://elinde.example/tk/services/lonely-older-tejen/", "A", strings.Repeat("0", 300)} {
		code, err := QR(text)
		if err != nil {
			t.Fatal(err)
		}
		dark := map[[2]int]bool{}
		x, y := 0, 0
		for _, m := range line.FindAllStringSubmatch(code.Path, -1) {
			n, _ := strconv.Atoi(m[2])
			switch m[1] {
			case "M":
				x = n
				y, _ = strconv.Atoi(m[3])
			case "m":
				x += n
			case "h":
				for i := range n {
					dark[[2]int{x + i, y}] = true
				}
				x += n
			}
		}
		want, err := qr.Encode(text, qr.M)
		if err != nil {
			t.Fatal(err)
		}
		for x := range code.Side {
			for y := range code.Side {
				if dark[[2]int{x, y}] != want.Black(x-4, y-4) { // outside of it none is
					t.Fatalf("%q: module %d,%d is wrong", text, x, y)
				}
			}
		}
	}
}

func TestQRRefusesWhatIsTooLong(t *testing.T) {
	if _, err := QR(strings.Repeat("ň", 3000)); err == nil {
		t.Error("no error")
	}
}
