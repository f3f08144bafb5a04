package shard

import (
	"bufio"
	"encoding/binary"
	"encoding/gob"
	"fmt"
	"io"
)

// Records are most of a job: they travel behind it as they are, one by one, so
// that neither end holds a second copy of them all.

// send writes a job and its records.
func send(w *bufio.Writer, job Job) error {
	records := job.Records
	job.Records, job.Count = nil, len(records)
	if err := gob.NewEncoder(w).Encode(job); err != nil {
		return err
	}
	for _, r := range records {
		sizes := binary.AppendUvarint(nil, uint64(len(r.Path)))
		sizes = binary.AppendUvarint(sizes, uint64(len(r.JSON)))
		w.Write(sizes)
		w.WriteString(r.Path)
		w.Write(r.JSON) // a failure is kept for Flush
	}
	return w.Flush()
}

// Receive reads a job that Run sent; its records stay in the stream for Next.
func Receive(in *bufio.Reader) (*Incoming, error) {
	i := &Incoming{in: in}
	if err := gob.NewDecoder(in).Decode(&i.Job); err != nil {
		return nil, fmt.Errorf("cannot read the job: %w", err)
	}
	return i, nil
}

// Incoming is a job whose records are still to be read.
type Incoming struct {
	Job
	in    *bufio.Reader
	read  int
	space []byte
}

// Next reads the next record; its JSON is good until the next call. io.EOF
// follows the last one.
func (i *Incoming) Next() (Record, error) {
	if i.read == i.Count {
		return Record{}, io.EOF
	}
	i.read++
	path, err := binary.ReadUvarint(i.in)
	if err != nil {
		return Record{}, torn(err)
	}
	size, err := binary.ReadUvarint(i.in)
	if err != nil {
		return Record{}, torn(err)
	}
	need := int(path + size)
	if cap(i.space) < need {
		i.space = make([]byte, need+need/2)
	}
	space := i.space[:need]
	if _, err := io.ReadFull(i.in, space); err != nil {
		return Record{}, torn(err)
	}
	return Record{Path: string(space[:path]), JSON: space[path:]}, nil
}

func torn(err error) error {
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return fmt.Errorf("cannot read the job's records: %w", err)
}
