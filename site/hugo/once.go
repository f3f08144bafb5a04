package hugo

import (
	"fmt"
	"path"
	"reflect"
	"regexp"
	"strings"
	"sync"

	"elinde/site/shard"
)

// onceBlock is a part of a template that makes the same of the same piece and the
// same variables: {{/* once $a $b */}} … {{/* end once */}}. To others than this
// package it is a comment.
var onceBlock = regexp.MustCompile(`(?s)\{\{/\* once((?: \$\w+)+) \*/\}\}(.*?)\{\{/\* end once \*/\}\}`)

// keepOnce makes such parts partials that are executed once for each piece. What
// they may read is the piece, as their dot, and the variables that they name.
func keepOnce(sources []shard.Source) []shard.Source {
	kept := make([]shard.Source, 0, len(sources))
	for _, s := range sources {
		text := string(s.Data)
		if path.Ext(s.Path) == ".html" && onceBlock.MatchString(text) {
			n := 0
			text = `{{- $once := site.Params.once -}}` + onceBlock.ReplaceAllStringFunc(text, func(block string) string {
				part := onceBlock.FindStringSubmatch(block)
				n++
				name := fmt.Sprintf("once/%s-%d.html", strings.ReplaceAll(s.Path, "/", "-"), n)
				var body strings.Builder
				for i, variable := range strings.Fields(part[1]) {
					fmt.Fprintf(&body, "{{- %s := index .with %d -}}", variable, i)
				}
				body.WriteString("{{ range .it }}" + part[2] + "{{ end }}")
				kept = append(kept, shard.Source{Path: partialsFolder + name, Data: []byte(body.String())})
				return fmt.Sprintf(`{{ $kept := $once.Get . "%s"%s }}{{ if $kept }}{{ $kept }}{{ else }}{{ $once.Put . "%s" (partial "%s" (dict "it" (slice .) "with" (slice%s)))%s }}{{ end }}`,
					name, part[1], name, name, part[1], part[1])
			})
			s.Data = []byte(text)
		}
		kept = append(kept, s)
	}
	return kept
}

// once is what templates made of pieces.
type once struct {
	mu   sync.Mutex
	made map[onceKey]any
}

type onceKey struct {
	piece uintptr // its decoder keeps it
	name  string
	with  [3]any
}

func keyOnce(v any, name string, with []any) (key onceKey, ok bool) {
	p, ok := v.(piece)
	if !ok || len(with) > len(key.with) {
		return key, false
	}
	key.piece, key.name = reflect.ValueOf(p).Pointer(), name
	for i, w := range with {
		switch w.(type) {
		case nil, string, bool, float64, int:
			key.with[i] = w
		default:
			return key, false
		}
	}
	return key, true
}

// Get gives what was made of a value by the part of that name; nil if nothing was.
func (o *once) Get(v any, name string, with ...any) any {
	key, ok := keyOnce(v, name, with)
	if !ok {
		return nil
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.made[key]
}

// Put keeps what was made of a value, if that is a piece, and gives it back.
func (o *once) Put(v any, name string, made any, with ...any) any {
	if key, ok := keyOnce(v, name, with); ok {
		o.mu.Lock()
		defer o.mu.Unlock()
		o.made[key] = made
	}
	return made
}
