package downloads

import (
	"net/url"
	"slices"
	"strings"

	"elinde/generator/programme"
	"elinde/generator/sdmx"
	"elinde/generator/series"
)

// Names of the SDMX files of an edition: the figures, and their structure.
const (
	ObservationsSDMX = "observations.sdmx.csv"
	StructureSDMX    = "structure.sdmx.json"
)

// flow identifies the dataflow; the agency is the host of the site.
func (h *shelf) flow() sdmx.Flow {
	host := ""
	if u, err := url.Parse(h.settings.BaseURL); err == nil {
		host = u.Hostname()
	}
	return sdmx.Flow{Agency: sdmx.AgencyOf(host), ID: "STATISTICS", Version: "1.0.0"}
}

// message makes the SDMX-CSV data message of an edition.
func (h *shelf) message(e edition) []byte {
	w := sdmx.NewWriter(h.flow(), h.extra, h.codes)
	for _, n := range e.order {
		for _, f := range e.figures(n.ID) {
			w.Write(sdmx.Observation{Members: members(f), Period: f.TimePeriod, Value: f.Value.Text, Status: f.Status, Conf: f.ConfStatus,
				Unit: string(n.Unit), Release: string(f.ReleaseID), Origin: f.Origin, Comment: f.Comment})
		}
	}
	return w.Bytes()
}

// members gives the codes of a figure in the order of the dimensions of SDMX.
func members(f *series.Figure) []string {
	list := []string{f.Freq, string(f.RefArea), string(f.Indicator), string(f.ServiceType), string(f.Sex), string(f.Age), string(f.TargetGroup)}
	for _, id := range f.Extra {
		list = append(list, string(id))
	}
	return list
}

// structure makes the SDMX-JSON structure message of an edition. Its code lists
// hold the codes that the edition uses, so that later releases do not change it.
func (h *shelf) structure(e edition) []byte {
	s := sdmx.Structure{Flow: h.flow(), Name: h.words("nav_statistics"), Languages: h.codes, Others: map[string]sdmx.Name{
		"time_period": h.words("stats_period"), "obs_value": h.words("download_figure"), "unit_measure": h.words("stats_unit"),
		"comment_obs": h.words("download_comment"), "release_id": h.words("statistics_release"), "origin": h.words("stats_source")}}
	if e.release != nil {
		s.Prepared = e.release.PublishAt.Time
	}
	used := make([]map[string]bool, len(sdmx.Fixed)+len(h.extra))
	for i := range used {
		used[i] = map[string]bool{}
	}
	for _, n := range e.order {
		for _, f := range e.figures(n.ID) {
			for i, id := range members(f) {
				used[i][id] = true
			}
		}
	}
	for i, column := range append(slices.Clone(sdmx.Fixed), h.extra...) {
		l := sdmx.List{Column: column}
		l.Name, l.Codes = h.codeList(column, used[i])
		s.Dimensions = append(s.Dimensions, l)
	}
	_, statuses, confs := h.codesOf(e)
	s.Statuses = sdmx.List{Column: "obs_status", Name: h.words("download_status"), Codes: h.worded(statuses, func(c string) string { return "obs_status_" + c })}
	s.Confidentiality = sdmx.List{Column: "conf_status", Name: h.words("download_confidentiality"), Codes: h.worded(confs, func(c string) string { return "conf_status_" + c })}
	data, err := s.JSON()
	if err != nil {
		panic(err) // only strings go in
	}
	return append(data, '\n')
}

// codeList names a dimension and lists the codes of it that are used, in the order
// of their table.
func (h *shelf) codeList(column string, used map[string]bool) (sdmx.Name, []sdmx.Code) {
	var codes []sdmx.Code
	switch column {
	case "freq":
		return h.words("stats_frequency"), h.worded(sorted(used), func(c string) string { return "frequency_" + strings.ToUpper(c) })
	case "ref_area":
		for i := range h.Places {
			if p := &h.Places[i]; used[string(p.ID)] && h.Place[p.ID] == p {
				c := sdmx.Code{ID: string(p.ID), Name: h.byLanguage(p.Name)}
				if used[string(p.ParentID)] {
					c.Parent = string(p.ParentID)
				}
				codes = append(codes, c)
			}
		}
		return h.words("stats_place"), codes
	case "indicator":
		for _, n := range h.listed() {
			if used[string(n.ID)] {
				codes = append(codes, sdmx.Code{ID: string(n.ID), Name: h.byLanguage(n.Name)})
			}
		}
		return h.words("download_indicator"), codes
	}
	name, scheme := sdmx.Name(nil), column
	for _, d := range h.settings.Dimensions {
		if d.ID == column {
			name, scheme = d.Name, d.Scheme
		}
	}
	if name == nil {
		name = h.words("stats_" + column)
	}
	for _, id := range sorted(used) {
		codes = append(codes, sdmx.Code{ID: id, Name: h.byLanguage(h.member(scheme, programme.TermID(id)))})
	}
	return name, codes
}

// words says a text of the interface in every language.
func (h *shelf) words(key string) sdmx.Name {
	name := sdmx.Name{}
	for _, code := range h.codes {
		name[code] = h.say(code, key)
	}
	return name
}

func (h *shelf) worded(codes []string, key func(code string) string) []sdmx.Code {
	list := make([]sdmx.Code, len(codes))
	for i, c := range codes {
		list[i] = sdmx.Code{ID: c, Name: h.words(key(strings.ToLower(c)))}
	}
	return list
}

func sorted(set map[string]bool) []string {
	list := make([]string, 0, len(set))
	for s := range set {
		list = append(list, s)
	}
	slices.Sort(list)
	return list
}
