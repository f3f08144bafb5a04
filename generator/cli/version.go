package cli

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// Version of the program; CHANGELOG.md says what it holds.
const Version = "0.1.0"

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{Use: "version", Short: a.texts.get("version-short"), Args: a.takes(0, 0),
		RunE: func(*cobra.Command, []string) error {
			v := versions()
			if a.json {
				return a.printJSON(v)
			}
			return a.answer(fmt.Sprintf("elinde %s (%s, hugo %s, bleve %s, goldmark %s)", v.Elinde, v.Go, v.Hugo, v.Bleve, v.Goldmark))
		}}
}

type versionJSON struct {
	Elinde   string `json:"elinde"`
	Go       string `json:"go"`
	Hugo     string `json:"hugo"`
	Bleve    string `json:"bleve"`
	Goldmark string `json:"goldmark"`
}

// versions reads the libraries' versions from the binary itself, so that they
// cannot differ from what runs.
func versions() versionJSON {
	v := versionJSON{Elinde: Version}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return v
	}
	v.Go = info.GoVersion
	for _, m := range info.Deps {
		switch m.Path {
		case "github.com/gohugoio/hugo":
			v.Hugo = m.Version
		case "github.com/blevesearch/bleve/v2":
			v.Bleve = m.Version
		case "github.com/yuin/goldmark":
			v.Goldmark = m.Version
		}
	}
	return v
}
