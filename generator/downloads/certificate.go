package downloads

import "elinde/generator/disclosure"

// certificate says how figures of each release are protected: sums only, so that
// nothing of it narrows the guess at a single figure.
func certificate(releases []disclosure.Certificate) []byte {
	return pretty(struct {
		Method   string                   `json:"method"`
		Version  int                      `json:"version"`
		Releases []disclosure.Certificate `json:"releases"`
	}{disclosure.Method, disclosure.MethodVersion, releases})
}
