package pipeline

import (
	"time"

	"elinde/generator/config"
	"elinde/generator/signature"
)

// signer signs the manifest of a site, and with it the instant that the site is of
// and its build id; nil without a key.
func signer(key *signature.Key, s config.Settings) func(manifest []byte, build string) ([]byte, error) {
	if key == nil {
		return nil
	}
	return func(manifest []byte, build string) ([]byte, error) {
		return key.Sign(manifest, "as of "+s.AsOf.Format(time.RFC3339)+", build "+build), nil
	}
}

// signedBy adds the key to what a site says of itself: the same pages signed by
// another key are another site.
func signedBy(info map[string]string, key *signature.Key) map[string]string {
	if key != nil {
		info["signed_by"] = key.ID()
	}
	return info
}
