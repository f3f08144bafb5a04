package readback

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
)

// literal is a text of Turtle with its language.
var literal = regexp.MustCompile(`"((?:[^"\\]|\\.)*)"(?:@([a-z-]+))?`)

var unescape = strings.NewReplacer(`\"`, `"`, `\\`, `\`, `\n`, "\n", `\r`, "\r", `\t`, "\t")

// turtle reads a catalogue: each text in its own language, then what is left of the
// line.
func (r *reading) turtle(path string, data []byte) {
	if _, ok := r.mentions(data); !ok {
		return
	}
	for i, line := range bytes.Split(data, []byte("\n")) {
		place := fmt.Sprintf("%s: line %d", path, i+1)
		for _, m := range literal.FindAllSubmatch(line, -1) {
			r.line(place+"."+string(m[2]), unescape.Replace(string(m[1])))
		}
		r.line(place, string(literal.ReplaceAll(line, []byte(" "))))
	}
}
