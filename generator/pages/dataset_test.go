package pages

import (
	"strings"
	"testing"

	"elinde/generator/config"
	"elinde/generator/programme"
)

// Search engines for data are told that figures are invented, where they are.
func TestDatasetsSayThatTheyAreInvented(t *testing.T) {
	for _, invented := range []bool{true, false} {
		w := &planner{language: config.Language{Code: "en"}, words: &words{messages: map[string]map[string]string{"illustration_banner": {"other": "made up"}}}, stats: &statistics{}}
		w.Index, w.settings = programme.NewIndex(&programme.Tables{}), config.Settings{Illustration: invented, Publisher: map[string]string{"en": "Ministry"}}
		if got := w.dataset("n", "Users.", "x/").Text; strings.HasPrefix(got, "made up ") != invented || !strings.HasSuffix(got, "Users.") {
			t.Errorf("invented %t: %q", invented, got)
		}
	}
}
