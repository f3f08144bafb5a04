package cli

import (
	"cmp"
	"errors"

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
				return a.printJSON(struct {
					PublicKey string `json:"public_key"`
				}{public})
			}
			a.say("keygen-done", args[0], args[0], public)
			return nil
		}}
}
