package hugo

import "golang.org/x/sys/unix"

// limitMemory ends this process, and not its neighbours, when a template asks
// for memory without end. The garbage collector's own limit is a wish; this one
// is kept by the kernel.
func limitMemory() {
	const most = 2 << 30
	unix.Setrlimit(unix.RLIMIT_DATA, &unix.Rlimit{Cur: most, Max: most})
}
