package finding

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"
	"sync"

	"github.com/pelletier/go-toml/v2"
)

// The sentences, a folder a language, files as their authors like them.
//
//go:embed messages
var messages embed.FS

// Fallback is the language of sentences where the wanted one has none.
const Fallback = "en"

// Done is the argument that says what a policy of the configuration did about a
// finding: "skip", "blank" or "keep-first". Its sentence follows the finding's.
const Done = "done"

// message is an entry of a catalogue file. Severity is the usual one and stands
// in the English files only.
type message struct {
	Severity Severity `toml:"severity"`
	Sentence string   `toml:"sentence"`
	Hint     string   `toml:"hint"`
}

// Catalogue holds the sentences of one language.
type Catalogue struct{ entries map[string]message }

// loaded holds a catalogue for each language that has sentences.
var loaded = map[string]func() Catalogue{}

func init() {
	folders, err := messages.ReadDir("messages")
	if err != nil { // the files are part of the program, and a test reads them all
		panic(err)
	}
	for _, folder := range folders {
		loaded[folder.Name()] = sync.OnceValue(func() Catalogue {
			entries, err := read(folder.Name())
			if err != nil {
				panic(err)
			}
			return Catalogue{entries}
		})
	}
}

// Texts gives the sentences in a language, English ones where there are none.
func Texts(language string) Catalogue {
	if load, ok := loaded[language]; ok {
		return load()
	}
	return loaded[Fallback]()
}

// read merges the files of a language.
func read(language string) (map[string]message, error) {
	entries := map[string]message{}
	files, err := fs.Glob(messages, path.Join("messages", path.Base(language), "*.toml"))
	if err != nil {
		return nil, err
	}
	for _, name := range files {
		raw, err := messages.ReadFile(name)
		if err != nil {
			return nil, err
		}
		var file map[string]message
		if err := toml.Unmarshal(raw, &file); err != nil {
			return nil, fmt.Errorf("cannot read %s: %w", name, err)
		}
		for key, m := range file {
			if _, twice := entries[key]; twice {
				return nil, fmt.Errorf("cannot use %s: %s has a sentence already", name, key)
			}
			entries[key] = m
		}
	}
	return entries, nil
}

// Sentence says what is wrong, and what was done about it where a policy of the
// configuration decided that.
func (c Catalogue) Sentence(f Finding) string {
	s := fill(c.of(f).Sentence, f)
	if did := f.Args[Done]; did != "" {
		s += " " + fill(c.entries["done-"+did].Sentence, f)
	}
	return strings.TrimSpace(s)
}

// Hint says what to do.
func (c Catalogue) Hint(f Finding) string { return fill(c.of(f).Hint, f) }

// of finds the entry; a code without one speaks for itself.
func (c Catalogue) of(f Finding) message {
	if m, ok := c.entries[string(f.Code)]; ok {
		return m
	}
	return message{Sentence: string(f.Code)}
}

// Codes lists the codes that have sentences, in alphabetical order.
func Codes() []Code {
	var list []Code
	for key := range Texts(Fallback).entries {
		if !strings.HasPrefix(key, "done-") {
			list = append(list, Code(key))
		}
	}
	sort.Slice(list, func(i, j int) bool { return list[i] < list[j] })
	return list
}

// Usual gives the severity that findings of a code have where no policy of the
// configuration says otherwise, "" for an unknown code.
func Usual(code Code) Severity { return Texts(Fallback).entries[string(code)].Severity }
