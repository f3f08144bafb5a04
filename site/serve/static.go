package serve

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path"
	"strconv"
	"strings"
	"time"
)

// static answers with files of the tree.
type static struct {
	root func() string
	base string
	live *Live
}

// ServeHTTP answers GET and HEAD.
func (s *static) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, http.StatusText(http.StatusMethodNotAllowed), http.StatusMethodNotAllowed)
		return
	}
	name, below := strings.CutPrefix(r.URL.Path, s.base)
	if !below {
		if r.URL.Path == "/" || r.URL.Path+"/" == s.base {
			http.Redirect(w, r, s.base, http.StatusFound)
			return
		}
		name = "" // outside of the site: the root's 404 page
	}
	tree, err := os.OpenRoot(s.root())
	if err != nil {
		http.Error(w, http.StatusText(http.StatusServiceUnavailable), http.StatusServiceUnavailable)
		return
	}
	defer tree.Close()
	if !below || !plain(name) {
		s.notFound(w, r, tree, name)
		return
	}
	file := name
	if name == "" || strings.HasSuffix(name, "/") {
		file += "index.html"
	}
	info, err := tree.Stat(file)
	switch {
	case err == nil && info.IsDir():
		if _, err := tree.Stat(file + "/index.html"); err != nil {
			s.notFound(w, r, tree, name)
			return
		}
		target := s.base + name + "/"
		if r.URL.RawQuery != "" {
			target += "?" + r.URL.RawQuery
		}
		http.Redirect(w, r, target, http.StatusMovedPermanently)
	case err != nil || !info.Mode().IsRegular():
		s.notFound(w, r, tree, name)
	default:
		s.file(w, r, tree, file, info.ModTime())
	}
}

// plain refuses names that no file of a tree has, so that tricks with dots,
// backslashes and NUL end before the file system.
func plain(name string) bool {
	if strings.ContainsAny(name, "\\\x00") {
		return false
	}
	trimmed := strings.TrimSuffix(name, "/")
	if trimmed == "" {
		return name == ""
	}
	if !fs.ValidPath(trimmed) {
		return false
	}
	for _, segment := range strings.Split(trimmed, "/") {
		if segment[0] == '.' {
			return false
		}
	}
	return true
}

// file answers with one file, packed if the reader takes it and a packed twin
// lies beside it.
func (s *static) file(w http.ResponseWriter, r *http.Request, tree *os.Root, name string, modTime time.Time) {
	w.Header().Set("Content-Type", contentType(name))
	if s.live != nil && path.Ext(name) == ".html" {
		data, err := tree.ReadFile(name)
		if err != nil {
			http.Error(w, http.StatusText(http.StatusServiceUnavailable), http.StatusServiceUnavailable)
			return
		}
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(inject(data)))
		return
	}
	open := name
	w.Header().Add("Vary", "Accept-Encoding")
	for _, twin := range []struct{ suffix, encoding string }{{".br", "br"}, {".gz", "gzip"}} {
		if accepts(r.Header.Get("Accept-Encoding"), twin.encoding) {
			if info, err := tree.Stat(name + twin.suffix); err == nil && info.Mode().IsRegular() {
				open = name + twin.suffix
				w.Header().Set("Content-Encoding", twin.encoding)
				break
			}
		}
	}
	f, err := tree.Open(open)
	if err != nil {
		w.Header().Del("Content-Encoding")
		http.Error(w, http.StatusText(http.StatusServiceUnavailable), http.StatusServiceUnavailable)
		return
	}
	defer f.Close()
	http.ServeContent(w, r, "", modTime, f)
}

// notFound answers with the 404 page of the language that the path begins with,
// or that of the root.
func (s *static) notFound(w http.ResponseWriter, r *http.Request, tree *os.Root, name string) {
	language, _, _ := strings.Cut(name, "/")
	for _, page := range []string{language + "/404.html", "404.html"} {
		if !plain(page) {
			continue
		}
		data, err := tree.ReadFile(page)
		if err != nil {
			if errors.Is(err, fs.ErrNotExist) {
				continue
			}
			break
		}
		if s.live != nil {
			data = inject(data)
		}
		w.Header().Set("Content-Type", contentType(page))
		w.Header().Set("Content-Length", strconv.Itoa(len(data)))
		w.WriteHeader(http.StatusNotFound)
		if r.Method != http.MethodHead {
			io.Copy(w, bytes.NewReader(data))
		}
		return
	}
	http.Error(w, http.StatusText(http.StatusNotFound), http.StatusNotFound)
}

// accepts reads an Accept-Encoding header.
func accepts(header, encoding string) bool {
	for part := range strings.SplitSeq(header, ",") {
		name, q, weighted := strings.Cut(strings.TrimSpace(part), ";")
		if strings.EqualFold(strings.TrimSpace(name), encoding) {
			value, err := strconv.ParseFloat(strings.TrimPrefix(strings.TrimSpace(q), "q="), 64)
			return !weighted || err == nil && value > 0
		}
	}
	return false
}

// types are fixed here, so that no machine's own list changes an answer.
var types = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".mjs": "text/javascript; charset=utf-8",
	".json": "application/json", ".geojson": "application/geo+json", ".jsonld": "application/ld+json", ".xml": "application/xml", ".svg": "image/svg+xml",
	".txt": "text/plain; charset=utf-8", ".md": "text/markdown; charset=utf-8", ".csv": "text/csv; charset=utf-8", ".ics": "text/calendar; charset=utf-8",
	".webmanifest": "application/manifest+json", ".wasm": "application/wasm", ".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp", ".avif": "image/avif",
	".ico": "image/x-icon", ".woff2": "font/woff2", ".pdf": "application/pdf", ".zip": "application/zip", ".gz": "application/gzip", ".br": "application/octet-stream",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

func contentType(name string) string {
	ext := path.Ext(name)
	if t := types[ext]; t != "" {
		return t
	}
	return "application/octet-stream"
}
