package serve

import (
	"bufio"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

func folder(t *testing.T) string {
	t.Helper()
	root := filepath.Join(t.TempDir(), "public")
	for name, text := range map[string]string{
		"index.html":          "<html><head></head>root",
		"404.html":            "none",
		"tk/index.html":       "<html><head><title>x</title></head>tk",
		"tk/404.html":         "<html><head></head>ýok",
		"tk/a/index.html":     "a",
		"assets/style.css":    "body{}",
		"assets/style.css.br": "packed",
		"assets/style.css.gz": "zipped",
	} {
		file := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(root, "../secret.txt"), []byte("secret"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("../../secret.txt", filepath.Join(root, "tk/link.txt")); err != nil {
		t.Fatal(err)
	}
	return root
}

func get(h http.Handler, target string, header ...string) *http.Response {
	r := httptest.NewRequest("GET", "http://127.0.0.1:1313/", nil)
	path, query, _ := strings.Cut(target, "?")
	r.URL.Path, r.URL.RawQuery = path, query
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

func body(r *http.Response) string {
	var b strings.Builder
	bufio.NewReader(r.Body).WriteTo(&b)
	return b.String()
}

func TestAnswers(t *testing.T) {
	root := folder(t)
	h := Handler(func() string { return root }, Options{Handlers: map[string]http.Handler{
		"/api/": http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("api " + r.URL.Path)) }),
	}})
	for _, c := range []struct {
		target string
		status int
		want   string
	}{
		{"/", 200, "root"},
		{"/tk/", 200, "tk"},
		{"/tk", 301, "/tk/"},
		{"/tk/a?x=1", 301, "/tk/a/?x=1"},
		{"/tk/none/", 404, "ýok"},
		{"/none/", 404, "none"},
		{"/assets/", 404, "none"}, // no list of a folder
		{"/assets", 404, "none"},
		{"/tk/../../secret.txt", 404, ""},
		{"/../secret.txt", 404, ""},
		{"/tk/link.txt", 404, "ýok"},
		{"/tk\\..\\x", 404, ""},
		{"/tk/\x00", 404, ""},
		{"/.hidden", 404, ""},
		{"/api/search", 200, "api /api/search"},
		{"/_elinde/live.js", 404, ""}, // only when live
	} {
		r := get(h, c.target)
		text := body(r) + r.Header.Get("Location")
		if r.StatusCode == http.StatusTemporaryRedirect || r.StatusCode == http.StatusMovedPermanently && c.status == 404 {
			r = get(h, r.Header.Get("Location")) // the mux cleans the path first
			text = body(r)
		}
		if r.StatusCode != c.status || !strings.Contains(text, c.want) {
			t.Errorf("%q: %d %q, want %d %q", c.target, r.StatusCode, text, c.status, c.want)
		}
		if strings.Contains(text, "secret") {
			t.Errorf("%q leaves the tree", c.target)
		}
		if p := r.Header.Get("Content-Security-Policy"); p != Headers["Content-Security-Policy"] || strings.Contains(p, "unsafe") {
			t.Errorf("%q: policy %q", c.target, p)
		}
	}
	for header, want := range map[string]string{"br, gzip": "packed", "gzip": "zipped", "br;q=0, gzip;q=0.5": "zipped", "": "body{}"} {
		if got := body(get(h, "/assets/style.css", "Accept-Encoding", header)); got != want {
			t.Errorf("Accept-Encoding %q: %q, want %q", header, got, want)
		}
	}
}

func TestForeignHostIsRefused(t *testing.T) {
	root := folder(t)
	h := Handler(func() string { return root }, Options{})
	for host, status := range map[string]int{"localhost:1": 200, "[::1]:1": 200, "127.0.0.1": 200, "evil.example": 403, "127.0.0.1.evil.example": 403, "10.0.0.1:80": 403} {
		r := httptest.NewRequest("GET", "/", nil)
		r.Host = host
		w := httptest.NewRecorder()
		if h.ServeHTTP(w, r); w.Code != status {
			t.Errorf("%s: %d, want %d", host, w.Code, status)
		}
	}
}

func TestBasePath(t *testing.T) {
	root := folder(t)
	h := Handler(func() string { return root }, Options{BasePath: "/mirror/"})
	for target, want := range map[string]int{"/mirror/tk/": 200, "/tk/": 404, "/": 302, "/mirror": 302} {
		if r := get(h, target); r.StatusCode != want {
			t.Errorf("%s: %d, want %d", target, r.StatusCode, want)
		}
	}
}

func TestLivePagesReload(t *testing.T) {
	root := folder(t)
	live := NewLive(func(language string) Overlay {
		return Overlay{Title: "in " + language, Findings: []Note{{Severity: "error", Where: "services.csv", Text: "<b>"}}}
	})
	server := httptest.NewServer(Handler(func() string { return root }, Options{Live: live}))
	defer server.Close()
	for _, page := range []string{"/tk/", "/tk/none/"} {
		r, err := http.Get(server.URL + page)
		if err != nil {
			t.Fatal(err)
		}
		if text := body(r); !strings.Contains(text, tags+"</head>") {
			t.Errorf("%s has no tags: %s", page, text)
		}
	}
	r, err := http.Get(server.URL + "/_elinde/findings.json?lang=ru")
	if err != nil {
		t.Fatal(err)
	}
	if text := body(r); !strings.Contains(text, `"in ru"`) || strings.Contains(text, "<b>") {
		t.Errorf("findings %s", text)
	}
	events, err := http.Get(server.URL + "/_elinde/events")
	if err != nil {
		t.Fatal(err)
	}
	defer events.Body.Close()
	lines := bufio.NewReader(events.Body)
	lines.ReadString('\n') // the stream stands once its first line is here
	live.Reload()
	for {
		line, err := lines.ReadString('\n')
		if err != nil {
			t.Fatal("no event came:", err)
		}
		if line == "event: reload\n" {
			return
		}
	}
}

func TestWatchTellsOnceStill(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "config.toml")
	data := filepath.Join(dir, "data")
	if err := os.MkdirAll(filepath.Join(data, "old"), 0o755); err != nil {
		t.Fatal(err)
	}
	told := make(chan []string, 16)
	w, err := NewWatcher([]string{file, data})
	if err != nil {
		t.Fatal(err)
	}
	go w.Tell(t.Context(), func(files []string) { told <- files })
	write := func(name string) {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(time.Now().String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, names := range [][]string{
		{filepath.Join(data, "a.csv"), filepath.Join(data, "b.csv")},
		{file},
		{filepath.Join(data, "old", "c.csv")},
		{filepath.Join(data, "new", "d.csv")},
	} {
		for _, name := range names {
			write(name)
		}
		write(filepath.Join(dir, "unwatched.txt"))
		write(filepath.Join(data, ".hidden.swp"))
		select {
		case got := <-told:
			for _, name := range got {
				if strings.Contains(name, "unwatched") || strings.Contains(name, ".hidden") {
					t.Errorf("told of %s", name)
				}
			}
			if last := names[len(names)-1]; !strings.Contains(strings.Join(got, " "), last) && !strings.Contains(strings.Join(got, " "), filepath.Dir(last)) {
				t.Errorf("told of %v, want %s", got, last)
			}
		case <-time.After(10 * time.Second):
			t.Fatalf("a change of %v was not told", names)
		}
	}
}

// TestHeadersAreThoseOfTheManual reads docs/hosting.md: its table and its recipe
// say what is sent here, and no location of the recipe drops any of it.
func TestHeadersAreThoseOfTheManual(t *testing.T) {
	page, err := os.ReadFile("../../docs/hosting.md")
	if err != nil {
		t.Fatal(err)
	}
	table := map[string]string{}
	for _, row := range regexp.MustCompile("(?m)^\\| ([A-Z][\\w-]+) \\| `([^`]+)` \\|$").FindAllStringSubmatch(string(page), -1) {
		table[row[1]] = row[2]
	}
	recipe := map[string]string{}
	for _, line := range regexp.MustCompile(`(?m)^        add_header ([\w-]+) "?([^"]+?)"? always;$`).FindAllStringSubmatch(string(page), -1) {
		recipe[line[1]] = line[2]
	}
	delete(recipe, "Cache-Control")
	if !maps.Equal(table, Headers) {
		t.Errorf("the table says %v, want %v", table, Headers)
	}
	if !maps.Equal(recipe, Headers) {
		t.Errorf("the recipe says %v, want %v", recipe, Headers)
	}
	if regexp.MustCompile(`location [^}]*add_header`).Match(page) {
		t.Error("a location with a header of its own drops the others")
	}
}
