package withheld

import "strings"

// phones looks for numbers by their last eight digits, in whatever groups.
type phones struct {
	list []phone
	ends [100]bool // by their last two digits
}

type phone struct {
	head, tail string // digits; the tail is eight of them, or all
	meant      string
}

// Digits of a number that are looked for: as it is dialled in the country, and
// as it is dialled within a place.
const (
	tailDigits  = 8
	localDigits = 6
	briefDigits = 5
	leastDigits = 7
	mostAlike   = 4 // letters in a row that stand for digits
)

func (p *phones) add(meant string) {
	var s skeleton
	s.read([]byte(strings.TrimPrefix(meant, Phone)), false)
	var digits []byte
	for _, b := range s.shown.out {
		if isDigit(b) {
			digits = append(digits, b)
		}
	}
	if len(digits) < leastDigits {
		return
	}
	n := max(0, len(digits)-tailDigits)
	x := phone{string(digits[:n]), string(digits[n:]), meant}
	p.list = append(p.list, x)
	p.ends[10*int(digits[len(digits)-2]-'0')+int(digits[len(digits)-1]-'0')] = true
}

// in adds to found the numbers that stand among the bones of a file.
func (p *phones) in(b *bones, found []string) []string {
	if len(p.list) == 0 {
		return found
	}
	for _, from := range b.groups {
		end := int(from)
		for end < len(b.out) && isDigit(b.out[end]) {
			end++
		}
		found = p.endingAt(b.out, end, found)
		if end < len(b.out) && digitLike(b.out[end]) != 0 {
			for limit := end + mostAlike; end < min(len(b.out), limit) && digitLike(b.out[end]) != 0; end++ {
			}
			found = p.endingAt(b.out, end, found)
		}
	}
	return found
}

func (p *phones) endingAt(out []byte, end int, found []string) []string {
	// Most groups end as no number does, which two digits tell.
	if end >= 2 && isDigit(out[end-1]) && isDigit(out[end-2]) && !p.ends[10*int(out[end-2]-'0')+int(out[end-1]-'0')] {
		return found
	}
	n := number(out, end)
	if n.size < briefDigits {
		return found
	}
	for _, x := range p.list {
		if n.is(x, out) {
			found = append(found, x.meant)
		}
	}
	return found
}

// digitLike gives the digit that a byte is or looks like, 0 for none.
func digitLike(b byte) byte {
	switch {
	case isDigit(b):
		return b
	case b == 'o':
		return '0'
	case b == 'l' || b == 'i':
		return '1'
	case b == 0x80|'з'&0x7f:
		return '3'
	}
	return 0
}

// dialled are the digits before a position, at most sixteen, back to a letter, a
// break or another thing that no number holds.
type dialled struct {
	digits [16]byte // the last size of them
	starts [16]bool // a group begins at the digit
	size   int
	first  int  // where the first one stands
	dashes bool // nothing but dashes separates the last six
}

func number(out []byte, end int) dialled {
	n := dialled{dashes: true, first: end}
	for i := end - 1; i >= 0 && n.size < len(n.digits); i-- {
		d := digitLike(out[i])
		if d == 0 {
			if out[i] >= '0' || out[i] == line || out[i] == degree {
				break
			}
			if n.size > 0 {
				n.starts[len(n.digits)-n.size] = true
			}
			if n.size < localDigits && out[i] != dash {
				n.dashes = false
			}
			continue
		}
		if !isDigit(out[i]) && !among(out, i) {
			break // the end of a word
		}
		n.size++
		n.digits[len(n.digits)-n.size] = d
		n.first = i
	}
	if n.size > 0 && n.size < len(n.digits) {
		n.starts[len(n.digits)-n.size] = true
	}
	return n
}

// among says whether the letter at a position stands among digits.
func among(out []byte, i int) bool {
	for least := i - mostAlike; i >= 0 && out[i] >= 'a'; i-- {
		if i <= least || digitLike(out[i]) == 0 {
			return false
		}
	}
	return i >= 0
}

// ends says whether the digits end with those given and what stands before them
// in the same group is one of the heads.
func (n *dialled) ends(with string) (before string, ok bool) {
	all := string(n.digits[len(n.digits)-n.size:])
	if !strings.HasSuffix(all, with) {
		return "", false
	}
	at := len(n.digits) - len(with)
	for at > len(n.digits)-n.size && !n.starts[at] {
		at--
	}
	return string(n.digits[at : len(n.digits)-len(with)]), true
}

// is says whether the digits are the number.
func (n *dialled) is(x phone, out []byte) bool {
	if before, ok := n.ends(x.tail); ok {
		switch {
		case before == "", before == "8", before == "0":
			return true
		case strings.HasSuffix("810"+x.head, before), strings.HasSuffix("00"+x.head, before):
			return true
		}
	}
	// At home the number stands alone, with dashes or after a word that says what
	// it is: six digits alone are anything.
	for _, local := range []int{localDigits, leastDigits, briefDigits} {
		if n.size < local || len(x.tail) < local {
			continue
		}
		before, ok := n.ends(x.tail[len(x.tail)-local:])
		switch {
		case !ok || before != "":
		case n.size == local && called(out[:n.first]):
			return true
		case local != briefDigits && n.size <= local+1 && (n.dashes && n.grouped() || n.paired()):
			return true
		}
	}
	return false
}

// grouped says whether the digits are in groups.
func (n *dialled) grouped() bool {
	groups := 0
	for i := len(n.digits) - n.size; i < len(n.digits); i++ {
		if n.starts[i] {
			groups++
		}
	}
	return groups >= 3
}

// paired says whether the last six digits are three groups of two, as telephones
// are written and amounts are not.
func (n *dialled) paired() bool {
	last := n.starts[len(n.starts)-localDigits:]
	return last[0] && !last[1] && last[2] && !last[3] && last[4] && !last[5]
}

// calls are folded ends of words that stand before a telephone number.
var calls = func() (list []string) {
	for _, w := range []string{"tel", "telefon", "telefony", "telefonymyz", "phone", "telephone", "mob", "mobile", "number", "call", "dial", "ring", "jaň", "jaň ediň", "belgi",
		"belgisi", "nomer", "тел", "телефон", "телефону", "телефона", "моб", "мобильный", "номер", "номеру", "звоните", "позвоните", "сот", "imo", "whatsapp", "fax", "факс"} {
		var s skeleton
		s.read([]byte(w), false)
		list = append(list, string(s.shown.out))
	}
	return list
}()

func called(before []byte) bool {
	tail := string(before[max(0, len(before)-16):])
	for _, w := range calls {
		if strings.HasSuffix(tail, w) {
			return true
		}
	}
	return false
}
