package cli

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// TestServe follows an official: a page is shown, a change of data shows by
// itself, a broken change keeps the last good page and says what is wrong, a
// mended one shows again.
func TestServe(t *testing.T) {
	dir := t.TempDir()
	site := &app{env: Environment{Now: time.Now, Getenv: os.Getenv, Err: io.Discard}, texts: textsFor("en")}
	if err := site.writeStarter(dir); err != nil {
		t.Fatal(err)
	}
	for _, example := range []string{"services", "locations", "service_locations", "service_areas", "schedules"} {
		if err := os.Remove(filepath.Join(dir, "data", example+".csv")); err != nil {
			t.Fatal(err)
		}
	}
	providers := filepath.Join(dir, "data", "providers.csv")
	write := func(rows string) {
		t.Helper()
		if err := os.WriteFile(providers, []byte("id,kind,name_tk,name_ru,name_en\n"+rows), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("a,state,Bölüm,Отдел,Department\n")

	scratch := t.TempDir()
	t.Setenv("TMPDIR", scratch)
	output := watchedWriter{told: make(chan struct{}, 1)}
	a := &app{env: Environment{Out: io.Discard, Err: &output, Getenv: func(string) string { return "" }, Now: time.Now},
		texts: textsFor("en"), report: &output, config: filepath.Join(dir, "config.toml")}
	s, err := a.previewSettings()
	if err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- a.serve(ctx, listener, s) }()

	address := "http://" + listener.Addr().String()
	page := func() string {
		t.Helper()
		response, err := http.Get(address + "/en/providers/a/")
		if err != nil {
			t.Fatal(err)
		}
		defer response.Body.Close()
		body, err := io.ReadAll(response.Body)
		if err != nil {
			t.Fatal(err)
		}
		return string(body)
	}
	if !strings.Contains(page(), "Department") {
		t.Error("the first build is not shown")
	}
	events := listen(t, address+"/_elinde/events")
	write("a,state,Bölüm,Отдел,Renamed office\n")
	events("reload")
	if !strings.Contains(page(), "Renamed office") {
		t.Error("the change is not shown")
	}
	write("a,shop,Bölüm,Отдел,Broken office\n")
	events("findings")
	if !strings.Contains(page(), "Renamed office") {
		t.Error("the last good page is gone")
	}
	write("a,state,Bölüm,Отдел,Mended office\n")
	events("reload")
	if !strings.Contains(page(), "Mended office") {
		t.Error("the mended page is not shown")
	}
	if _, err := os.Stat(filepath.Join(dir, "public")); err == nil {
		t.Error("looking at a draft has published it")
	}
	// A build that is under way at the end leaves nothing behind.
	output.await(a.texts.get("stage-site"))
	write("a,state,Bölüm,Отдел,Last office\n")
	<-output.told
	stop()
	if err := <-done; err != nil && !strings.Contains(err.Error(), "closed") {
		t.Error(err)
	}
	left, err := os.ReadDir(scratch)
	if err != nil || len(left) > 0 {
		t.Error("left behind:", left, err)
	}
	if !strings.Contains(output.String(), "kind, \"shop\"") {
		t.Errorf("the terminal does not say what is wrong:\n%s", output.String())
	}
}

// watchedWriter tells when a text is written; several goroutines may write.
type watchedWriter struct {
	mu   sync.Mutex
	all  bytes.Buffer
	text string
	told chan struct{}
}

func (w *watchedWriter) await(text string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.text = text
}

func (w *watchedWriter) Write(data []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.text != "" && bytes.Contains(data, []byte(w.text)) {
		w.text = ""
		w.told <- struct{}{}
	}
	return w.all.Write(data)
}

func (w *watchedWriter) String() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.all.String()
}

// listen opens the stream of events; the function it gives waits for the next one
// of a name.
func listen(t *testing.T, address string) func(event string) {
	t.Helper()
	response, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { response.Body.Close() })
	lines := bufio.NewScanner(response.Body)
	return func(event string) {
		t.Helper()
		for lines.Scan() {
			if strings.TrimSpace(strings.TrimPrefix(lines.Text(), "event:")) == event {
				return
			}
		}
		t.Fatalf("no event %s: %v", event, lines.Err())
	}
}
