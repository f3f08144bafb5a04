package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html/template"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"
)

// floorFunctions are the few functions of Hugo's that the theme calls.
type floorFunctions struct {
	site     map[string]any
	texts    map[string]string
	partials *template.Template
	mu       sync.Mutex
	cached   map[string]template.HTML
}

func (f *floorFunctions) readTexts(data []byte) error {
	var forms map[string]map[string]string
	if err := toml.Unmarshal(data, &forms); err != nil {
		return err
	}
	f.texts = map[string]string{}
	for key, form := range forms {
		f.texts[key] = form["other"]
	}
	return nil
}

func (f *floorFunctions) functions() template.FuncMap {
	return template.FuncMap{
		"site":          func() map[string]any { return f.site },
		"i18n":          f.text,
		"partialCached": f.partialCached,
		"safeHTML":      func(s any) template.HTML { return template.HTML(fmt.Sprint(s)) },
		"safeJS":        func(s any) template.JS { return template.JS(fmt.Sprint(s)) },
		"safeURL":       func(s any) template.URL { return template.URL(fmt.Sprint(s)) },
		"dict":          dict,
		"slice":         func(list ...any) []any { return list },
		"first": func(n int, list any) any {
			v := reflect.ValueOf(list)
			return v.Slice(0, min(n, v.Len())).Interface()
		},
		"string": func(v any) string { return fmt.Sprint(v) },
		"delimit": func(list []any, by string) string {
			var words []string
			for _, v := range list {
				words = append(words, fmt.Sprint(v))
			}
			return strings.Join(words, by)
		},
		"in":  func(list []any, v any) bool { return slices.Contains(list, v) },
		"int": whole,
		"default": func(otherwise, v any) any {
			if truth, _ := template.IsTrue(v); truth {
				return v
			}
			return otherwise
		},
		"cond": func(v, yes, no any) any {
			if truth, _ := template.IsTrue(v); truth {
				return yes
			}
			return no
		},
		"split":   strings.Split,
		"strings": func() floorStrings { return floorStrings{} },
		"append":  func(v any, list []any) []any { return append(slices.Clone(list), v) },
		"add":     func(a, b any) int { return whole(a) + whole(b) },
		"jsonify": func(v any) (string, error) {
			data, err := json.Marshal(v)
			return string(data), err
		},
	}
}

// text gives an interface text. Only the form for many is known here: the floor
// need not say "1 place" rightly.
func (f *floorFunctions) text(key string, args ...any) string {
	text := f.texts[key]
	if strings.Contains(text, "{{") && len(args) > 0 {
		values, named := args[0].(map[string]any)
		for name, v := range values {
			text = strings.ReplaceAll(text, "{{ ."+name+" }}", fmt.Sprint(v))
		}
		if !named {
			text = strings.NewReplacer("{{ .Count }}", fmt.Sprint(args[0]), "{{ . }}", fmt.Sprint(args[0])).Replace(text)
		}
	}
	return text
}

func (f *floorFunctions) partialCached(name string, data any, variants ...any) (template.HTML, error) {
	key := name
	for _, v := range variants {
		key += "\x00" + fmt.Sprint(v)
	}
	f.mu.Lock()
	html, ok := f.cached[key]
	f.mu.Unlock()
	if ok {
		return html, nil
	}
	var b bytes.Buffer
	if err := f.partials.ExecuteTemplate(&b, name, data); err != nil {
		return "", err
	}
	html = template.HTML(b.String())
	f.mu.Lock()
	defer f.mu.Unlock()
	f.cached[key] = html
	return html, nil
}

func dict(pairs ...any) map[string]any {
	m := make(map[string]any, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		m[pairs[i].(string)] = pairs[i+1]
	}
	return m
}

func whole(v any) int {
	switch n := v.(type) {
	case int:
		return n
	case float64:
		return int(n)
	case string:
		i, _ := strconv.Atoi(n)
		return i
	}
	return 0
}

// floorStrings is Hugo's namespace of that name.
type floorStrings struct{}

// RuneCount counts the letters of a text.
func (floorStrings) RuneCount(v any) int { return utf8.RuneCountInString(fmt.Sprint(v)) }
