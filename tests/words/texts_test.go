// Package words holds tests of the texts that people read: their spelling, and
// the file in which a native speaker reviews the Turkmen ones.
package words

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"
)

var languages = []string{"tk", "ru", "en"}

// root leads from this folder to the repository.
const root = "../.."

// A text is what people read in one place, by language. Where is a file and
// what finds the text in it: a row's id and the column, or a message's name.
type text struct {
	where string
	in    map[string]string
}

// texts gathers every text of the interface, of the program's messages and of
// the demonstration, in the order of the files.
func texts(t *testing.T) []text {
	t.Helper()
	var all []text
	all = append(all, messages(t, "config.toml")...)
	for _, pattern := range []string{"themes/elinde/i18n/LANG/*.toml", "generator/finding/messages/LANG/*.toml", "generator/cli/messages/LANG.toml"} {
		all = append(all, catalogues(t, pattern)...)
	}
	all = append(all, prose(t, "content/LANG/*.md")...)
	for _, file := range glob(t, "data/*.csv") {
		all = append(all, cells(t, file)...)
	}
	return all
}

func glob(t *testing.T, pattern string) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(root, pattern))
	if err != nil || len(found) == 0 {
		t.Fatalf("no files %s: %v", pattern, err)
	}
	sort.Strings(found)
	return found
}

func read(t *testing.T, file string) []byte {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// name says a file as from the repository.
func name(file string) string {
	short, err := filepath.Rel(root, file)
	if err != nil {
		return file
	}
	return filepath.ToSlash(short)
}

// catalogues pairs the messages of the three languages; LANG in the pattern
// stands for the language.
func catalogues(t *testing.T, pattern string) []text {
	t.Helper()
	var all []text
	for _, file := range glob(t, strings.ReplaceAll(pattern, "LANG", languages[0])) {
		by := map[string]map[string]string{}
		for _, language := range languages {
			by[language] = leaves(t, translated(file, language))
		}
		for _, key := range keys(by) {
			one := text{where: strings.TrimPrefix(name(file), root+"/") + ": " + key, in: map[string]string{}}
			for _, language := range languages {
				one.in[language] = by[language][key]
			}
			all = append(all, one)
		}
	}
	return all
}

// translated is the same file of another language, known by a folder or by its
// own name.
func translated(file, language string) string {
	folder, base := filepath.Split(file)
	if base == languages[0]+".toml" {
		return filepath.Join(folder, language+".toml")
	}
	return filepath.Join(filepath.Dir(filepath.Clean(folder)), language, base)
}

// messages takes the tables of config.toml whose keys are the languages.
func messages(t *testing.T, file string) []text {
	t.Helper()
	found := leaves(t, filepath.Join(root, file))
	var all []text
	for key := range found {
		table, own := strings.CutSuffix(key, "."+languages[0])
		if !own {
			continue
		}
		one := text{where: file + ": " + table, in: map[string]string{}}
		for _, language := range languages {
			one.in[language] = found[table+"."+language]
		}
		all = append(all, one)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].where < all[j].where })
	return all
}

// leaves are the strings of a TOML file by their path; plural forms, where a
// message has several, are joined.
func leaves(t *testing.T, file string) map[string]string {
	t.Helper()
	var tree map[string]any
	if err := toml.Unmarshal(read(t, file), &tree); err != nil {
		t.Fatalf("%s: %v", name(file), err)
	}
	found := map[string]string{}
	var walk func(path string, value any)
	walk = func(path string, value any) {
		switch v := value.(type) {
		case string:
			found[path] = v
		case map[string]any:
			if _, plural := v["other"]; plural {
				found[path] = forms(v)
				return
			}
			for key, inner := range v {
				walk(strings.TrimPrefix(path+"."+key, "."), inner)
			}
		}
	}
	walk("", tree)
	return found
}

// forms joins the plural forms of one message.
func forms(message map[string]any) string {
	var all []string
	for _, form := range []string{"one", "few", "many", "other"} {
		if s, ok := message[form].(string); ok && !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	return strings.Join(all, " | ")
}

// keys are those that any language has.
func keys(by map[string]map[string]string) []string {
	var all []string
	for _, messages := range by {
		for key := range messages {
			if !slices.Contains(all, key) {
				all = append(all, key)
			}
		}
	}
	sort.Strings(all)
	return all
}

// prose pairs pages paragraph by paragraph where the translations are built
// alike, else as a whole.
func prose(t *testing.T, pattern string) []text {
	t.Helper()
	var all []text
	for _, file := range glob(t, strings.ReplaceAll(pattern, "LANG", languages[0])) {
		in := map[string]string{}
		for _, language := range languages {
			in[language] = string(read(t, translated(file, language)))
		}
		all = append(all, paragraphs(text{name(file), in})...)
	}
	return all
}

// paragraphs splits a text at its lines if all languages have as many.
func paragraphs(whole text) []text {
	count := len(lines(whole.in[languages[0]]))
	for _, language := range languages {
		if len(lines(whole.in[language])) != count {
			return []text{whole}
		}
	}
	parts := make([]text, count)
	for i := range parts {
		parts[i] = text{whole.where, map[string]string{}}
		for _, language := range languages {
			parts[i].in[language] = lines(whole.in[language])[i]
		}
	}
	return parts
}

func lines(s string) []string {
	var all []string
	for line := range strings.Lines(s) {
		if line = strings.TrimSpace(line); line != "" {
			all = append(all, line)
		}
	}
	return all
}

// cells are the texts of a table: what stands in columns that end in a
// language, days of change aside.
func cells(t *testing.T, file string) []text {
	t.Helper()
	reader := csv.NewReader(strings.NewReader(string(read(t, file))))
	rows, err := reader.ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", name(file), err)
	}
	var all []text
	for _, row := range rows[1:] {
		for i, column := range rows[0] {
			stem, own := strings.CutSuffix(column, "_"+languages[0])
			if !own || stem == "updated" {
				continue
			}
			one := text{where: name(file) + ": " + strings.Trim(row[0]+" "+row[1], " "), in: map[string]string{languages[0]: row[i]}}
			if rows[0][0] == "id" {
				one.where = name(file) + ": " + row[0]
			}
			one.where += ", " + stem
			for j, other := range rows[0] {
				for _, language := range languages {
					if other == stem+"_"+language {
						one.in[language] = row[j]
					}
				}
			}
			if strings.Join([]string{one.in["tk"], one.in["ru"], one.in["en"]}, "") != "" {
				all = append(all, paragraphs(one)...)
			}
		}
	}
	return all
}
