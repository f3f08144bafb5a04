package cli

import (
	"cmp"
	"errors"
	"net/http"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"elinde/generator/config"
	"elinde/generator/signature"
)

// passwordVariable holds the password of an encrypted key: on a command line
// everybody would see it.
const passwordVariable = "ELINDE_KEY_PASSWORD"

// key reads the key of --sign, else that of config.toml; nil where there is none.
func (a *app) key(path string, s config.Settings) (*signature.Key, error) {
	if path = cmp.Or(path, s.Path(s.SignKey)); path == "" {
		return nil, nil
	}
	k, err := signature.ReadKey(path, a.env.Getenv(passwordVariable))
	if errors.Is(err, signature.ErrPassword) {
		return nil, errors.New(a.texts.format("sign-password", path, passwordVariable))
	}
	return &k, err
}

func (a *app) keygenCommand() *cobra.Command {
	return &cobra.Command{Use: "keygen NAME", Short: a.texts.get("keygen-short"), Long: a.texts.get("keygen-long"), Args: a.takes(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			public, err := signature.NewKeys(args[0], a.env.Getenv(passwordVariable))
			if err != nil {
				return err
			}
			if a.json {
				return printJSON(a.env.Out, struct {
					PublicKey string `json:"public_key"`
				}{public})
			}
			a.say("keygen-done", args[0], args[0], public)
			return nil
		}}
}

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
