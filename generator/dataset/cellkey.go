package dataset

import "elinde/generator/programme"

// numbering gives each code a number, so that the key of a cell is a few numbers
// and not a text: a hundred thousand observations have four keys each.
type numbering map[string]uint32

// cellKey is a cell of a release with one dimension put in another's place.
type cellKey [10]uint32

func (n numbering) of(code string) uint32 {
	number, ok := n[code]
	if !ok {
		number = uint32(len(n))
		n[code] = number
	}
	return number
}

// cell gives the key of the observation's own cell.
func (n numbering) cell(o *programme.Observation) cellKey {
	return n.key(o, dimension{cell: func(*programme.Observation) *string { return nil }}, "")
}

// key gives the key of the cell whose dimension d has the value instead.
func (n numbering) key(o *programme.Observation, d dimension, value string) cellKey {
	cell := d.cell(o)
	pick := func(field *string) uint32 {
		if field == cell {
			return n.of(value)
		}
		return n.of(*field)
	}
	k := cellKey{n.of(string(o.ReleaseID)), n.of(o.Freq), pick((*string)(&o.RefArea)), n.of(string(o.Indicator)),
		pick((*string)(&o.ServiceType)), pick((*string)(&o.Sex)), pick((*string)(&o.Age)), pick((*string)(&o.TargetGroup)), n.of(o.TimePeriod)}
	if len(o.Extra) > 0 {
		rest := ""
		for i := range o.Extra {
			if (*string)(&o.Extra[i]) == cell {
				rest += value + "\x00"
			} else {
				rest += string(o.Extra[i]) + "\x00"
			}
		}
		k[9] = n.of(rest)
	}
	return k
}
