package sdmx

import (
	"encoding/json"
	"strings"
	"time"
)

// Name is a name in each language that has one, by its code.
type Name map[string]string

// Code is a member of a code list; Parent is another of the same list.
type Code struct {
	ID, Parent string
	Name       Name
}

// List is the code list of a component: of a dimension, of OBS_STATUS or of
// CONF_STATUS. Column is our column, Name what it is called.
type List struct {
	Column string
	Name   Name
	Codes  []Code
}

// Structure is what a message of structures tells of the observations.
type Structure struct {
	Flow      Flow
	Name      Name
	Prepared  time.Time
	Languages []string // the first is the main one
	// Dimensions are the coded ones in their order, fixed and declared; Statuses and
	// Confidentiality the lists of the two coded attributes.
	Dimensions                []List
	Statuses, Confidentiality List
	// Others names the components that have no codes: time_period, obs_value,
	// unit_measure, comment_obs, release_id, origin.
	Others map[string]Name
}

type object map[string]any

const (
	model  = "urn:sdmx:org.sdmx.infomodel."
	schema = "https://json.sdmx.org/2.1/sdmx-json-structure-schema.json"
)

// JSON writes an SDMX-JSON 2.1 structure message: dataflow, data structure
// definition, concepts and code lists.
func (s *Structure) JSON() ([]byte, error) {
	coded := append(append([]List{}, s.Dimensions...), s.Statuses, s.Confidentiality)
	var lists, concepts []object
	for _, l := range coded {
		lists = append(lists, s.list(l))
		concepts = append(concepts, s.named(object{"id": strings.ToUpper(l.Column)}, l.Name))
	}
	for _, id := range uncoded {
		concepts = append(concepts, s.named(object{"id": id}, s.Others[strings.ToLower(id)]))
	}
	return json.MarshalIndent(object{
		"$schema": schema,
		"meta": object{"id": s.Flow.ID, "test": false, "prepared": s.Prepared.UTC().Format(time.RFC3339),
			"contentLanguages": s.Languages, "sender": object{"id": s.Flow.Agency}},
		"data": object{
			"dataflows":      []object{s.kept(s.Flow.ID, s.Name, object{"structure": s.urn("datastructure.DataStructure", s.Flow.ID)})},
			"dataStructures": []object{s.kept(s.Flow.ID, s.Name, object{"dataStructureComponents": s.components()})},
			"conceptSchemes": []object{s.kept("CONCEPTS", s.Name, object{"concepts": concepts})},
			"codelists":      lists,
		},
	}, "", " ")
}

// uncoded are the components without a code list.
var uncoded = []string{timePeriod, value, unit, comment, release, origin}

// components makes the dimensions, the measure and the attributes.
func (s *Structure) components() object {
	var dimensions []object
	for i, l := range s.Dimensions {
		d := s.component(strings.ToUpper(l.Column), object{"enumeration": s.urn("codelist.Codelist", listID(l.Column))})
		d["position"] = i
		dimensions = append(dimensions, d)
	}
	attribute := func(id, usage string, relationship, representation object) object {
		a := s.component(id, representation)
		a["usage"], a["attributeRelationship"] = usage, relationship
		return a
	}
	observation := object{"observation": object{}}
	text := object{"format": object{"dataType": "String"}}
	return object{
		"dimensionList": object{"id": "DimensionDescriptor", "dimensions": dimensions,
			"timeDimension": s.component(timePeriod, object{"format": object{"dataType": "ObservationalTimePeriod"}})},
		"measureList": object{"id": "MeasureDescriptor", "measures": []object{s.component(value, object{"format": object{"dataType": "Double"}})}},
		"attributeList": object{"id": "AttributeDescriptor", "attributes": []object{
			attribute(status, "mandatory", observation, object{"maxOccurs": "unbounded", "enumeration": s.urn("codelist.Codelist", listID(status))}),
			attribute(conf, "mandatory", observation, object{"enumeration": s.urn("codelist.Codelist", listID(conf))}),
			attribute(unit, "optional", object{"dimensions": []string{"INDICATOR"}}, text),
			attribute(comment, "optional", observation, object{"format": object{"dataType": "String", "isMultiLingual": true}}),
			attribute(release, "optional", observation, text),
			attribute(origin, "optional", observation, text),
		}},
	}
}

func (s *Structure) component(id string, representation object) object {
	return object{"id": id, "conceptIdentity": s.urn("conceptscheme.Concept", "CONCEPTS") + "." + id, "localRepresentation": representation}
}

// list makes a code list.
func (s *Structure) list(l List) object {
	codes := make([]object, len(l.Codes))
	for i, c := range l.Codes {
		codes[i] = s.named(object{"id": c.ID}, c.Name)
		if c.Parent != "" {
			codes[i]["parent"] = c.Parent
		}
	}
	return s.kept(listID(l.Column), l.Name, object{"isPartial": true, "codes": codes})
}

func listID(column string) string { return "CL_" + strings.ToUpper(column) }

// kept makes an artefact that the agency maintains.
func (s *Structure) kept(id string, name Name, of object) object {
	of["id"], of["agencyID"], of["version"] = id, s.Flow.Agency, s.Flow.Version
	return s.named(of, name)
}

// named adds the name in the main language and in all; the id stands for a name
// that there is not.
func (s *Structure) named(of object, name Name) object {
	main, names := "", object{}
	for _, code := range s.Languages {
		if name[code] != "" {
			names[code] = name[code]
			if main == "" {
				main = name[code]
			}
		}
	}
	if main == "" {
		main = of["id"].(string)
		names[s.Languages[0]] = main
	}
	of["name"], of["names"] = main, names
	return of
}

// urn names an artefact of the agency.
func (s *Structure) urn(class, id string) string {
	return model + class + "=" + s.Flow.Agency + ":" + id + "(" + s.Flow.Version + ")"
}
