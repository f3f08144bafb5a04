package packed

import (
	"encoding/binary"
	"fmt"
)

// Tags of a photograph's notes (Exif 2.32): where the position stands, and its
// parts.
const (
	tagGPS       = 0x8825
	tagLatitude  = 2
	tagLongitude = 4
)

// position gives the position in a block of Exif as decimal degrees.
func (o *opener) position(name string, block []byte) {
	x := exif{block: block}
	switch {
	case len(block) < 8:
		return
	case string(block[:2]) == "II":
		x.order = binary.LittleEndian
	case string(block[:2]) == "MM":
		x.order = binary.BigEndian
	default:
		return
	}
	var at uint32
	x.each(x.order.Uint32(block[4:]), func(tag uint16, value uint32) {
		if tag == tagGPS {
			at = value
		}
	})
	if at == 0 {
		return
	}
	var lat, lon float64
	x.each(at, func(tag uint16, value uint32) {
		switch tag {
		case tagLatitude:
			lat = x.degrees(value)
		case tagLongitude:
			lon = x.degrees(value)
		}
	})
	if lat != 0 || lon != 0 {
		o.take(name, fmt.Appendf(nil, "%.6f, %.6f", lat, lon))
	}
}

type exif struct {
	block []byte
	order binary.ByteOrder
}

// each goes through a directory: its tags and their values or where they stand.
func (x exif) each(at uint32, take func(tag uint16, value uint32)) {
	if uint64(at)+2 > uint64(len(x.block)) {
		return
	}
	n := x.order.Uint16(x.block[at:])
	for i := range uint64(n) {
		entry := uint64(at) + 2 + 12*i
		if entry+12 > uint64(len(x.block)) {
			return
		}
		take(x.order.Uint16(x.block[entry:]), x.order.Uint32(x.block[entry+8:]))
	}
}

// degrees reads three fractions: degrees, minutes, seconds.
func (x exif) degrees(at uint32) float64 {
	if uint64(at)+24 > uint64(len(x.block)) {
		return 0
	}
	sum, unit := 0.0, 1.0
	for i := range uint32(3) {
		if below := x.order.Uint32(x.block[at+8*i+4:]); below != 0 {
			sum += unit * float64(x.order.Uint32(x.block[at+8*i:])) / float64(below)
		}
		unit /= 60
	}
	return sum
}
