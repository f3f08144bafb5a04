package hugo

import (
	"fmt"

	"golang.org/x/sys/unix"
)

// limitMemory ends this process, and not its neighbours, when a template asks
// for memory without end. The garbage collector's own limit is a wish; this one
// is kept by the kernel. A lower limit that somebody has set stays.
func limitMemory() error {
	const most = 2 << 30
	var now unix.Rlimit
	if err := unix.Getrlimit(unix.RLIMIT_DATA, &now); err != nil {
		return fmt.Errorf("cannot read the limit of memory: %w", err)
	}
	limit := min(most, now.Max)
	if err := unix.Setrlimit(unix.RLIMIT_DATA, &unix.Rlimit{Cur: min(limit, now.Cur), Max: limit}); err != nil {
		return fmt.Errorf("cannot limit memory: %w", err)
	}
	return nil
}
