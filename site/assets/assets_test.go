package assets

import (
	"strings"
	"testing"
	"testing/fstest"
)

func theme(files ...string) fstest.MapFS {
	theme := fstest.MapFS{}
	for i := 0; i < len(files); i += 2 {
		theme[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	return theme
}

func TestBundle(t *testing.T) {
	files, names, faults, err := Bundle(theme(
		"components/card/card.css", ".card { color: red }",
		"components/base/base.css", "body { margin: 0 }",
		"assets/css/tokens.css", ":root { --x: 1px }",
		"components/find-place/find-place.js", `import { a } from "../card/part.js"; console.log(a)`,
		"components/card/part.js", "export const a = 17",
		"components/card/page.css", ".card b { color: blue }",
		"assets/js/menu.js", "console.log(1)",
		"assets/js/menu.test.js", "console.log(2)",
	))
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	text := map[string]string{}
	for _, f := range files {
		text[f.Path] = string(f.Data)
	}
	if len(files) != 4 || len(names) != 4 {
		t.Errorf("files %v, names %v", text, names)
	}
	style := text[names["style"]]
	root, body, card := strings.Index(style, ":root"), strings.Index(style, "body{"), strings.Index(style, ".card{color:red}")
	if root < 0 || body < root || card < body {
		t.Errorf("style sheet %q", style)
	}
	if own := text[names["style_card"]]; !strings.Contains(own, ".card b{color:#00f}") || strings.Contains(style, ".card b") {
		t.Errorf("sheet of its own %q beside %q", own, style)
	}
	if got := text[names["find_place"]]; !strings.Contains(got, "17") || strings.Contains(got, "import") {
		t.Errorf("script %q", got)
	}
	again, _, _, _ := Bundle(theme("components/base/base.css", "body { margin: 1px }"))
	if again[0].Path == names["style"] {
		t.Error("another style sheet has the same name")
	}
}

func TestFaultsNameTheirPlace(t *testing.T) {
	for name, c := range map[string]struct{ file, text, want string }{
		"style":          {"components/a/a.css", "a {", "1:4"},
		"script":         {"components/a/a.js", "\nlet = ;", "2:7"},
		"missing import": {"components/a/a.js", `import "./none.js"`, "1:8"},
		"other name":     {"assets/js/style.js", "1", "another"},
		"bare import":    {"components/a/a.js", `import "fs"`, "relative"},
		"way out":        {"components/a/a.js", `import "../../../../etc/passwd"`, "leaves"},
	} {
		_, _, faults, err := Bundle(theme("components/base/base.css", "b{}", c.file, c.text))
		if err != nil || len(faults) == 0 || faults[0].Path != c.file || !strings.Contains(faults[0].Detail, c.want) {
			t.Errorf("%s: %v %v", name, faults, err)
		}
	}
}
