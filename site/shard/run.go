package shard

import (
	"bufio"
	"bytes"
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strings"
)

// Mark is the environment variable that tells a process that it is a child.
const Mark = "ELINDE_SHARD"

// IsChild says whether this process is a child that renders.
func IsChild() bool { return os.Getenv(Mark) != "" }

// ErrChild says that a child process came back here instead of rendering.
var ErrChild = errors.New("this process is a rendering child: main must call site.ChildMain first")

// Failure is what the renderer said about a shard: a fault of the theme or of
// the pages, not of the machine.
type Failure struct {
	Text string
}

func (f *Failure) Error() string { return f.Text }

// Run renders the job in a child process and gives the pages as they come.
// The log holds warnings of templates.
func Run(ctx context.Context, job Job, take func([]Page)) (log string, err error) {
	if IsChild() {
		return "", ErrChild
	}
	program, err := self()
	if err != nil {
		return "", err
	}
	cmd := exec.CommandContext(ctx, program)
	cmd.Env = []string{Mark + "=1", "GOMAXPROCS=1"}
	cmd.Dir = job.Folder
	cmd.SysProcAttr = withParent()
	var words bytes.Buffer
	cmd.Stderr = &limited{to: &words, left: 64 << 10}
	stdin, err := cmd.StdinPipe()
	if err != nil {
		return "", err
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return "", err
	}
	if err := cmd.Start(); err != nil {
		return "", fmt.Errorf("cannot start a rendering process: %w", err)
	}
	sent := make(chan error, 1)
	go func() {
		err := send(bufio.NewWriterSize(stdin, 1<<18), job)
		stdin.Close()
		sent <- err
	}()
	last, readErr := receive(stdout, take)
	if readErr != nil {
		// It may be waiting for somebody to read on, and its sender for it.
		cmd.Process.Kill()
	}
	sendErr := <-sent
	waitErr := cmd.Wait()
	switch {
	case ctx.Err() != nil:
		return "", context.Cause(ctx)
	case last.Done && last.Failure != "":
		return last.Log, &Failure{Text: last.Failure}
	case last.Done:
		return last.Log, nil
	default:
		return "", fmt.Errorf("a rendering process broke off: %w\n%s", errors.Join(waitErr, sendErr, readErr), strings.TrimSpace(words.String()))
	}
}

func receive(r io.Reader, take func([]Page)) (Reply, error) {
	in := gob.NewDecoder(bufio.NewReaderSize(r, 1<<20))
	for {
		var reply Reply
		if err := in.Decode(&reply); err != nil {
			return Reply{}, err
		}
		if len(reply.Pages) > 0 {
			take(reply.Pages)
		}
		if reply.Done {
			return reply, nil
		}
	}
}

// self is this program, also after its file was replaced by a newer one.
func self() (string, error) {
	if runtime.GOOS == "linux" {
		if _, err := os.Stat("/proc/self/exe"); err == nil {
			return "/proc/self/exe", nil
		}
	}
	name, err := os.Executable()
	if err != nil {
		return "", fmt.Errorf("cannot find this program: %w", err)
	}
	return name, nil
}

// limited keeps the beginning of what is written.
type limited struct {
	to   *bytes.Buffer
	left int
}

func (l *limited) Write(p []byte) (int, error) {
	n := min(len(p), l.left)
	l.to.Write(p[:n])
	l.left -= n
	return len(p), nil
}
