package static

import (
	"cmp"
	"slices"

	"elinde/search"
)

// Where stems stand in texts is asked for by quoted phrases only, so it has files of its
// own. Which file a stem is in, and where in it, is told by its hash, as of name terms.

// placesInFile is how many bits a file of places has, about.
const placesInFile = 8 * 1024

// placed is a stem as it is written. Of each of its postings it has the places in the
// document, none where it stands in other texts only.
type placed struct {
	hash uint32
	bits bitWriter
}

// placeFiles writes the places of stems, of each of which the postings are given. Like
// nameFiles it finds the first salt by which no two stems of a file have the same hash.
func placeFiles(places map[string][]search.Place, postings map[string][]search.Posting) (files [][]byte, salt uint32) {
	bits := map[string]bitWriter{}
	size := 0
	for stem, list := range places {
		w := packPlaces(list, postings[stem])
		bits[stem] = w
		size += w.used
	}
	if size == 0 {
		return nil, 0
	}
	count := (size + placesInFile - 1) / placesInFile
	for {
		parted := make([][]placed, count)
		for stem, w := range bits {
			h := hash(stem, salt)
			i := int(hash(stem, ^salt) % uint32(count))
			parted[i] = append(parted[i], placed{h, w})
		}
		whole := true
		for _, list := range parted {
			slices.SortFunc(list, func(a, b placed) int { return cmp.Compare(a.hash, b.hash) })
			for i := range list[min(1, len(list)):] {
				whole = whole && list[i].hash != list[i+1].hash
			}
		}
		if !whole {
			salt++
			continue
		}
		for _, list := range parted {
			files = append(files, packPlaced(list))
		}
		return files, salt
	}
}

func packPlaced(list []placed) []byte {
	var w bitWriter
	w.number(1 + len(list))
	k := riceParameter(hashes, len(list))
	last := -1
	for _, p := range list {
		w.rice(int(p.hash)-last-1, k)
		last = int(p.hash)
		w.number(p.bits.used)
		w.bits(p.bits, p.bits.used)
	}
	return w.bytes
}

// placeParameterBits are those of the parameter of the code of gaps.
const placeParameterBits = 4

// packPlaces writes the places of a stem: the parameter of the code of their gaps, whether
// each document has one, and of each posting how many there are, no more than its
// frequency, and their gaps.
func packPlaces(places []search.Place, postings []search.Posting) bitWriter {
	at := map[int][]int{}
	for _, p := range places {
		at[p.Document] = append(at[p.Document], p.At)
	}
	least := 1
	if len(at) < len(postings) {
		least = 0
	}
	var best bitWriter
	for k := range 1 << placeParameterBits {
		var w bitWriter
		w.low(k, placeParameterBits)
		w.bit(least)
		for _, p := range postings {
			n := len(at[p.Document])
			for range n - least {
				w.bit(1)
			}
			if n < p.Frequency {
				w.bit(0)
			}
			last := -1
			for _, place := range at[p.Document] {
				w.rice(place-last-1, k)
				last = place
			}
		}
		if k > 0 && w.used >= best.used {
			break
		}
		best = w
	}
	return best
}

// places reads those of the stem with a hash, by document; nil where the file is damaged
// or has no such stem.
func (r *bitReader) places(want uint32, postings []search.Posting) map[int][]int {
	n := r.number() - 1
	k := riceParameter(hashes, n)
	last := -1
	for range min(n, 8*len(r.bytes)) {
		last += r.rice(k) + 1
		size := r.number()
		if r.over || last >= hashes {
			return nil
		}
		if uint32(last) != want {
			r.at += size
			continue
		}
		return r.placesOf(postings)
	}
	return nil
}

func (r *bitReader) placesOf(postings []search.Posting) map[int][]int {
	k, least := r.low(placeParameterBits), r.bit()
	out := map[int][]int{}
	for _, p := range postings {
		n := least
		for n < p.Frequency && r.bit() == 1 {
			n++
		}
		for place := -1; n > 0; n-- {
			place += r.rice(k) + 1
			out[p.Document] = append(out[p.Document], place)
			if r.over {
				return nil
			}
		}
	}
	if r.over {
		return nil
	}
	return out
}
