package table

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"

	"elinde/generator/config"
	"elinde/generator/finding"
	"elinde/generator/programme"
)

// outlinesFile holds the polygons of places: GeoJSON (RFC 7946), WGS 84, the id
// of a feature is the id of a place.
const outlinesFile = "outlines.geojson"

type feature struct {
	ID       programme.PlaceID `json:"id"`
	Geometry struct {
		Type        string          `json:"type"`
		Coordinates json.RawMessage `json:"coordinates"`
	} `json:"geometry"`
}

// outlines reads the outlines, if there are any.
func (r *Records) outlines(fsys fs.FS, set config.Settings) []finding.Finding {
	raw, err := readAll(fsys, outlinesFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	var found []finding.Finding
	report := func(code finding.Code, value, reason string) {
		found = append(found, finding.Finding{Code: code, Severity: finding.Error, File: shown(set, outlinesFile),
			Value: finding.Short(value), Args: map[string]string{"reason": reason}})
	}
	if err != nil {
		report(finding.FileUnreadable, "", err.Error())
		return found
	}
	r.inputs = append(r.inputs, input{file: outlinesFile, sum: sha256.Sum256([]byte(raw))})
	var collection struct {
		Features []feature `json:"features"`
	}
	if err := json.Unmarshal([]byte(raw), &collection); err != nil {
		report(finding.OutlineInvalid, "", err.Error())
		return found
	}
	places := map[programme.PlaceID]bool{}
	for _, p := range r.Tables.Places {
		places[p.ID] = true
	}
	r.Tables.Outlines = map[programme.PlaceID]programme.Outline{}
	for _, f := range collection.Features {
		outline, err := f.outline()
		switch {
		case err != nil:
			report(finding.OutlineInvalid, string(f.ID), err.Error())
		case !places[f.ID]:
			report(finding.OutlineUnknown, string(f.ID), "")
		default:
			r.Tables.Outlines[f.ID] = append(r.Tables.Outlines[f.ID], outline...)
		}
	}
	return found
}

// outline checks the geometry: rings are closed, have three corners or more and lie
// on the earth.
func (f feature) outline() (programme.Outline, error) {
	var outline programme.Outline
	switch f.Geometry.Type {
	case "Polygon":
		outline = programme.Outline{nil}
		if err := json.Unmarshal(f.Geometry.Coordinates, &outline[0]); err != nil {
			return nil, err
		}
	case "MultiPolygon":
		if err := json.Unmarshal(f.Geometry.Coordinates, &outline); err != nil {
			return nil, err
		}
	default:
		return nil, fmt.Errorf("geometry %q, want Polygon or MultiPolygon", f.Geometry.Type)
	}
	for _, polygon := range outline {
		if len(polygon) == 0 {
			return nil, errors.New("polygon without ring")
		}
		for _, ring := range polygon {
			if len(ring) < 4 || ring[0] != ring[len(ring)-1] {
				return nil, errors.New("ring that is not closed")
			}
			for _, p := range ring {
				if p[0] < -180 || p[0] > 180 || p[1] < -90 || p[1] > 90 {
					return nil, fmt.Errorf("point %v, %v is not longitude, latitude", p[0], p[1])
				}
			}
		}
	}
	return outline, nil
}
