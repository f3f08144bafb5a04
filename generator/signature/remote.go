package signature

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"aead.dev/minisign"

	"elinde/site/tree"
)

// Bounds of what a web server is believed: it may send what it likes for as long as
// it likes. Nothing but the manifest is kept in memory.
const (
	mostManifest  = 64 << 20 // half a million files
	mostSignature = 16 << 10
	mostFile      = 2 << 30
	patience      = 2 * time.Minute // for one file
	atOnce        = 4
)

// ErrUntrusted says that the manifest of a site is not signed by the key: what it
// lists is then asked of nobody.
var ErrUntrusted = errors.New("the manifest is not signed by this key")

// ErrChanging says that another manifest was published while files were read.
var ErrChanging = errors.New("the site was published anew while it was checked")

// CheckURL holds the site at an address on the web against its manifest, and that
// against the public key, file by file over HTTP: its text, or the path of a file
// with it. Files that nobody listed cannot be seen from outside. An answer that is no
// file (other than 404 and 410: missing) is among Unread.
func CheckURL(ctx context.Context, client *http.Client, address, publicKey string) (Result, error) {
	key, err := public(publicKey)
	if err != nil {
		return Result{}, err
	}
	base, err := url.Parse(strings.TrimSuffix(address, "/") + "/")
	if err != nil {
		return Result{}, fmt.Errorf("cannot read the address: %w", err)
	}
	r := &remote{client: within(client, base), base: base}
	manifest, err := r.whole(ctx, tree.Manifest, mostManifest)
	if err != nil {
		return Result{}, err
	}
	signed, err := r.whole(ctx, tree.Signature, mostSignature)
	if err != nil {
		return Result{}, err
	}
	if !minisign.Verify(key, manifest, signed) {
		return Result{}, ErrUntrusted
	}
	var s minisign.Signature
	if err := s.UnmarshalText(signed); err != nil {
		return Result{}, fmt.Errorf("cannot read the signature: %w", err)
	}
	result := Result{Signed: true, Comment: s.TrustedComment, Unread: []string{},
		Differences: tree.Differences{Changed: []string{}, Missing: []string{}, Added: []string{}}}
	sums, err := tree.ReadManifest(manifest)
	if err != nil {
		return result, err
	}
	if err := r.compare(ctx, sums, &result); err != nil {
		return result, err
	}
	if again, err := r.whole(ctx, tree.Manifest, mostManifest); err != nil || !bytes.Equal(again, manifest) {
		return result, errors.Join(ErrChanging, err)
	}
	return result, nil
}

// remote reads files of a site on the web.
type remote struct {
	client *http.Client
	base   *url.URL
}

// within makes a client that stays on the site: what another address answers is not
// what is published here.
func within(client *http.Client, base *url.URL) *http.Client {
	c := *client
	c.CheckRedirect = func(to *http.Request, via []*http.Request) error {
		if len(via) > 5 || to.URL.Host != base.Host || to.URL.Scheme != base.Scheme || !strings.HasPrefix(to.URL.Path, base.Path) {
			return http.ErrUseLastResponse
		}
		return nil
	}
	return &c
}

// get opens a file as it lies there: no server is to pack it.
func (r *remote) get(ctx context.Context, name string) (*http.Response, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, r.base.JoinPath(strings.Split(name, "/")...).String(), nil)
	if err != nil {
		return nil, err
	}
	request.Header.Set("Accept-Encoding", "identity")
	request.Header.Set("Cache-Control", "no-cache")
	return r.client.Do(request)
}

// whole reads a small file.
func (r *remote) whole(ctx context.Context, name string, most int64) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	answer, err := r.get(ctx, name)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", name, err)
	}
	defer answer.Body.Close()
	switch answer.StatusCode {
	case http.StatusOK:
	case http.StatusNotFound, http.StatusGone:
		return nil, ErrUnsigned
	default:
		return nil, fmt.Errorf("cannot read %s: the server answers %s", name, answer.Status)
	}
	data, err := io.ReadAll(io.LimitReader(answer.Body, most+1))
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", name, err)
	}
	if int64(len(data)) > most {
		return nil, fmt.Errorf("cannot read %s: it is larger than %d bytes", name, most)
	}
	return data, nil
}

// compare reads every file that the manifest lists, some at a time, and sorts what
// differs.
func (r *remote) compare(ctx context.Context, sums map[string]string, result *Result) error {
	names := make(chan string)
	var group sync.WaitGroup
	var mu sync.Mutex
	for range atOnce {
		group.Go(func() {
			for name := range names {
				sum, missing, err := r.sum(ctx, name)
				mu.Lock()
				switch {
				case missing:
					result.Missing = append(result.Missing, name)
				case err != nil:
					result.Unread = append(result.Unread, name+": "+err.Error())
				case sum != sums[name]:
					result.Changed = append(result.Changed, name)
				}
				mu.Unlock()
			}
		})
	}
	for name := range sums {
		select {
		case names <- name:
		case <-ctx.Done():
		}
	}
	close(names)
	group.Wait()
	for _, list := range [][]string{result.Changed, result.Missing, result.Unread} {
		slices.Sort(list)
	}
	return ctx.Err()
}

// sum reads a file through and gives its SHA-256, in hexadecimal digits.
func (r *remote) sum(ctx context.Context, name string) (sum string, missing bool, err error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	answer, err := r.get(ctx, name)
	if err != nil {
		var of *url.Error // says the address, which is said already
		if errors.As(err, &of) {
			err = of.Err
		}
		return "", false, err
	}
	defer answer.Body.Close()
	switch answer.StatusCode {
	case http.StatusOK:
	case http.StatusNotFound, http.StatusGone:
		return "", true, nil
	default:
		return "", false, errors.New(answer.Status)
	}
	hash := sha256.New()
	if n, err := io.Copy(hash, io.LimitReader(answer.Body, mostFile+1)); err != nil {
		return "", false, err
	} else if n > mostFile {
		return "", false, fmt.Errorf("more than %d bytes", int64(mostFile))
	}
	return hex.EncodeToString(hash.Sum(nil)), false, nil
}
