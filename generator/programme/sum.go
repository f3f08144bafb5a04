package programme

import (
	"crypto/sha256"
	"encoding/json"
	"runtime"
	"sync"
)

// Sum is a fingerprint of what a row says, wherever it stands in its file.
type Sum [sha256.Size]byte

// Sums gives the fingerprints of all services, which are taken once.
func (x *Index) Sums() map[ServiceID]Sum { return x.sums() }

func (x *Index) sumServices() map[ServiceID]Sum {
	list := make([]Sum, len(x.Services))
	var group sync.WaitGroup
	parts := runtime.GOMAXPROCS(0)
	for part := range parts {
		group.Go(func() {
			for i := part; i < len(list); i += parts {
				row := x.Services[i]
				row.Position, row.Index = Position{}, 0
				data, err := json.Marshal(row)
				if err != nil {
					panic(err) // strings, numbers and lists of them
				}
				list[i] = sha256.Sum256(data)
			}
		})
	}
	group.Wait()
	sums := make(map[ServiceID]Sum, len(list))
	for i := range list {
		if s := &x.Services[i]; x.Service[s.ID] == s {
			sums[s.ID] = list[i]
		}
	}
	return sums
}
