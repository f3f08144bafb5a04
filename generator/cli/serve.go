package cli

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/url"
	"path/filepath"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"elinde/generator/config"
	"elinde/site/serve"
)

// headerTime is how long a client may take over its request line and headers.
const headerTime = 10 * time.Second

func (a *app) serveCommand() *cobra.Command {
	port := 1313
	c := &cobra.Command{Use: "serve", Short: a.texts.get("serve-short"), Long: a.texts.get("serve-long"), Args: a.takes(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			s, err := a.previewSettings()
			if err != nil {
				return err
			}
			listener, err := listenOn(port)
			// Somebody else has the usual port: any other will do, unless it was
			// asked for by name.
			if err != nil && !cmd.Flags().Changed("port") {
				listener, err = listenOn(0)
			}
			if err != nil {
				return errors.New(a.texts.format("serve-failed", err))
			}
			return a.serve(cmd.Context(), listener, s)
		}}
	c.Flags().IntVarP(&port, "port", "p", port, a.texts.get("flag-port"))
	return c
}

func listenOn(port int) (net.Listener, error) {
	return net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
}

// previewSettings are the settings of a preview: unless --output says otherwise
// it is built into a folder of its own, so that looking at a draft publishes
// nothing.
func (a *app) previewSettings() (config.Settings, error) {
	s, _, err := a.settings()
	if err == nil && a.output == "" {
		output := s.Path(s.Output)
		s.Output = filepath.Join(filepath.Dir(output), ".preview", filepath.Base(output))
		a.output = s.Output
	}
	return s, err
}

// serve builds, answers requests and builds again until ctx ends.
func (a *app) serve(ctx context.Context, listener net.Listener, s config.Settings) error {
	p := &preview{app: a}
	p.live = serve.NewLive(p.overlay)
	base := "/"
	if u, err := url.Parse(s.BaseURL); err == nil && u.Path != "" {
		base = u.Path
	}
	server := &http.Server{ReadHeaderTimeout: headerTime, Handler: serve.Handler(func() string { return s.Path(s.Output) },
		serve.Options{BasePath: base, Live: p.live, Handlers: map[string]http.Handler{"/api/search": p}})}

	ctx, stop := context.WithCancel(ctx)
	defer stop()
	// What changes while the first build reads is built again.
	watcher, err := serve.NewWatcher(watchedPaths(a.config, s))
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	p.build(ctx)
	served := make(chan error, 1)
	go func() { served <- server.Serve(listener) }()
	watched := make(chan error, 1)
	go func() { watched <- watcher.Tell(ctx, func([]string) { p.build(ctx) }) }()
	a.say("serving", "http://"+listener.Addr().String()+base)

	watching := true
	select {
	case <-ctx.Done():
	case err = <-watched:
		watching = false
	case err = <-served:
	}
	stop()
	// A build under way ends before the index that it may bring is closed.
	if watching {
		err = errors.Join(err, <-watched)
	}
	// Open pages hold a connection for reloading: they are cut, not waited for.
	return errors.Join(err, server.Close(), p.close())
}

// watchedPaths lists what a site is made from.
func watchedPaths(file string, s config.Settings) []string {
	paths := []string{file, s.Path(s.Data), s.Path(s.Content)}
	if s.Theme != "" {
		paths = append(paths, s.Path(s.Theme))
	}
	for _, folder := range s.Mounts {
		paths = append(paths, s.Path(folder))
	}
	return paths
}
