// Package serve shows a built site on loopback while people work on it, with the
// headers that a public server is told to send. It reads the tree as it is
// published at the moment of a request, adds nothing to it on disk, and never
// lists a folder or leaves the tree, through a symbolic link either.
package serve

import (
	"net"
	"net/http"
	"net/netip"
	"strings"
)

// Headers are sent with every answer: those that docs/hosting.md tells people to
// send, so that what works here works on their server.
var Headers = map[string]string{
	"Content-Security-Policy":    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
	"X-Content-Type-Options":     "nosniff",
	"Referrer-Policy":            "no-referrer",
	"Cross-Origin-Opener-Policy": "same-origin",
}

// Options of a Handler.
type Options struct {
	// BasePath is the path under which the site is served, "/" or "/mirror/";
	// empty means "/".
	BasePath string
	// Live adds reloading and the overlay of findings to pages; nil adds nothing.
	Live *Live
	// Handlers answer requests whose path begins with their prefix, "/api/".
	Handlers map[string]http.Handler
}

// Handler serves the tree in the folder that root names at each request. It
// answers only requests made to a loopback name: another name in the browser
// would be somebody else's page that has found its way here.
func Handler(root func() string, o Options) http.Handler {
	if o.BasePath == "" {
		o.BasePath = "/"
	}
	mux := http.NewServeMux()
	for prefix, h := range o.Handlers {
		mux.Handle(prefix, h)
	}
	if o.Live != nil {
		mux.Handle(livePrefix, o.Live)
	}
	mux.Handle("/", &static{root: root, base: o.BasePath, live: o.Live})
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		for name, value := range Headers {
			h.Set(name, value)
		}
		h.Set("Cache-Control", "no-cache")
		if !loopback(r.Host) {
			http.Error(w, http.StatusText(http.StatusForbidden), http.StatusForbidden)
			return
		}
		mux.ServeHTTP(w, r)
	})
}

// loopback says whether a request's host is this machine by a name that only it
// has.
func loopback(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.Trim(host, "[]")
	if host == "localhost" || strings.HasSuffix(host, ".localhost") {
		return true
	}
	ip, err := netip.ParseAddr(host)
	return err == nil && ip.IsLoopback()
}
