package words

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// dictionaries are those of Debian, and for Turkmen that of npm, which the
// browser tests install.
var dictionaries = map[string]string{"tk": root + "/tests/browser/node_modules/dictionary-tk/index", "ru": "ru_RU", "en": "en_GB"}

// notWords is what stands in texts and is no word of theirs: placeholders,
// addresses, names of files, codes and columns, parts of HTML.
var notWords = []*regexp.Regexp{
	regexp.MustCompile(`\{\{.*?\}\}|\{[a-z0-9_]*\}|%[a-z\d]`),
	regexp.MustCompile("`[^`]*`|\\]\\([^)]*\\)|</?[a-z][^>]*>|\\{#[a-z-]+\\}"),
	regexp.MustCompile(`[\p{L}\p{M}-]+\*`), // beginnings of words
	regexp.MustCompile(`(?m)https?://\S+|\S+@\S+|\b[a-z]+\.(tm|org|example)\b|^[a-z_]+ = `),
	regexp.MustCompile(`'[a-z_.\[\]\d-]+'|--[a-z-]+|\b[a-z_-]*[./_][a-z_]+\b|\b[a-zA-Z]*\d[\p{L}\d]*(-\p{L}+)?`),
}

// A word may hold apostrophes and hyphens inside.
var word = regexp.MustCompile(`[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*`)

// abbreviated is a Turkmen ending at an abbreviation: BMG-niň.
var abbreviated = regexp.MustCompile(`(\p{Lu}|Excel|alt)-\p{Ll}+`)

// TestSpelling runs every text through hunspell. A word that a dictionary does
// not know and that is right goes to accepted/: names.txt for all languages,
// one file for each.
func TestSpelling(t *testing.T) {
	needDictionaries(t)
	all := texts(t)
	for _, language := range languages {
		t.Run(language, func(t *testing.T) {
			where := map[string]string{}
			for _, one := range all {
				for _, w := range wordsOf(one.in[language]) {
					if _, seen := where[w]; !seen {
						where[w] = one.where
					}
				}
			}
			if len(where) < 1000 {
				t.Fatalf("only %d words found", len(where))
			}
			unknown := misspelt(t, language, where)
			for _, w := range unknown {
				t.Errorf("%s\t%s", w, where[w])
			}
		})
	}
}

// needDictionaries skips on a machine that lacks them, and fails where
// tests/run has set up what the tests need.
func needDictionaries(t *testing.T) {
	t.Helper()
	_, missing := exec.LookPath("hunspell")
	if missing == nil {
		_, missing = os.Stat(dictionaries["tk"] + ".aff")
	}
	switch {
	case missing == nil:
	case os.Getenv("ELINDE_SPELLING") != "":
		t.Fatal(missing)
	default:
		t.Skipf("NOT CHECKED, tests/run installs it: %v", missing)
	}
}

func wordsOf(s string) []string {
	for _, pattern := range notWords {
		s = pattern.ReplaceAllString(s, " ")
	}
	s = abbreviated.ReplaceAllString(strings.ReplaceAll(s, "’", "'"), "$1")
	return slices.DeleteFunc(word.FindAllString(s, -1), func(w string) bool { return utf8.RuneCountInString(w) == 1 })
}

// misspelt returns the words that neither the language's dictionary nor the
// lists know, in order. A word with hyphens may also be right in its parts.
func misspelt(t *testing.T, language string, found map[string]string) []string {
	t.Helper()
	var list []string
	for w := range found {
		list = append(list, w)
		list = append(list, strings.Split(w, "-")...)
	}
	sort.Strings(list)
	list = slices.Compact(list)
	wrong := hunspell(t, language, list)
	var unknown []string
	for _, w := range list {
		if found[w] == "" || !wrong[w] {
			continue
		}
		parts := strings.Split(w, "-")
		if len(parts) == 1 || slices.ContainsFunc(parts, func(part string) bool { return wrong[part] }) {
			unknown = append(unknown, w)
		}
	}
	return unknown
}

func hunspell(t *testing.T, language string, list []string) map[string]bool {
	t.Helper()
	ours := accepted(t, language)
	own := filepath.Join(t.TempDir(), "accepted")
	if err := os.WriteFile(own, []byte(strings.Join(ours, "\n")+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	command := exec.Command("hunspell", "-i", "utf-8", "-d", dictionaries[language], "-p", own, "-l")
	command.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
	command.Stdin = strings.NewReader(strings.Join(list, "\n") + "\n")
	var stdout, stderr bytes.Buffer
	command.Stdout, command.Stderr = &stdout, &stderr
	if err := command.Run(); err != nil {
		t.Fatalf("%v: %s", err, stderr.String())
	}
	if stderr.Len() > 0 {
		t.Fatal(stderr.String())
	}
	wrong := map[string]bool{}
	for line := range strings.Lines(stdout.String()) {
		w := strings.TrimSpace(line)
		first, size := utf8.DecodeRuneInString(w)
		// hunspell forgets words of ours that differ from its own in capitals alone.
		wrong[w] = !slices.Contains(ours, w) && !slices.Contains(ours, string(unicode.ToLower(first))+w[size:])
	}
	return wrong
}

// accepted is the list for a language in hunspell's form: one word a line, or
// word/other where the word takes the same endings as the other. Lines that
// begin with # are reasons.
func accepted(t *testing.T, language string) []string {
	t.Helper()
	var list []string
	for _, file := range []string{"names.txt", language + ".txt"} {
		for _, line := range lines(string(read(t, filepath.Join("accepted", file)))) {
			if !strings.HasPrefix(line, "#") {
				list = append(list, line)
			}
		}
	}
	return list
}

// TestSpellingSees holds the check against words that are wrong on purpose: a
// dictionary that knows everything would find nothing.
func TestSpellingSees(t *testing.T) {
	needDictionaries(t)
	for language, pair := range map[string][2]string{"tk": {"hyzmatlarynyň", "hyzmatlarnyň"}, "ru": {"услугами", "улсугами"}, "en": {"services", "servises"}} {
		wrong := hunspell(t, language, pair[:])
		if wrong[pair[0]] || !wrong[pair[1]] {
			t.Errorf("%s: %v of %v", language, wrong, pair)
		}
	}
}

// TestAccepted keeps the lists in order: no word stands there twice, and each is
// one word.
func TestAccepted(t *testing.T) {
	for _, language := range languages {
		seen := map[string]bool{}
		for _, line := range accepted(t, language) {
			if seen[line] {
				t.Errorf("%s: %s stands twice", language, line)
			}
			seen[line] = true
			for _, r := range line {
				if !unicode.IsLetter(r) && !strings.ContainsRune("-'/.", r) {
					t.Errorf("%s: %q is no word", language, line)
					break
				}
			}
		}
	}
}
