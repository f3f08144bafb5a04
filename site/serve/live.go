package serve

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"time"
)

// livePrefix is where the files of live reloading are served. No file of a tree
// begins with "_".
const livePrefix = "/_elinde/"

//go:embed live/live.js live/live.css
var liveFiles embed.FS

// Overlay is what the overlay of findings shows. All texts come ready, in the
// language asked for.
type Overlay struct {
	Title    string `json:"title"` // "3 errors keep the site from being rebuilt"
	Close    string `json:"close"` // of the button
	Findings []Note `json:"findings"`
}

// Note is one finding in the overlay.
type Note struct {
	Severity string `json:"severity"` // "error", "warning": a class of the style sheet
	Where    string `json:"where"`    // "services.csv, row 12"
	Text     string `json:"text"`
	Hint     string `json:"hint,omitempty"`
}

// Live tells open pages to reload and shows findings on them.
type Live struct {
	overlay func(language string) Overlay

	mu      sync.Mutex
	readers map[chan string]struct{}
	pulse   time.Duration
}

// NewLive makes a Live. Overlay is asked for what to show, in a language of the
// site; one without findings shows nothing. It may be called by several
// goroutines.
func NewLive(overlay func(language string) Overlay) *Live {
	return &Live{overlay: overlay, readers: map[chan string]struct{}{}, pulse: 20 * time.Second}
}

// Reload makes all open pages load again: a new site was published.
func (l *Live) Reload() { l.tell("reload") }

// Notify makes all open pages show the findings of now: the last good site
// stays.
func (l *Live) Notify() { l.tell("findings") }

func (l *Live) tell(event string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for reader := range l.readers {
		select {
		case reader <- event:
		default: // it has one waiting, which makes it look again anyway
		}
	}
}

// ServeHTTP serves the script, the style sheet, the findings and the events.
func (l *Live) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch name := strings.TrimPrefix(r.URL.Path, livePrefix); name {
	case "live.js", "live.css":
		data, err := liveFiles.ReadFile("live/" + name)
		if err != nil {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", contentType(name))
		w.Write(data)
	case "findings.json":
		w.Header().Set("Content-Type", contentType(name))
		overlay := l.overlay(r.URL.Query().Get("lang"))
		if overlay.Findings == nil {
			overlay.Findings = []Note{}
		}
		json.NewEncoder(w).Encode(overlay)
	case "events":
		l.events(w, r)
	default:
		http.NotFound(w, r)
	}
}

// events keeps a stream of server-sent events open. A pulse now and then finds
// readers that are gone.
func (l *Live) events(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	stream := http.NewResponseController(w)
	mine := make(chan string, 1)
	l.mu.Lock()
	l.readers[mine] = struct{}{}
	l.mu.Unlock()
	defer func() {
		l.mu.Lock()
		delete(l.readers, mine)
		l.mu.Unlock()
	}()
	pulse := time.NewTicker(l.pulse)
	defer pulse.Stop()
	line := "retry: 500\n\n"
	for {
		if _, err := fmt.Fprint(w, line); err != nil || stream.Flush() != nil {
			return
		}
		select {
		case <-r.Context().Done():
			return
		case event := <-mine:
			line = "event: " + event + "\ndata: 1\n\n"
		case <-pulse.C:
			line = ": pulse\n\n"
		}
	}
}

// tags are put into each page in serve mode; they hold no inline code.
const tags = `<link rel="stylesheet" href="` + livePrefix + `live.css"><script type="module" src="` + livePrefix + `live.js"></script>`

func inject(page []byte) []byte {
	i := bytes.Index(page, []byte("</head>"))
	if i < 0 {
		return page
	}
	out := make([]byte, 0, len(page)+len(tags))
	out = append(out, page[:i]...)
	out = append(out, tags...)
	return append(out, page[i:]...)
}
