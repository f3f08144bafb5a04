package table

// traits say which checks of cells a text needs at all: most need none, and a
// pass over the bytes is cheaper than one over every rune of every cell.
type traits struct {
	unwanted bool // control characters, direction of writing, lost bytes
	question bool // question marks
	garbled  bool // pairs that UTF-8 read as something else leaves behind
}

// survey looks at each byte of a text once. It may say yes for nothing, never no
// for something.
func survey(text string) traits {
	var t traits
	for i := 0; i < len(text); i++ {
		b := text[i]
		if b >= 0x20 && b < 0x7f && b != '?' {
			continue
		}
		next := byte(0)
		if i+1 < len(text) {
			next = text[i+1]
		}
		switch {
		case b == '?':
			t.question = true
		case b < 0x20:
			t.unwanted = t.unwanted || b != '\n' && b != '\r' && b != '\t'
		case b == 0x7f, b == 0xc2 && next < 0xa0, b == 0xef:
			t.unwanted = true
		case b == 0xe2 && (next == 0x80 || next == 0x81):
			t.unwanted = t.unwanted || i+2 < len(text) && text[i+2] >= 0xa6 && text[i+2] <= 0xae
		case b == 0xc3:
			t.garbled = t.garbled || next == 0x83 || next == 0x85 || next == 0x90
		case b == 0xd0:
			t.garbled = t.garbled || (next == 0x93 || next == 0xa0) && i+2 < len(text) && (text[i+2] == 0xc2 || text[i+2] == 0xd1)
		}
	}
	return t
}
