package hugo

import (
	"bufio"
	"encoding/gob"
	"fmt"
	"maps"
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"sync"

	"elinde/site/shard"
	"elinde/site/tree"
	"elinde/site/treecheck"
)

// ChildMain renders the job that comes on standard input, replies on standard
// output and gives the exit code of the process.
func ChildMain() int {
	if err := limitMemory(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	runtime.GOMAXPROCS(1)
	// A shard is known to be small: fewer collections are worth the memory, up
	// to a limit that keeps the process under what a small machine has.
	debug.SetGCPercent(400)
	debug.SetMemoryLimit(640 << 20)
	in, out := bufio.NewReaderSize(os.Stdin, 1<<20), bufio.NewWriterSize(os.Stdout, 1<<16)
	// Nothing but replies may reach the parent on this pipe.
	os.Stdout = os.Stderr
	if err := serve(in, out); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

// batch is how many pages go in one reply.
const batch = 256

func serve(in *bufio.Reader, out *bufio.Writer) error {
	job, err := shard.Receive(in)
	if err != nil {
		return err
	}
	records := &records{from: job, unwritten: make(map[string]struct{}, job.Count)}
	replies := gob.NewEncoder(out)
	writer := tree.Writer{Root: job.Folder, Twins: job.Twins}
	find := treecheck.NewFinder(job.Rules.Forbidden)
	var (
		mu    sync.Mutex
		pages []shard.Page
	)
	log, err := Render(job.Job, records, func(path string, data []byte) error {
		mu.Lock()
		_, ok := records.unwritten[path]
		delete(records.unwritten, path)
		mu.Unlock()
		if !ok {
			return fmt.Errorf("a file that was not planned: %s", path)
		}
		entry, err := writer.Write(path, data)
		if err != nil {
			return err
		}
		page := shard.Page{Entry: entry, Summary: treecheck.Page(path, data, job.Rules, find)}
		if job.Budget > 0 {
			page.Summary.Weight = tree.Weigh(entry, data, max(job.Budget-page.Summary.Loads(job.Sheets), 1))
		}
		mu.Lock()
		defer mu.Unlock()
		if pages = append(pages, page); len(pages) < batch {
			return nil
		}
		err = replies.Encode(shard.Reply{Pages: pages})
		pages = pages[:0]
		return err
	})
	last := shard.Reply{Pages: pages, Done: true, Log: log}
	if err == nil && len(records.unwritten) > 0 {
		first := slices.Min(slices.Collect(maps.Keys(records.unwritten)))
		err = fmt.Errorf("%d pages came out empty, such as %s: is there a layout?", len(records.unwritten), first)
	}
	if err != nil {
		last.Failure = err.Error()
	}
	if err := replies.Encode(last); err != nil {
		return err
	}
	return out.Flush()
}
