package pages

import (
	"strings"

	"elinde/generator/programme"
	"elinde/generator/series"
)

// earlier is what a figure was a quarter or a year before, and in words how it moved
// since; no words where either is missing or a break lies between them.
type earlier struct {
	Name string     `json:"name"`
	Cell figureCell `json:"cell"`
	Said string     `json:"said,omitempty"`
}

// earlierOf gives what the figure of a key was a quarter and a year before, as far as
// a release tells of it.
func (m *tableMaker) earlierOf(k series.Key) []earlier {
	var list []earlier
	for _, step := range m.steps(k) {
		if m.table.At(step.key) == nil {
			continue
		}
		e := earlier{Name: m.say("earlier_" + step.name), Cell: m.cellOf(step.key)}
		if sign, ok := m.moved(k, step.back); ok {
			e.Said = m.say("moved_" + sign)
		}
		list = append(list, e)
	}
	return list
}

// movedOf says in words alone how a figure moved within a quarter and a year.
func (m *tableMaker) movedOf(k series.Key) string {
	var said []string
	for _, step := range m.steps(k) {
		if sign, ok := m.moved(k, step.back); ok {
			said = append(said, m.say("within_"+step.name, "moved", m.say("within_"+sign)))
		}
	}
	return strings.Join(said, "; ")
}

type step struct {
	name string // quarter or year
	back int    // periods
	key  series.Key
}

// steps lists what the figure of a key is held against.
func (m *tableMaker) steps(k series.Key) []step {
	p, ok := programme.ParsePeriod(k.Period)
	if !ok {
		return nil
	}
	list := []step{{name: "year", back: 1}}
	if p.Quarter != 0 {
		list = []step{{name: "quarter", back: 1}, {name: "year", back: 4}}
	}
	for i := range list {
		list[i].key = k
		list[i].key.Period = p.Back(list[i].back).String()
	}
	return list
}

// moved says whether a figure is more, less or the same as some periods before; false
// where one of them has no value or a break lies between.
func (m *tableMaker) moved(k series.Key, back int) (sign string, ok bool) {
	p, _ := programme.ParsePeriod(k.Period)
	now := m.table.At(k)
	for i := range back {
		k.Period = p.Back(i).String()
		if f := m.table.At(k); f != nil && f.Has(series.Break) {
			return "", false
		}
	}
	k.Period = p.Back(back).String()
	before := m.table.At(k)
	if now == nil || !now.Value.Set() || before == nil || !before.Value.Set() {
		return "", false
	}
	_, n := m.difference(now.Value, before.Value, m.indicator.Decimals)
	return map[int]string{-1: "less", 0: "same", 1: "more"}[n], true
}
