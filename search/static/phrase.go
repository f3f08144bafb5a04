package static

import (
	"fmt"

	"elinde/search"
)

// having gives the documents that have a phrase, as Section does.
func (r *Reader) having(phrase [][]string) (map[int]bool, error) {
	words := make([]map[[2]int]bool, len(phrase)) // by document and place
	for i, stems := range phrase {
		words[i] = map[[2]int]bool{}
		for _, stem := range stems {
			if err := r.standing(stem, words[i]); err != nil {
				return nil, err
			}
		}
	}
	out := map[int]bool{}
	for p := range words[0] {
		here := true
		for i, places := range words {
			here = here && places[[2]int{p[0], p[1] + i}]
		}
		if here {
			out[p[0]] = true
		}
	}
	return out, nil
}

// standing notes where a stem stands, by document and place.
func (r *Reader) standing(stem string, at map[[2]int]bool) error {
	shard, wanted, err := r.place(stem)
	if err != nil || wanted < 0 || !r.contents.Places {
		return err
	}
	if r.texts == nil {
		data, err := r.payload("texts.bin")
		if err != nil {
			return err
		}
		in := bitReader{bytes: data}
		if r.texts = in.texts(r.contents.Documents); r.texts == nil {
			return fmt.Errorf("cannot read %s/texts.bin: %w", r.language, ErrDamaged)
		}
	}
	data, err := r.payload(fmt.Sprintf("p/%d.bin", shard))
	if err != nil {
		return err
	}
	in := bitReader{bytes: data}
	for document, list := range in.placesOf(r.shards[shard], wanted, r.texts) {
		for _, place := range list {
			at[[2]int{document, place}] = true
		}
	}
	if in.over {
		return fmt.Errorf("cannot read %s/p/%d.bin: %w", r.language, shard, ErrDamaged)
	}
	return nil
}

// placesOf reads the places of one of the entries of a file of terms, by document, past
// those of the entries before it.
func (r *bitReader) placesOf(entries []entry, wanted int, texts [][]search.Stretch) map[int][]int {
	out := map[int][]int{}
	for i, e := range entries[:wanted+1] {
		if !e.own() {
			continue
		}
		all := r.bit() == 1
		for _, p := range e.postings {
			if list := r.places(p.Frequency, texts[p.Document], all); i == wanted && list != nil {
				out[p.Document] = list
			}
		}
	}
	return out
}
