package site

import (
	"bytes"
	"regexp"
	"strings"

	"elinde/site/shard"
)

var (
	sourcePlace = regexp.MustCompile(`"/site/((?:layouts|i18n)/[^":]+):(\d+):(\d+)"`)
	opaqueName  = regexp.MustCompile(`/(p-[0-9a-f]{32})`)
	linkedName  = regexp.MustCompile(`executing "linked ([^"]+)"`)
	faultStart  = regexp.MustCompile(`(?:execute|parse) of template failed: `)
)

// templateFault makes a problem of what the renderer said: the file and line of
// the theme, the page it happened on, and the words without what nobody can use.
func templateFault(text string, job shard.Job) Problem {
	p := Problem{Code: CodeTemplate, Path: "layouts", Detail: text}
	if at := faultStart.FindStringIndex(text); at != nil {
		p.Detail = text[at[1]:]
	}
	p.Detail, _, _ = strings.Cut(p.Detail, "; the current security configuration")
	p.Detail, _, _ = strings.Cut(p.Detail, "\n")
	// Of several places the last is where it happened, the others are callers.
	if linked := linkedName.FindStringSubmatch(text); linked != nil {
		// A partial that Hugo has taken into its caller: the place is the caller's.
		p.Path = "layouts/_partials/" + linked[1]
		if strings.HasPrefix(linked[1], "components/") {
			p.Path = linked[1]
		}
	} else if places := sourcePlace.FindAllStringSubmatch(text, -1); places != nil {
		last := places[len(places)-1]
		p.Path = strings.Replace(last[1], "layouts/_partials/components/", "components/", 1)
		p.Detail = last[2] + ":" + last[3] + ": " + p.Detail
	}
	if page := opaqueName.FindStringSubmatch(text); page != nil {
		for _, r := range job.Records {
			if bytes.Contains(r.JSON[:min(60, len(r.JSON))], []byte(`"`+page[1]+`"`)) {
				p.Args = map[string]string{"page": r.Path}
				p.Detail = strings.ReplaceAll(p.Detail, `/site/content/_content.gotmpl:/`+page[1], r.Path) + " [" + r.Path + "]"
			}
		}
	}
	return p
}
