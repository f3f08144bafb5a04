// Package signature signs the manifest of a site and checks a signed site, in the
// format of minisign (Ed25519). In come keys and bytes, out come signatures and what
// differs. The same manifest and key give the same signature: no clock is asked.
package signature

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"aead.dev/minisign"

	"elinde/site/tree"
)

// Key signs.
type Key struct{ private minisign.PrivateKey }

// ErrPassword says that a key is encrypted and the password is wrong or missing.
var ErrPassword = errors.New("the key is encrypted, and the password is missing or wrong")

// ReadKey reads a private key of minisign. The password is used only if the key is
// encrypted.
func ReadKey(path, password string) (Key, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return Key{}, err
	}
	var key minisign.PrivateKey
	if minisign.IsEncrypted(data) {
		if key, err = minisign.DecryptKey(password, data); err != nil {
			return Key{}, fmt.Errorf("cannot read %s: %w", path, ErrPassword)
		}
		return Key{key}, nil
	}
	if err := key.UnmarshalText(data); err != nil {
		return Key{}, fmt.Errorf("cannot read the key in %s: %w", path, err)
	}
	return Key{key}, nil
}

// ID names the key, as minisign prints it.
func (k Key) ID() string { return fmt.Sprintf("%016X", k.private.ID()) }

// Sign signs a manifest. The comment is signed too: it says what the manifest is of.
func (k Key) Sign(manifest []byte, comment string) []byte {
	return minisign.SignWithComments(k.private, manifest, comment, "signature by key "+k.ID())
}

// NewKeys makes a pair of keys and writes NAME.key, which only its owner may read,
// and NAME.pub. It overwrites nothing. An empty password leaves the key unencrypted.
func NewKeys(name, password string) (public string, err error) {
	pub, private, err := minisign.GenerateKey(rand.Reader)
	if err != nil {
		return "", fmt.Errorf("cannot make a key: %w", err)
	}
	data, err := private.MarshalText()
	if err == nil && password != "" {
		data, err = minisign.EncryptKey(password, private)
	}
	if err != nil {
		return "", fmt.Errorf("cannot encode the key: %w", err)
	}
	if err := write(name+".key", data, 0o600); err != nil {
		return "", err
	}
	text, err := pub.MarshalText()
	if err != nil {
		return "", fmt.Errorf("cannot encode the key: %w", err)
	}
	return pub.String(), write(name+".pub", text, 0o644)
}

func write(path string, data []byte, mode fs.FileMode) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = f.Write(append(data, '\n'))
	return errors.Join(err, f.Close())
}

// Result of checking a site.
type Result struct {
	// Signed tells that the signature is that of the key over the manifest.
	Signed bool `json:"signed"`
	// Comment is what was signed with it, "" unless Signed.
	Comment string `json:"comment"`
	tree.Differences
	// Unread are files on the web that the server did not hand out, with its words.
	Unread []string `json:"unread,omitempty"`
}

// Sound reports whether the site is, file for file, what the key signed.
func (r Result) Sound() bool { return r.Signed && r.None() && len(r.Unread) == 0 }

// ErrUnsigned says that a folder has no manifest or no signature.
var ErrUnsigned = errors.New("the site is not signed")

// Check holds the site in a folder against its manifest, and that against the public
// key: its text, or the path of a file with it.
func Check(folder, publicKey string) (Result, error) {
	key, err := public(publicKey)
	if err != nil {
		return Result{}, err
	}
	manifest, err := os.ReadFile(filepath.Join(folder, tree.Manifest))
	if err != nil {
		return Result{}, unsigned(err)
	}
	signed, err := os.ReadFile(filepath.Join(folder, tree.Signature))
	if err != nil {
		return Result{}, unsigned(err)
	}
	r := Result{Signed: minisign.Verify(key, manifest, signed)}
	if r.Signed {
		var s minisign.Signature
		if err := s.UnmarshalText(signed); err == nil {
			r.Comment = s.TrustedComment
		}
	}
	r.Differences, err = tree.Compare(os.DirFS(folder), manifest)
	return r, err
}

func unsigned(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return ErrUnsigned
	}
	return err
}

func public(key string) (minisign.PublicKey, error) {
	var k minisign.PublicKey
	text := []byte(key)
	if data, err := os.ReadFile(key); err == nil {
		text = data
	}
	if err := k.UnmarshalText([]byte(strings.TrimSpace(string(text)))); err != nil {
		return k, fmt.Errorf("cannot read the public key: %w", err)
	}
	return k, nil
}
