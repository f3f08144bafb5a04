package treecheck

import (
	"math/bits"
	"runtime"
	"sync"
)

// Offered is the set of all targets of a tree: its files, and the ids of its
// pages. It is filled first and asked by several goroutines then.
type Offered struct {
	slots []uint64
	mask  uint64
	zero  bool
}

// NewOffered makes room for n targets.
func NewOffered(n int) *Offered {
	size := 1 << bits.Len(uint(2*n+16))
	return &Offered{slots: make([]uint64, size), mask: uint64(size - 1)}
}

// Add adds a target by its fingerprint.
func (o *Offered) Add(target uint64) {
	if target == 0 {
		o.zero = true
		return
	}
	for i := target & o.mask; ; i = (i + 1) & o.mask {
		switch o.slots[i] {
		case 0:
			o.slots[i] = target
			return
		case target:
			return
		}
	}
}

// Has says whether a target is offered.
func (o *Offered) Has(target uint64) bool {
	if target == 0 {
		return o.zero
	}
	for i := target & o.mask; ; i = (i + 1) & o.mask {
		switch o.slots[i] {
		case 0:
			return false
		case target:
			return true
		}
	}
}

// Broken gives the pages that link to something that is not offered.
func Broken(pages []Linking, offered *Offered) []Linking {
	var (
		mu     sync.Mutex
		broken []Linking
		group  sync.WaitGroup
	)
	parts := runtime.GOMAXPROCS(0)
	for part := range parts {
		group.Go(func() {
			for i := part; i < len(pages); i += parts {
				for _, link := range pages[i].Links {
					if !offered.Has(link) {
						mu.Lock()
						broken = append(broken, pages[i])
						mu.Unlock()
						break
					}
				}
			}
		})
	}
	group.Wait()
	return broken
}

// Linking is a page with the fingerprints of what it links to.
type Linking struct {
	Path  string
	Links []uint64
}
