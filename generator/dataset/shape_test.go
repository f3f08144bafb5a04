package dataset

import "testing"

func TestShape(t *testing.T) {
	for value, want := range map[string]string{
		"+993 12 34-56-7": "+999 99 99-99-9", "office(at)Example.org": "aaaaaa(aa)Aaaaaaa.aaa", "тел. 12": "яяя. 99", "ş@x": "a@a",
	} {
		if got := shape(value); got != want {
			t.Errorf("%s: %s, want %s", value, got, want)
		}
	}
	for pattern, want := range map[string]string{
		`\+993 00 \d\d-\d\d-\d\d`: "+999 99 99-99-99", `\+[0-9 ()-]{7,20}`: "+9999999", `(8|\+993)(-\d+)?`: "9", `(`: "", ``: "",
	} {
		if got := shapeOf(pattern); got != want {
			t.Errorf("%s: %s, want %s", pattern, got, want)
		}
	}
}
