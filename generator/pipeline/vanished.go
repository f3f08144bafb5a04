package pipeline

import (
	"slices"
	"strings"

	"elinde/generator/config"
	"elinde/generator/downloads"
	"elinde/generator/finding"
	"elinde/generator/hsds"
	"elinde/generator/pages"
	"elinde/generator/programme"
	"elinde/site"
)

// gone are the addresses of the published site that a new one would not have, by
// how much it matters.
type gone struct {
	refused []string // of rows, releases and objects of HSDS: they never end
	warned  []string // of other pages and files that people may have kept
}

// goneOf sorts files of the published site that the new one lacks. Lists, the
// search and what pages are made with come and go with the data.
func goneOf(files []string, s config.Settings, x *programme.Index) gone {
	var g gone
	rows, seen := pages.RowAddresses(x), map[string]bool{}
	add := func(list *[]string, address string) {
		if !seen[address] {
			seen[address] = true
			*list = append(*list, address)
		}
	}
	for _, file := range files {
		room, rest, _ := strings.Cut(file, "/")
		switch {
		case room+"/" == hsds.Folder:
			if of, _, object := strings.Cut(rest, "/"); object && of != "service_at_locations" && of+"/" != hsds.Profile && !strings.Contains(rest, "/page/") {
				add(&g.refused, file)
			}
		case room+"/" == downloads.Folder:
			if parts := strings.Split(rest, "/"); len(parts) > 2 && parts[0] == "releases" {
				add(&g.refused, room+"/releases/"+parts[1]+"/")
			} else if len(parts) == 1 {
				add(&g.warned, file)
			}
		case !slices.Contains(s.Codes(), room):
			if strings.HasSuffix(rest, "services/index.html") { // a language is gone with all its pages
				add(&g.refused, room+"/")
			}
		default:
			address, page := strings.CutSuffix(rest, "index.html")
			switch {
			case page && pages.OfRow(address) && rows[address]:
				add(&g.warned, room+"/"+address) // the row is there, but shown elsewhere
			case page && pages.OfRow(address):
				add(&g.refused, room+"/"+address)
			case page && strings.Count(address, "/") == 1 || strings.HasSuffix(rest, "feed.xml"):
				add(&g.warned, file)
			}
		}
	}
	return g
}

// vanished gives what the build asks when files of the published site are missing:
// an address that was published goes on answering, unless fewer are meant.
func (b *Built) vanished(s config.Settings, fewer bool) func(files []string) []site.Problem {
	return func(files []string) []site.Problem {
		var problems []site.Problem
		g := goneOf(files, s, b.Protected.Index())
		for _, address := range g.refused {
			f := finding.Finding{Code: finding.SiteAddressGone, Severity: finding.Warning, Value: address}
			switch {
			case fewer:
				f.Args = map[string]string{finding.Done: "fewer"}
			case !s.Illustration:
				problems = append(problems, site.Problem{Code: site.CodeAddressGone, Path: address})
				continue
			}
			b.Findings = append(b.Findings, f)
		}
		for _, address := range g.warned {
			b.Findings = append(b.Findings, finding.Finding{Code: finding.AddressChanged, Severity: finding.Warning, Value: address})
		}
		return problems
	}
}
