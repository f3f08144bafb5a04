package hsds

import (
	"crypto/sha256"

	"elinde/generator/ledger"
	"elinde/generator/programme"
	"elinde/site"
)

// key knows files by what they are made from, before they are made.
type key struct {
	rest     []byte                   // fingerprint of all but the rows of services
	services map[string]programme.Sum // of the row of a service, by local_id
}

// Key lets files be made only where they are not known: rest is a fingerprint of all
// that the package was exported from, this program included, but the rows of
// services, of which sums has those. The ledger knows packed parts of the archive.
func (p *Package) Key(rest []byte, sums map[programme.ServiceID]programme.Sum, known *ledger.Ledger) {
	if p.known = known; rest == nil {
		return
	}
	k := &key{rest, make(map[string]programme.Sum, len(sums))}
	for id, sum := range sums {
		k.services[string(id)] = sum
	}
	p.key = k
}

// file gives a file that tells of rows of a resource, and of others that follow from
// its name, known by these and further.
func (p *Package) file(name, further string, r *Resource, rows []Row, make func() []byte) site.File {
	f := site.File{Path: Folder + name}
	if p.key == nil {
		f.Data = make()
		return f
	}
	sum := sha256.New()
	sum.Write(p.key.rest)
	sum.Write([]byte(further))
	for _, row := range rows {
		sum.Write([]byte{0})
		sum.Write([]byte(row["id"]))
		for _, service := range p.servicesIn(r, row) {
			of := p.key.services[service["local_id"]]
			sum.Write(of[:])
		}
	}
	f.Key, f.Make = sum.Sum(nil), make
	return f
}

// servicesIn lists the services of which an object tells: itself, the one that it
// belongs to, or those that it offers. TestKeysHold changes their rows.
func (p *Package) servicesIn(r *Resource, row Row) []Row {
	switch r.Name {
	case "service":
		return []Row{row}
	case "service_at_location":
		return []Row{p.id["service"][row["service_id"]]}
	case "organization":
		return p.by["service.organization_id"][row["id"]]
	}
	return nil
}
