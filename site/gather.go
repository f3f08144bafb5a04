package site

import "elinde/site/shard"

// A rendering process gets at most so many pages, and records of so many bytes:
// enough to forget what starting Hugo costs, few enough to stay well below a
// gigabyte.
const (
	shardPages = 5000
	shardBytes = 32 << 20
)

// pending is a shard being gathered.
type pending struct {
	records []shard.Record
	bytes   int
}

func (r *renderer) enqueue(language string, record shard.Record) {
	r.gather.Lock()
	p := r.open[language]
	p.records, p.bytes = append(p.records, record), p.bytes+len(record.JSON)
	full := len(p.records) >= shardPages || p.bytes >= shardBytes
	if full {
		r.open[language] = pending{}
	} else {
		r.open[language] = p
	}
	r.gather.Unlock()
	if full {
		r.send(language, p.records)
	}
}

func (r *renderer) flush() {
	for _, l := range r.build.plan.Languages {
		if p := r.open[l.Code]; len(p.records) > 0 {
			r.send(l.Code, p.records)
		}
	}
}

func (r *renderer) send(language string, records []shard.Record) {
	job := r.blank[language]
	job.Records = records
	select {
	case r.jobs <- job:
	case <-r.ctx.Done():
	}
}
