package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"syscall"
	"time"

	"elinde/generator/pipeline"
)

// watch prints what each stage took: time of the clock, time of processors, and the
// most memory that the process held during it.
type watch struct {
	name  pipeline.Stage
	start time.Time
	cpu   time.Duration
}

func newWatch() *watch {
	fmt.Printf("%-8s %10s %10s %12s\n", "stage", "wall s", "CPU s", "peak MiB")
	return &watch{}
}

// stage is told by the pipeline how far it is; a new name ends the stage before.
func (w *watch) stage(name pipeline.Stage, _, _ int) {
	if name == w.name {
		return
	}
	w.end()
	w.name, w.start, w.cpu = name, time.Now(), processor()
}

func (w *watch) end() {
	if w.name != "" {
		fmt.Printf("%-8s %10.1f %10.1f %12d\n", w.name, time.Since(w.start).Seconds(), (processor() - w.cpu).Seconds(), peak()>>20)
	}
	// The kernel begins a new highest mark (proc(5), clear_refs).
	os.WriteFile("/proc/self/clear_refs", []byte("5"), 0)
}

// processor gives the processor time of this process and those it started.
func processor() time.Duration {
	var sum time.Duration
	for _, who := range []int{syscall.RUSAGE_SELF, syscall.RUSAGE_CHILDREN} {
		var u syscall.Rusage
		if syscall.Getrusage(who, &u) == nil {
			sum += time.Duration(u.Utime.Nano() + u.Stime.Nano())
		}
	}
	return sum
}

// peak gives the most memory held since the last mark, in bytes.
func peak() int64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	fields := strings.Fields(rest)
	if len(fields) == 0 {
		return 0
	}
	n, _ := strconv.ParseInt(fields[0], 10, 64)
	return n << 10
}
