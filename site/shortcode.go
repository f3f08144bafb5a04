package site

import (
	"io/fs"
	"regexp"
	"strconv"
	"strings"
)

// shortcode finds insertions such as {{< name >}} in a written page; one that is
// commented out, {{</* name */>}}, shows its signs and is none.
var shortcode = regexp.MustCompile(`\{\{[<%]\s*/?\s*([^\s/*>%}][^\s>%}]*)`)

// checkShortcodes refuses insertions that the theme does not define, those too
// that the renderer brings along: they read other pages and load from other
// hosts, and their faults are told without the place.
func (b *build) checkShortcodes(p ContentPage) (ok bool) {
	head := 1 + strings.Count(p.file[:len(p.file)-len(p.Markdown)], "\n")
	ok = true
	for i, line := range strings.Split(p.Markdown, "\n") {
		for _, m := range shortcode.FindAllStringSubmatch(line, -1) {
			if !b.hasShortcode(m[1]) {
				ok = false
				b.problem(Problem{Code: CodeShortcode, Path: p.Language + "/" + p.Name + ".md", Detail: m[1],
					Args: map[string]string{"line": strconv.Itoa(head + i)}})
			}
		}
	}
	return ok
}

// hasShortcode reports whether the theme defines an insertion.
func (b *build) hasShortcode(name string) bool {
	file := "layouts/_shortcodes/" + name + ".html"
	if !fs.ValidPath(file) {
		return false
	}
	_, err := fs.Stat(b.plan.Theme, file)
	return err == nil
}
