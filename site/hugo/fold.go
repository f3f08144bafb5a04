package hugo

import (
	"path"
	"regexp"
	"strings"
	"unicode"

	"github.com/pelletier/go-toml/v2"

	"elinde/site/shard"
)

// textCall is an action that does nothing but print an interface text without
// values: {{ i18n "key" }}. What stands before it is looked at too.
var textCall = regexp.MustCompile(`((?:href|src)="[^"{}]*|.?)\{\{\s+i18n "([^"]+)"\s+\}\}`)

// fold writes interface texts into the templates that ask for them: they are
// the same on every page of the job, and asking costs Hugo as much as printing
// ten fields. A text that has plural forms, placeholders or characters that any
// place of a page would need escaped is left to Hugo, as are an address, an
// attribute's value without quotes and files with scripts, where a text is printed with quotes.
func fold(sources []shard.Source, language string) []shard.Source {
	texts := map[string]string{}
	for _, s := range sources {
		if s.Path == "i18n/"+language+".toml" {
			texts = plainTexts(s.Data)
		}
	}
	folded := make([]shard.Source, len(sources))
	for i, s := range sources {
		folded[i] = s
		if path.Ext(s.Path) == ".html" {
			folded[i].Data = []byte(foldOne(string(s.Data), texts))
		}
	}
	return folded
}

func foldOne(text string, texts map[string]string) string {
	if strings.Contains(text, "<script") || strings.Contains(text, "<style") {
		return text
	}
	return textCall.ReplaceAllStringFunc(text, func(action string) string {
		part := textCall.FindStringSubmatch(action)
		if words, ok := texts[part[2]]; ok && part[1] != "=" && !strings.HasPrefix(part[1], "href=") && !strings.HasPrefix(part[1], "src=") {
			return part[1] + words
		}
		return action
	})
}

// plainTexts are the interface texts that mean the same wherever they stand. A
// file that cannot be read has none: Hugo says what is wrong with it.
func plainTexts(data []byte) map[string]string {
	texts := map[string]string{}
	var all map[string]any
	if toml.Unmarshal(data, &all) != nil {
		return texts
	}
	for key, v := range all {
		if forms, ok := v.(map[string]any); ok && len(forms) == 1 {
			v = forms["other"]
		}
		if words, ok := v.(string); ok && words != "" && plainWords(words) {
			texts[key] = words
		}
	}
	return texts
}

// plainWords says whether no context of HTML gives a meaning to the words, and
// no trimming of spaces beside them takes some away.
func plainWords(words string) bool {
	for _, r := range words {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && !strings.ContainsRune(" .,;!?()-–—…«»“”’", r) {
			return false
		}
	}
	return strings.TrimSpace(words) == words
}
