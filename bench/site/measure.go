package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"
)

// cost is what a process and those that it started took.
type cost struct {
	wall, cpu time.Duration // cpu: user and system
	peak      int64         // resident bytes of the largest process
	files     int           // of the tree that was written
	bytes     int64
}

// run measures a process that writes a tree into out; empty: it writes none.
// The page cache is written back first, so that nobody pays for another's files.
func run(out string, cmd *exec.Cmd) (cost, error) {
	syscall.Sync()
	var words bytes.Buffer
	cmd.Stdout, cmd.Stderr = &words, &words
	start := time.Now()
	if err := cmd.Run(); err != nil {
		return cost{}, fmt.Errorf("%s: %w\n%s", cmd.Args, err, words.Bytes())
	}
	c := cost{wall: time.Since(start)}
	// Both count the process's own children that it waited for.
	usage := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	c.cpu = time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
	c.peak = usage.Maxrss << 10
	if out == "" {
		return c, nil
	}
	err := filepath.WalkDir(out, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		c.files++
		c.bytes += info.Size()
		return nil
	})
	return c, err
}

// fresh empties the folders that a contender writes.
func fresh(folders ...string) error {
	for _, f := range folders {
		if err := os.RemoveAll(f); err != nil {
			return err
		}
	}
	return nil
}
