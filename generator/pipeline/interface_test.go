package pipeline

import (
	"testing"

	"elinde/generator/config"
	"elinde/generator/finding"
	"elinde/themes"
)

func TestInterfacesFallBackToEnglish(t *testing.T) {
	languages, found, err := interfaces(themes.Elinde(), []config.Language{{Code: "tk", Interface: "tk"}, {Code: "de", Interface: "de"}, {Code: "uz", Interface: "ru"}})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"tk", "en", "ru"} {
		if got := languages[i].Interface; got != want {
			t.Errorf("%s speaks %s, want %s", languages[i].Code, got, want)
		}
	}
	if len(found) != 1 || found[0].Code != finding.InterfaceMissing || found[0].Severity != finding.Warning || found[0].Value != "de" {
		t.Errorf("findings %v", found)
	}
}
