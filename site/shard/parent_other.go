//go:build !linux

package shard

import "syscall"

// withParent has nothing to offer here: a child ends when it can no longer
// write to its parent.
func withParent() *syscall.SysProcAttr { return nil }
