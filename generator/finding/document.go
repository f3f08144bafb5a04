package finding

import (
	"fmt"
	"regexp"
	"strings"
)

var placeholder = regexp.MustCompile(`\{([\w\\]+)\}`)

// intro are the words of the page in a language: its beginning, the titles of
// the severities and the head of its tables.
type intro struct {
	text   string
	titles map[Severity]string
	head   string
}

var intros = map[string]intro{
	"en": {`# Findings

[Türkmençe](findings.tk.md) · [Русский](findings.ru.md)

What ` + "`check`" + ` and ` + "`build`" + ` may say about the exports, the configuration and the finished site.
This page is made from the catalogue of messages: run ` + "`go test ./generator/finding -update`" + `
after a change there.

An **error** stops a build and leaves the published site as it was. A **warning** is to be looked at.
A **note** records what was assumed or done. The policies of ` + "`config.toml`" + ` (` + "`faulty`" + `: stop, skip,
blank, keep-first) turn an error into a warning that says what was done instead.
Words in *italics* stand for what was found.
`, map[Severity]string{Error: "Errors", Warning: "Warnings", Note: "Notes"}, "| code | what it says | what to do |"},
	"ru": {`# Сообщения проверки

[Türkmençe](findings.tk.md) · [English](findings.md)

Что ` + "`check`" + ` и ` + "`build`" + ` могут сказать о выгрузках, настройках и готовом сайте.

**Ошибка** останавливает сборку, опубликованный сайт остаётся прежним. На **предупреждение** надо посмотреть.
**Примечание** говорит, что было принято или сделано. Правила ` + "`faulty`" + ` в ` + "`config.toml`" + ` (stop, skip, blank,
keep-first) делают из ошибки предупреждение, в котором сказано, что сделано взамен.
Слова *курсивом* стоят на месте того, что найдено.
`, map[Severity]string{Error: "Ошибки", Warning: "Предупреждения", Note: "Примечания"}, "| код | что сказано | что делать |"},
	"tk": {`# Barlagyň habarlary

[Русский](findings.ru.md) · [English](findings.md)

` + "`check`" + ` we ` + "`build`" + ` eksportlar, sazlamalar we taýýar saýt barada nämeler aýdyp biler.

**Ýalňyş** saýty gurmagy saklaýar, çap edilen saýt öňküligine galýar. **Duýduryşa** seretmeli.
**Bellik** nämäniň çak edilendigini ýa-da edilendigini aýdýar. ` + "`config.toml`" + ` faýlyndaky ` + "`faulty`" + ` düzgünleri (stop, skip, blank,
keep-first) ýalňyşy duýduryşa öwürýär, onda ýerine nämäniň edilendigi aýdylýar.
*Ýapgyt* sözler tapylan zadyň ýerinde durýar.
`, map[Severity]string{Error: "Ýalňyşlar", Warning: "Duýduryşlar", Note: "Bellikler"}, "| kod | näme aýdylýar | näme etmeli |"},
}

// Document gives the page docs/findings.md in a language: each code, how bad it
// usually is, what it means and what to do.
func Document(language string) string {
	var b strings.Builder
	in := intros[language]
	b.WriteString(in.text)
	for _, severity := range []Severity{Error, Warning, Note} {
		fmt.Fprintf(&b, "\n## %s\n\n%s\n|---|---|---|\n", in.titles[severity], in.head)
		for _, code := range Codes() {
			if m := Texts(language).entries[string(code)]; Usual(code) == severity {
				fmt.Fprintf(&b, "| `%s` | %s | %s |\n", code, cell(m.Sentence), cell(m.Hint))
			}
		}
	}
	return b.String()
}

// cell prepares a message for a cell of a Markdown table.
func cell(s string) string {
	s = strings.NewReplacer("[[", "", "]]", "", "|", `\|`, "*", `\*`, "_", `\_`, "<", "&lt;").Replace(s)
	return placeholder.ReplaceAllStringFunc(s, func(p string) string { return "*" + strings.Trim(p, "{}") + "*" })
}
