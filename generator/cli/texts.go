package cli

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"
)

//go:embed messages/*.toml
var messages embed.FS

// languages are those the program itself speaks; the first is for everybody else.
var languages = []string{"en", "ru", "tk"}

// texts are the program's own texts in one language, by key.
type texts struct {
	language string
	byKey    map[string]string
}

func textsFor(language string) texts {
	data, err := messages.ReadFile("messages/" + language + ".toml")
	if err != nil {
		return textsFor(languages[0])
	}
	t := texts{language: language}
	if err := toml.Unmarshal(data, &t.byKey); err != nil {
		panic(fmt.Sprintf("messages/%s.toml: %v", language, err)) // embedded and tested
	}
	return t
}

// get gives the text of a key. A key that no catalogue has shows itself; a test
// walks them all.
func (t texts) get(key string) string {
	if s, ok := t.byKey[key]; ok {
		return s
	}
	return key
}

// format fills the placeholders of a text.
func (t texts) format(key string, args ...any) string { return fmt.Sprintf(t.get(key), args...) }

// languageOf finds the language before the flags are parsed, since help needs it:
// --lang, ELINDE_LANG, then the locale. known is false where --lang asks for one
// that the program does not speak; a locale that it does not speak is no mistake.
func languageOf(args []string, env Environment) (language string, known bool) {
	for i, arg := range args {
		value, ok := strings.CutPrefix(arg, "--lang=")
		if arg == "--lang" && i+1 < len(args) {
			value, ok = args[i+1], true
		}
		if arg == "--" {
			break
		}
		if ok {
			return value, slices.Contains(languages, value)
		}
	}
	for _, name := range []string{"ELINDE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := env.Getenv(name); value != "" {
			code, _, _ := strings.Cut(strings.ToLower(value), "_")
			return code, true
		}
	}
	return languages[0], true
}
