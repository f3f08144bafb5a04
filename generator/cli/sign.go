package cli

import (
	"cmp"
	"errors"
	"os"

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
	c := &cobra.Command{Use: "verify [FOLDER]", Short: a.texts.get("verify-short"), Long: a.texts.get("verify-long"), Args: a.takes(0, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			if public == "" {
				return errors.New(a.texts.get("verify-key"))
			}
			folder := ""
			if len(args) == 1 {
				folder = args[0]
			} else {
				s, _, err := a.settings()
				if err != nil {
					return err
				}
				folder = s.Path(s.Output)
			}
			if info, err := os.Stat(folder); err != nil || !info.IsDir() {
				return errors.New(a.texts.format("verify-folder", folder))
			}
			result, err := signature.Check(folder, public)
			if errors.Is(err, signature.ErrUnsigned) {
				return errors.New(a.texts.format("verify-unsigned", folder))
			}
			if err != nil {
				return err
			}
			return a.printVerified(folder, result)
		}}
	c.Flags().StringVar(&public, "public-key", "", a.texts.get("flag-public-key"))
	return c
}
