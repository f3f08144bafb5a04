package packed

import (
	"encoding/base64"
	"strings"
)

// leastBase64 is how long a run of its letters must be to be looked into: words,
// names and fingerprints are shorter.
const leastBase64 = 80

// base64 gives what a text carries as base64, such as a picture inside a style
// sheet or an index inside a page.
func (o *opener) base64(name string, data []byte, depth int) error {
	for start := 0; start < len(data); {
		end := start
		for end < len(data) && inBase64[data[end]] {
			end++
		}
		if end-start >= leastBase64 {
			run := strings.TrimRight(string(data[start:end]), "=")
			for _, e := range []*base64.Encoding{base64.RawStdEncoding, base64.RawURLEncoding} {
				plain, err := e.DecodeString(run)
				if err != nil || int64(len(plain)) > o.left {
					continue
				}
				o.left -= int64(len(plain))
				if depth >= maxDepth {
					return ErrUnreadable
				}
				o.take(name, plain)
				// What only looks packed is none: no error of it counts.
				if err := o.open(name, plain, depth+1); err != nil && o.left < 0 {
					return err
				}
				break
			}
		}
		start = end + 1
	}
	return nil
}

var inBase64 = func() (t [256]bool) {
	for _, c := range "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_=" {
		t[c] = true
	}
	return t
}()
