package withheld

import (
	"bytes"
	"slices"
	"strings"
)

// Numbers of houses in words, to 99: "дом семнадцать", "seventeen", "on ýedi". Cases of
// Russian are told by what they begin with.
var (
	unitsTurkmen = strings.Fields("bir iki üç dört bäş alty ýedi sekiz dokuz")
	tensTurkmen  = strings.Fields("on ýigrimi otuz kyrk elli altmyş ýetmiş segsen dogsan")
	unitsRussian = strings.Fields("один два три четыр пят шест сем вос девят")
	teensRussian = strings.Fields("десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат")
	tensRussian  = strings.Fields("двадцат тридцат сорок пятьдесят шестьдесят семьдесят восемьдесят девяност")
	unitsEnglish = strings.Fields("one two three four five six seven eight nine")
	teensEnglish = strings.Fields("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
	tensEnglish  = strings.Fields("twenty thirty forty fifty sixty seventy eighty ninety")
)

// leastNumeral is the least number of letters of a numeral: shorter ones stand within
// many words.
const leastNumeral = 5

type numeral struct {
	bones []byte
	value int
}

// numerals are the longest first: "twenty five" goes before "twenty".
var numerals = func() []numeral {
	var list []numeral
	put := func(value int, text string) {
		if b := bonesOf(text); len(b) >= leastNumeral {
			list = append(list, numeral{[]byte(b), value})
		}
	}
	for i, t := range tensTurkmen {
		put(10*(i+1), t)
		for j, u := range unitsTurkmen {
			put(10*(i+1)+j+1, t+u)
		}
	}
	for i, u := range unitsTurkmen {
		put(i+1, u)
	}
	for _, l := range []struct {
		units, teens, tens []string
		soft               string
	}{{unitsRussian, teensRussian, tensRussian, "ь"}, {unitsEnglish, teensEnglish, tensEnglish, ""}} {
		for i, u := range l.units {
			put(i+1, u)
		}
		for i, t := range l.teens {
			put(10+i, t)
		}
		for i, t := range l.tens {
			put(10*(i+2), t)
			for j, u := range l.units {
				put(10*(i+2)+j+1, t+u)
				put(10*(i+2)+j+1, t+l.soft+u)
				put(10*(i+2)+j+1, t+"и"+u) // двадцати пяти
			}
		}
	}
	slices.SortStableFunc(list, func(a, b numeral) int { return len(b.bones) - len(a.bones) })
	return list
}()

// numeralNear gives the first number in words after what stands from at to end, and the last
// before it, -1 for none.
func numeralNear(bones []byte, at, end int) (after, before int) {
	after, before = -1, -1
	for p := end; p < len(bones) && p-end <= reach && after < 0; p++ {
		after, _ = numeralAt(bones[p:])
	}
	for p := max(0, at-reach-leastNumeral); p < at; {
		n, length := numeralAt(bones[p:at])
		if n >= 0 {
			before = n
		}
		p += max(length, 1)
	}
	return after, before
}

func numeralAt(bones []byte) (value, length int) {
	for _, n := range numerals {
		if bytes.HasPrefix(bones, n.bones) {
			return n.value, len(n.bones)
		}
	}
	return -1, 0
}
