package shard

import "syscall"

// withParent ends a child with its parent: a child left behind would write into
// a folder that the next build removes.
func withParent() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
}
