package intake

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

	"elinde/generator/finding"
)

// decoder reads JSON by tokens: it knows lines, refuses depth and keys that are
// given twice, of which others silently take one.
type decoder struct {
	json *json.Decoder
	data []byte
	line int // at offset
	at   int64
}

// here gives the line that is being read.
func (d *decoder) here() int {
	offset := min(d.json.InputOffset(), int64(len(d.data)))
	d.line += bytes.Count(d.data[d.at:offset], []byte{'\n'})
	d.at = offset
	return d.line
}

func (d *decoder) value(depth int) (any, error) {
	if depth > maxDepth {
		return nil, fmt.Errorf("more than %d levels deep", maxDepth)
	}
	token, err := d.json.Token()
	if err != nil {
		return nil, err
	}
	switch token {
	case json.Delim('['):
		list := []any{}
		for d.json.More() {
			v, err := d.value(depth + 1)
			if err != nil {
				return nil, err
			}
			list = append(list, v)
		}
		_, err := d.json.Token()
		return list, err
	case json.Delim('{'):
		return d.object(depth)
	}
	if _, ok := token.(json.Delim); ok {
		return nil, errors.New("unexpected bracket")
	}
	return token, nil
}

func (d *decoder) object(depth int) (any, error) {
	o := &object{values: map[string]any{}, line: d.here()}
	for d.json.More() {
		token, err := d.json.Token()
		if err != nil {
			return nil, err
		}
		key, _ := token.(string)
		if _, twice := o.values[key]; twice {
			return nil, fmt.Errorf("%q is given twice", finding.Short(key))
		}
		v, err := d.value(depth + 1)
		if err != nil {
			return nil, err
		}
		o.keys = append(o.keys, key)
		o.values[key] = v
	}
	_, err := d.json.Token()
	return o, err
}
