package sdmx

import (
	"encoding/json"
	"strings"
	"time"
)

// Name is a name in each language that has one, by its code.
type Name map[string]string

// Code is a member of a code list; Parent is another of the same list. Same is the code
// that other lists have for it, by their names: "ISO 3166", "SDMX:CL_AGE".
type Code struct {
	ID, Parent string
	Name       Name
	Same       [2]string // list, code; blank for none
}

// List is the code list of a coded component. Column is our column, Name what it is
// called. Standard is the cross-domain list of SDMX whose codes these are, but for those
// that say otherwise; blank for none.
type List struct {
	Column, Standard string
	Name             Name
	Codes            []Code
}

// Structure is what a message of structures tells of the observations.
type Structure struct {
	Flow      Flow
	Name      Name
	Prepared  time.Time
	Test      bool     // the figures were made up
	Languages []string // the first is the main one
	// Dimensions are the coded ones in their order, fixed and declared; the others are
	// the lists of the coded attributes.
	Dimensions                                  []List
	Statuses, Confidentiality, Units, Revisions List
	// Others names the components that have no codes: time_period, obs_value,
	// comment_obs, release_id, origin.
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
	coded := append(append([]List{}, s.Dimensions...), s.Statuses, s.Confidentiality, s.Units, s.Revisions)
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
		"meta": object{"id": s.Flow.ID, "test": s.Test, "prepared": s.Prepared.UTC().Format(time.RFC3339),
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
var uncoded = []string{timePeriod, value, comment, release, origin}

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
	coded := func(id string) object { return object{"enumeration": s.urn("codelist.Codelist", listID(id))} }
	return object{
		"dimensionList": object{"id": "DimensionDescriptor", "dimensions": dimensions,
			"timeDimension": s.component(timePeriod, object{"format": object{"dataType": "ObservationalTimePeriod"}})},
		"measureList": object{"id": "MeasureDescriptor", "measures": []object{s.component(value, object{"format": object{"dataType": "Double"}})}},
		"attributeList": object{"id": "AttributeDescriptor", "attributes": []object{
			attribute(status, "mandatory", observation, object{"maxOccurs": "unbounded", "enumeration": s.urn("codelist.Codelist", listID(status))}),
			attribute(conf, "mandatory", observation, coded(conf)),
			attribute(unit, "optional", object{"dimensions": []string{"INDICATOR"}}, coded(unit)),
			attribute(comment, "optional", observation, object{"format": object{"dataType": "String", "isMultiLingual": true}}),
			attribute(release, "optional", observation, text),
			attribute(origin, "optional", observation, text),
			attribute(revised, "optional", observation, coded(revised)),
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
		if c.Same[1] != "" {
			codes[i]["annotations"] = same(c.Same[0], c.Same[1])
		}
	}
	list := object{"codes": codes}
	if l.Standard != "" {
		list["annotations"] = same("SDMX", l.Standard)
		list["links"] = []object{{"rel": "related", "type": "codelist", "urn": model + "codelist.Codelist=SDMX:" + l.Standard}}
	}
	return s.kept(listID(l.Column), l.Name, list)
}

// same says by what name others know a code or a list.
func same(by, name string) []object {
	return []object{{"type": "SAME_AS", "title": by, "value": name}}
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
