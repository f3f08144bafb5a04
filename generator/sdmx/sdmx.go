// Package sdmx writes and reads the observations of a programme in the formats of
// SDMX 3.1: SDMX-CSV 2.1 for the figures and SDMX-JSON 2.1 for their structure
// (dataflow, data structure definition, concepts, code lists). It knows the
// columns of our observations and nothing else: no files, no releases, no
// disclosure control. What it writes it reads back as it was.
//
// A figure that is missing on purpose is NaN; its status says why. The list of
// statuses is a multi-valued attribute, the comment a multi-lingual one.
package sdmx

import (
	"regexp"
	"strings"
)

// Flow identifies a dataflow and the data structure of the same name.
type Flow struct{ Agency, ID, Version string }

// String gives the form of the column STRUCTURE_ID.
func (f Flow) String() string { return f.Agency + ":" + f.ID + "(" + f.Version + ")" }

var notInAgency = regexp.MustCompile(`[^A-Z0-9]+`)

// AgencyOf makes an agency's id of the name of a host on the web.
func AgencyOf(host string) string {
	id := strings.Trim(notInAgency.ReplaceAllString(strings.ToUpper(host), "_"), "_")
	if id == "" || id[0] >= '0' && id[0] <= '9' {
		id = "A_" + id
	}
	return strings.TrimSuffix(id, "_")
}

// Media types of the two formats.
const (
	DataMedia      = "application/vnd.sdmx.data+csv;version=2.1.0"
	StructureMedia = "application/vnd.sdmx.structure+json;version=2.1.0"
)

// Fixed are the dimensions that every observation has, as our columns; TIME_PERIOD
// stands behind the declared ones.
var Fixed = []string{"freq", "ref_area", "indicator", "service_type", "sex", "age", "target_group"}

// The components beside the dimensions.
const (
	timePeriod = "TIME_PERIOD"
	value      = "OBS_VALUE"
	status     = "OBS_STATUS"
	conf       = "CONF_STATUS"
	unit       = "UNIT_MEASURE"
	comment    = "COMMENT_OBS"
	release    = "RELEASE_ID"
	origin     = "ORIGIN"
	revised    = "REVISION"
)

// missing stands for a number that is missing on purpose, absent for any other
// value that is.
const (
	missing = "NaN"
	absent  = "#N/A"
)

// Revised is the one code of REVISION: the figure is not what a release before told.
const Revised = "R"

// separator stands between the values of one cell.
const separator = "|"
