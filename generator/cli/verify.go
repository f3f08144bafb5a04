package cli

import (
	"errors"
	"net/http"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"elinde/generator/signature"
)

func (a *app) verifyCommand() *cobra.Command {
	var public string
	c := &cobra.Command{Use: "verify [FOLDER | ADDRESS]", Short: a.texts.get("verify-short"), Long: a.texts.get("verify-long"), Args: a.takes(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if public == "" {
				return errors.New(a.texts.get("verify-key"))
			}
			site, err := a.signedSite(args)
			if err != nil {
				return err
			}
			var result signature.Result
			if onTheWeb(site) {
				result, err = signature.CheckURL(cmd.Context(), http.DefaultClient, site, public)
			} else {
				result, err = signature.Check(site, public)
			}
			switch {
			case errors.Is(err, signature.ErrUnsigned):
				return errors.New(a.texts.format("verify-unsigned", site))
			case errors.Is(err, signature.ErrChanging):
				return errors.New(a.texts.format("verify-changing", site))
			case err != nil && !errors.Is(err, signature.ErrUntrusted):
				return err
			}
			return a.printVerified(site, result)
		}}
	c.Flags().StringVar(&public, "public-key", "", a.texts.get("flag-public-key"))
	return c
}

// signedSite gives the folder or the address that verify is to look at: what the
// command line names, else what config.toml publishes.
func (a *app) signedSite(args []string) (string, error) {
	var site string
	if len(args) == 1 {
		site = args[0]
	} else {
		s, _, err := a.settings()
		if err != nil {
			return "", err
		}
		site = s.Path(s.Output)
	}
	if onTheWeb(site) {
		return site, nil
	}
	if info, err := os.Stat(site); err != nil || !info.IsDir() {
		return "", errors.New(a.texts.format("verify-folder", site))
	}
	return site, nil
}

func onTheWeb(site string) bool {
	return strings.HasPrefix(site, "https://") || strings.HasPrefix(site, "http://")
}

// printVerified says whether a site is what was signed, and which files are not;
// a site that is not gives errFindings.
func (a *app) printVerified(folder string, r signature.Result) error {
	if a.json {
		if err := a.printJSON(struct {
			OK bool `json:"ok"`
			signature.Result
		}{r.Sound(), r}); err != nil {
			return err
		}
	} else {
		var lines []string
		for _, name := range r.Changed {
			lines = append(lines, a.texts.format("verify-changed", name))
		}
		for _, name := range r.Missing {
			lines = append(lines, a.texts.format("verify-missing", name))
		}
		for _, name := range r.Added {
			lines = append(lines, a.texts.format("verify-added", name))
		}
		for _, what := range r.Unread {
			lines = append(lines, a.texts.format("verify-unread", what))
		}
		if err := a.answer(lines...); err != nil {
			return err
		}
		switch {
		case !r.Signed:
			a.tell("verify-forged", folder)
		case r.Sound() && onTheWeb(folder):
			a.say("verify-sound-web", folder, r.Comment)
		case r.Sound():
			a.say("verify-sound", folder, r.Comment)
		default:
			a.tell("verify-differs", folder, len(r.Changed)+len(r.Missing)+len(r.Added)+len(r.Unread))
		}
	}
	if !r.Sound() {
		return errFindings
	}
	return nil
}
