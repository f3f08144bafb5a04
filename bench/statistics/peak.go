package main

import (
	"bytes"
	"os"
	"runtime"
	"runtime/pprof"
	"time"
)

// watchPeak keeps a profile of the memory in a file, taken when it was largest so
// far by a tenth. The function that it gives ends the watch.
func watchPeak(name string) (stop func() error) {
	done, ended := make(chan struct{}), make(chan error)
	go func() {
		var most uint64
		var profile bytes.Buffer
		for tick := time.NewTicker(500 * time.Millisecond); ; {
			select {
			case <-done:
				ended <- os.WriteFile(name, profile.Bytes(), 0o644)
				return
			case <-tick.C:
				var m runtime.MemStats
				if runtime.ReadMemStats(&m); m.HeapInuse > most+most/10 {
					most = m.HeapInuse
					profile.Reset()
					pprof.WriteHeapProfile(&profile)
				}
			}
		}
	}()
	return func() error { close(done); return <-ended }
}
