package pages

import (
	"cmp"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"sync"

	"github.com/pelletier/go-toml/v2"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"elinde/generator/config"
	"elinde/site"
)

// words are the interface texts of one language, out of the same files of the
// theme that templates read. A message is a
// table with one text ("other") or one per plural form; placeholders are written
// {{ .name }}, and {{ .Count }} for the number of a plural.
type words struct {
	tag      language.Tag
	messages map[string]map[string]string
	days     sync.Map // programme.Date → *day: a site names few days, many times
}

// readWords reads the messages of the interface language.
func readWords(theme fs.FS, code string) (*words, error) {
	w := &words{tag: language.Make(code), messages: map[string]map[string]string{}}
	files, err := site.InterfaceTexts(theme)
	if err != nil {
		return nil, err
	}
	if len(files[code]) == 0 {
		return nil, fmt.Errorf("theme has no interface texts in i18n/%s", code)
	}
	for _, name := range files[code] {
		data, err := fs.ReadFile(theme, name)
		if err != nil {
			return nil, fmt.Errorf("cannot read %s: %w", name, err)
		}
		var part map[string]map[string]string
		if err := toml.Unmarshal(data, &part); err != nil {
			return nil, fmt.Errorf("cannot read %s: %w", name, err)
		}
		for key, forms := range part {
			w.messages[key] = forms
		}
	}
	return w, nil
}

// Interface reads the theme's interface texts of the languages and gives the
// function that says one of them in a language of the site, by its code. A text
// that there is not is its key in brackets.
func Interface(theme fs.FS, languages []config.Language) (func(language, key string) string, error) {
	all := map[string]*words{}
	for _, l := range languages {
		w, err := readWords(theme, cmp.Or(l.Interface, l.Code))
		if err != nil {
			return nil, err
		}
		all[l.Code] = w
	}
	return func(language, key string) string {
		if w := all[language]; w != nil {
			return w.say(key)
		}
		return "[" + key + "]"
	}, nil
}

// has reports whether there is a message of that key.
func (w *words) has(key string) bool { return w.messages[key] != nil }

// say gives the message with its placeholders filled: name, value, name, value.
// A missing message shows its key, so that nobody overlooks it.
func (w *words) say(key string, args ...string) string {
	return fill(w.form(key, "other"), args)
}

// count gives the plural message for n, which fills {{ .Count }} grouped as the
// language groups numbers.
func (w *words) count(key string, n int, args ...string) string {
	form := formOf(plural.Cardinal.MatchPlural(w.tag, n, 0, 0, 0, 0))
	return fill(w.form(key, form), append(args, "Count", w.whole(n)))
}

// forms are the plural forms that a message may have, as templates name them.
var forms = []string{plural.Other: "other", plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many"}

func formOf(f plural.Form) string { return forms[f] }

func (w *words) form(key, form string) string {
	forms := w.messages[key]
	if s := forms[form]; s != "" {
		return s
	}
	if s := forms["other"]; s != "" {
		return s
	}
	return "[" + key + "]"
}

// fill puts args (name, value, name, value) into their placeholders, in one pass:
// a value that looks like a placeholder stays as it is. A placeholder without a
// value stays too, so that nobody overlooks it.
func fill(s string, args []string) string {
	const begin, end = "{{ .", " }}"
	i := strings.Index(s, begin)
	if len(args) == 0 || i < 0 {
		return s
	}
	var b strings.Builder
	for ; i >= 0; i = strings.Index(s, begin) {
		b.WriteString(s[:i])
		s = s[i+len(begin):]
		name, rest, closed := strings.Cut(s, end)
		if !closed {
			b.WriteString(begin)
			continue
		}
		value := begin + name + end
		for j := 0; j+1 < len(args); j += 2 {
			if args[j] == name {
				value = args[j+1]
			}
		}
		b.WriteString(value)
		s = rest
	}
	return b.String() + s
}

// whole writes a whole number in the language's form.
func (w *words) whole(n int) string { return w.localNumber(strconv.Itoa(n)) }
