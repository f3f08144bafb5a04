package dataset

import (
	"regexp"
	"strings"

	"elinde/generator/finding"
)

var (
	htmlTag      = regexp.MustCompile(`</?[A-Za-z][A-Za-z0-9-]*(\s[^<>]*)?/?>|<!--`)
	markdownLink = regexp.MustCompile(`\]\(\s*<?([^)\s>]*)|^\[[^\]]+\]:\s*(\S+)|<([A-Za-z][A-Za-z0-9+.-]*:[^>\s]*)>`)
)

// plainText looks for what was written for a machine and will be read by people:
// tags, template delimiters and, in Markdown, links that are not published. None
// of it has any effect on a page.
func plainText(markdown bool) form {
	return func(value string) *wrong {
		if strings.IndexByte(value, '<') >= 0 {
			if tag := htmlTag.FindString(value); tag != "" {
				return doubtful(finding.HTMLInText, tag)
			}
		}
		if strings.IndexByte(value, '{') >= 0 {
			for _, sign := range []string{"{{", "{%"} {
				if i := strings.Index(value, sign); i >= 0 {
					return doubtful(finding.TemplateInText, short(value[i:]))
				}
			}
		}
		if markdown && strings.IndexByte(value, ':') >= 0 {
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
		scheme, _, ok := strings.Cut(target, ":")
		if !ok || strings.ContainsAny(scheme, "/?#") {
			continue
		}
		switch strings.ToLower(scheme) {
		case "http", "https", "mailto", "tel":
		default:
			return doubtful(finding.LinkUnsafe, target)
		}
	}
	return nil
}
