// Package withheld finds texts that must not be published, in whatever form they
// stand: with markup inside, in other letters that look the same, with invisible
// characters, escaped; telephone numbers in other groups or as they are dialled
// at home; positions rounded, or in degrees and minutes.
//
// In come strings and the bytes of a file; out come those of the strings that a
// reader of the file would learn. Nothing is read or written here.
package withheld

import (
	"bytes"
	"slices"
	"strings"
	"sync"
)

// Kinds of strings that are found in other forms than their own. A string without
// one of these prefixes is found as it is written, or with character references.
const (
	// Text is followed by words, such as an address: "text:14 Quiet Street".
	Text = "text:"
	// Street is followed by an address too: its street with the number of the house is
	// found in other words, whatever else of the address stands there or not.
	Street = "street:"
	// Phone is followed by a number with its country code (RFC 3966).
	Phone = "tel:"
	// Point is followed by latitude, longitude and the metres within which
	// another point tells the same (RFC 5870): "geo:37.95,58.38;u=1000".
	Point = "geo:"
)

// Finder looks for many strings at once: every page of a site is searched for
// every withheld value. It may be used by several goroutines; a nil Finder finds
// nothing.
type Finder struct {
	exact  *exact
	texts  texts
	phones phones
	points points
	any    bool // some string is to be found in other forms
}

// New prepares to look for the strings. Those too short to be told from chance
// (less than four bytes, words of less than eight letters and digits, numbers of
// less than seven digits) are left aside.
func New(list []string) *Finder {
	f := &Finder{exact: newExact(), texts: texts{at: map[uint32][]text{}}}
	for _, s := range list {
		switch {
		case strings.HasPrefix(s, Text):
			f.texts.add(s)
		case strings.HasPrefix(s, Street):
			f.texts.addStreet(s)
		case strings.HasPrefix(s, Phone):
			f.phones.add(s)
		case strings.HasPrefix(s, Point):
			f.points.add(s)
		default:
			f.exact.add(s)
		}
	}
	f.any = len(f.texts.at)+len(f.phones.list)+len(f.points.list) > 0
	return f
}

// In gives the strings that stand in data, without repetitions, sorted.
func (f *Finder) In(data []byte) []string {
	if f == nil {
		return nil
	}
	found := f.exact.in(data, nil)
	if f.any {
		found = f.disguised(data, true, found)
		if bytes.IndexByte(data, '<') >= 0 && !isMarkup(data) {
			found = f.disguised(data, false, found)
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

var skeletons = sync.Pool{New: func() any { return new(skeleton) }}

// disguised looks in what a reader sees of data; tags says whether what stands
// in angle brackets is a tag.
func (f *Finder) disguised(data []byte, tags bool, found []string) []string {
	s := skeletons.Get().(*skeleton)
	defer skeletons.Put(s)
	s.reset()
	s.read(data, tags)
	for _, part := range []*bones{&s.shown, &s.inside} {
		found = f.texts.in(part.out, found)
		found = f.phones.in(part, found)
		if tags { // else tags would be the words between two numbers
			found = f.points.in(part, found)
		}
	}
	return found
}

// isMarkup says whether data is a document of HTML or XML, in which "<" begins a
// tag and nothing else.
func isMarkup(data []byte) bool {
	data = bytes.TrimSpace(bytes.TrimPrefix(data, []byte("\ufeff")))
	return bytes.HasPrefix(data, []byte("<!")) || bytes.HasPrefix(data, []byte("<?xml")) ||
		len(data) > 5 && strings.EqualFold(string(data[:5]), "<html") || bytes.HasPrefix(data, []byte("<svg"))
}
