package treecheck

import (
	"reflect"
	"testing"
)

// plainest are pages that scan reads by itself.
var plainest = []string{
	`<!DOCTYPE html><html lang="tk"><title>T &amp; U</title><a href="../b/?a=1&amp;b=2" id="x">x &lt; y</a><br><img src="i.svg" alt=""/>`,
	`<!DOCTYPE html><html lang="tk"><title></title><script type="application/ld+json">{"a":"</b>"}</script><script>alert(1)</script>`,
	`<!DOCTYPE html><html lang=""><title>&nbsp;</title><p id="a" onclick="x" style="b"><p id="a">`,
	`<!DOCTYPE html><svg viewBox="0 0 1 1"><title>a</title><path D="m"/></svg><a href="tel:&#43;993" hidden class="&copy;">a&copy</a>`,
	`<!DOCTYPE html><meta http-equiv="Content-Security-Policy" content="default-src 'none'"><style>a{}</style><base href="/"><a href="javascript:x">`,
	`<p>text`, ``,
}

// others need a parser.
var others = []string{
	`<!doctype html>`, `<!-- <a href="x"> -->`, `<p title='x'>`, `<p title=x>`, `<p id="a" id="b">`, `<a href="&copy;">`, `<a href = "x">`, `<P>`, "<a href=\"x\r\n\">", `a < b`, `<`,
	`<a href="x`, `<a href="x"id="y">`, `</ a>`, `</a x>`, `<textarea><a href="x"></textarea>`, `<script><!--<script></script>--></script>`, `<script>a</SCRIPT>b</script>`,
	`<script/>a</script>`, `<title>a<b></title>`, `<style>`, `<?xml?>`, `<![CDATA[x]]>`, "<a\x00>", `<a/href="x">`, `<a "=">`,
}

// TestScanSeesWhatTheTokenizerSees: what scan takes, it reads as the tokenizer does;
// the rest it leaves.
func TestScanSeesWhatTheTokenizerSees(t *testing.T) {
	for _, page := range plainest {
		if !same(t, page) {
			t.Errorf("left to the tokenizer: %s", page)
		}
	}
	for _, page := range others {
		if same(t, page) {
			t.Errorf("taken: %s", page)
		}
	}
}

func FuzzScan(f *testing.F) {
	for _, page := range append(plainest, others...) {
		f.Add(page)
	}
	f.Fuzz(func(t *testing.T, page string) { same(t, page) })
}

// same reads a page in both ways and says whether scan took it.
func same(t *testing.T, page string) bool {
	quick, slow := newParser("tk/a/index.html", rules), newParser("tk/a/index.html", rules)
	if !quick.scan(page) {
		return false
	}
	slow.run([]byte(page))
	if !reflect.DeepEqual(quick, slow) {
		t.Errorf("%q\nscan:      %+v\ntokenizer: %+v", page, quick, slow)
	}
	return true
}
