package dataset

import (
	"regexp"
	"strings"

	"elinde/generator/finding"
	"elinde/generator/weblink"
)

var (
	htmlTag      = regexp.MustCompile(`</?[A-Za-z][A-Za-z0-9-]*(\s[^<>]*)?/?>|<!--`)
	markdownLink = regexp.MustCompile(`\]\(\s*<?([^)\s>]*)|^\[[^\]]+\]:\s*(\S+)|<([A-Za-z][A-Za-z0-9+.-]*:[^>\s]*)>`)
)

var (
	// What spreadsheets write where a formula fails, in English and in Russian.
	faultValue = regexp.MustCompile(`^#(?:REF|NAME|VALUE|NUM|NULL|N/A|DIV/0|ССЫЛКА|ИМЯ|ЗНАЧ|ЧИСЛО|ПУСТО|Н/Д|ДЕЛ/0)[!?]?$`)
	formula    = regexp.MustCompile(`^[=+@-]\s*\p{L}[\p{L}\p{N}.]*\(|^=[$A-Z]+\$?\d+`)
)

// fromSpreadsheet looks for the remains of a formula.
func fromSpreadsheet(value string) *wrong {
	switch {
	case strings.HasPrefix(value, "#") && faultValue.MatchString(value):
		return &wrong{code: finding.SpreadsheetFault, severity: finding.Error, part: value}
	case strings.ContainsAny(value[:min(1, len(value))], "=+@-") && formula.MatchString(value):
		return doubtful(finding.FormulaInText, finding.Short(value))
	}
	return nil
}

// plainText looks for what was written for a machine and will be read by people:
// tags, template delimiters and, in Markdown, links that are not published. None
// of it has any effect on a page.
func plainText(markdown bool) form {
	return func(value string) *wrong {
		if w := fromSpreadsheet(value); w != nil {
			return w
		}
		if strings.IndexByte(value, '<') >= 0 {
			if tag := htmlTag.FindString(value); tag != "" {
				return doubtful(finding.HTMLInText, tag)
			}
		}
		if strings.IndexByte(value, '{') >= 0 {
			for _, sign := range []string{"{{", "{%"} {
				if i := strings.Index(value, sign); i >= 0 {
					return doubtful(finding.TemplateInText, finding.Short(value[i:]))
				}
			}
		}
		if markdown {
			return unsafeLink(value)
		}
		return nil
	}
}

func unsafeLink(text string) *wrong {
	if !strings.Contains(text, "](") && !strings.Contains(text, "]:") && !strings.Contains(text, "<") {
		return nil
	}
	for _, m := range markdownLink.FindAllStringSubmatch(text, -1) {
		target := m[1] + m[2] + m[3]
		// A link without scheme is relative to a page, and a cell has none.
		scheme, _, _ := strings.Cut(target, ":")
		switch strings.ToLower(scheme) {
		case "http", "https":
			if weblink.Misleading(target) {
				return doubtful(finding.LinkUnsafe, target)
			}
		case "mailto", "tel":
		default:
			return doubtful(finding.LinkUnsafe, target)
		}
	}
	return nil
}
