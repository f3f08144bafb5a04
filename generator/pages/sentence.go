package pages

import "strings"

// sentence fills a message with texts that may be in a fallback language, and
// gives it in pieces, so that each piece keeps its own language mark.
func (w *words) sentence(key string, args map[string][]text) []text {
	var pieces []text
	for rest := w.form(key, "other"); rest != ""; {
		before, tail, ok := strings.Cut(rest, "{{ .")
		name, after, closed := strings.Cut(tail, " }}")
		if !ok || !closed {
			pieces = append(pieces, text{T: rest})
			break
		}
		if before != "" {
			pieces = append(pieces, text{T: before})
		}
		pieces = append(pieces, args[name]...)
		rest = after
	}
	return joined(pieces)
}

// joined puts neighbouring pieces of the page's own language into one.
func joined(pieces []text) []text {
	var out []text
	for _, p := range pieces {
		if n := len(out); n > 0 && out[n-1].L == p.L && out[n-1].D == p.D {
			out[n-1].T += p.T
			continue
		}
		out = append(out, p)
	}
	return out
}

// flat gives the words of a sentence without their marks: for descriptions.
func flat(pieces []text) string {
	var b strings.Builder
	for _, p := range pieces {
		b.WriteString(p.T)
	}
	return b.String()
}

func said(s string) []text { return []text{{T: s}} }
