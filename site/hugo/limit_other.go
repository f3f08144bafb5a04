//go:build !linux

package hugo

// limitMemory has nothing to offer here.
func limitMemory() error { return nil }
