package treecheck

import (
	"slices"
	"testing"
)

const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 1 1">`

// TestDrawings: a drawing may draw; whatever runs, loads or bends is a fault.
func TestDrawings(t *testing.T) {
	for text, want := range map[string]string{
		svg + `<path d="M0 0"/><use xlink:href="#a"/><a href="https://example.com/"><text>x</text></a></svg>`: "",
		svg + `<defs><linearGradient id="a"/></defs><path fill="url(#a)"/></svg>`:                             "",
		svg + `<x:script xmlns:x="http://www.w3.org/2000/svg">1</x:script></svg>`:                             "inline-script",
		svg + `<foreignObject><p>x</p></foreignObject></svg>`:                                                 "inline-script",
		svg + `<h:iframe xmlns:h="http://www.w3.org/1999/xhtml" src="x"/></svg>`:                              "inline-script",
		`<!DOCTYPE svg [<!ENTITY a "<script>">]>` + svg + `&a;</svg>`:                                         "inline-script",
		`<?xml-stylesheet href="x.xsl"?>` + svg + `</svg>`:                                                    "inline-script",
		svg + `<a xlink:href="javascript:x()"/></svg>`:                                                        "link-scheme",
		svg + `<a><animate attributeName="xlink:href" to="javascript:x"/></a></svg>`:                          "link-scheme",
		svg + `<image href="data:image/svg+xml,x"/></svg>`:                                                    "link-scheme",
		svg + `<use href="https://example.com/x.svg#a"/></svg>`:                                               "third-party",
		svg + `<path fill="url( 'https://example.com/x.svg#a')"/></svg>`:                                      "third-party",
		svg + `<path style="fill:red"/></svg>`:                                                                "inline-style",
		svg + `<style>path{}</style></svg>`:                                                                   "inline-style",
		svg + `<g xml:base="https://example.com/"/></svg>`:                                                    "base-element",
		svg + `<path onclick="x()"/></svg>`:                                                                   "inline-handler",
		`<?xml version="1.0" encoding="utf-7"?>` + svg + `</svg>`:                                             "file-unreadable",
		svg + `<p>`: "file-unreadable",
	} {
		got := codes(File("assets/a.svg", []byte(text), rules, nil))
		if want == "" && len(got) > 0 || want != "" && !slices.Contains(got, want) {
			t.Errorf("%s: %v, want %s", text, got, want)
		}
	}
}

// TestKinds: what a browser would run is looked at as such under any name.
func TestKinds(t *testing.T) {
	script := "<!doctype html><html lang=en><title>x</title><script>1</script>"
	for name, c := range map[string]struct {
		content string
		want    []string
	}{
		"a.HTML": {script, []string{"inline-script"}}, "a": {script, []string{"inline-script"}}, "a.foo": {script, []string{"inline-script"}}, "a.htm": {script, []string{"inline-script"}},
		"a.xhtml": {`<html xmlns="http://www.w3.org/1999/xhtml"><script>1</script></html>`, []string{"inline-script"}},
		"a.xml":   {`<a xmlns:s="http://www.w3.org/2000/svg"><s:script>1</s:script></a>`, []string{"inline-script"}},
		"b.xml":   {`<a><b/></a>`, nil}, "a.csv": {"a,<script>,b", nil}, "a.js": {"x", nil}, "a.txt": {script, nil},
	} {
		if got := codes(File(name, []byte(c.content), rules, nil)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

// FuzzFile: no bytes break the check.
func FuzzFile(f *testing.F) {
	f.Add("a.svg", []byte(svg+"</svg>"))
	f.Add("a.html", []byte(top))
	f.Add("a", []byte("<?xml"))
	find := NewFinder([]string{"text:14 Quiet Street", "tel:+99312345678", "geo:37.95,58.38;u=500"})
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		File(name, data, rules, find)
		Targets(name, data, rules)
	})
}
