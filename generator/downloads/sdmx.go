package downloads

import (
	"cmp"
	"net/url"
	"path"
	"slices"
	"strconv"
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

// flow identifies the dataflow of an edition; the agency is the host of the site.
func (h *shelf) flow(e edition) sdmx.Flow {
	host := ""
	if u, err := url.Parse(h.settings.BaseURL); err == nil {
		host = u.Hostname()
	}
	return sdmx.Flow{Agency: sdmx.AgencyOf(host), ID: "STATISTICS", Version: e.known.version()}
}

// message makes the SDMX-CSV data message of an edition.
func (h *shelf) message(e edition) []byte {
	w := sdmx.NewWriter(h.flow(e), h.extra, h.codes)
	for _, n := range e.order {
		for _, f := range e.figures(n.ID) {
			w.Write(sdmx.Observation{Members: members(f), Period: f.TimePeriod, Value: f.Value.Text, Status: f.Status, Conf: f.ConfStatus,
				Unit: string(n.Unit), Release: string(f.ReleaseID), Origin: f.Origin, Comment: f.Comment,
				Revised: f.Has(series.RevisedFigure)})
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

// structure makes the SDMX-JSON structure message of an edition. Its code lists hold
// the codes that it and the releases before it use, so that later ones do not change it.
func (h *shelf) structure(e edition) []byte {
	s := sdmx.Structure{Flow: h.flow(e), Name: h.words("nav_statistics"), Languages: h.codes, Test: h.settings.Illustration, Others: map[string]sdmx.Name{
		"time_period": h.words("stats_period"), "obs_value": h.words("download_figure"), "comment_obs": h.words("download_comment"),
		"release_id": h.words("statistics_release"), "origin": h.words("stats_source")}}
	if e.release != nil {
		s.Prepared = e.release.PublishAt.Time
	}
	known := e.known
	if known == nil {
		known = known.with(0, e)
	}
	for i, column := range append(slices.Clone(sdmx.Fixed), h.extra...) {
		used := known.members[column]
		if i >= len(sdmx.Fixed) {
			used = known.members[strconv.Itoa(i)]
		}
		l := sdmx.List{Column: column, Standard: standard[column]}
		l.Name, l.Codes = h.codeList(column, used)
		s.Dimensions = append(s.Dimensions, l)
	}
	attribute := func(column, name string, codes []sdmx.Code) sdmx.List {
		return sdmx.List{Column: column, Standard: standard[column], Name: h.words(name), Codes: codes}
	}
	s.Statuses = attribute("obs_status", "download_status", h.worded(sorted(known.statuses), func(c string) string { return "obs_status_" + strings.ToLower(c) }))
	s.Confidentiality = attribute("conf_status", "download_confidentiality", h.worded(sorted(known.confs), func(c string) string { return "conf_status_" + strings.ToLower(c) }))
	s.Revisions = attribute("revision", "download_revised", []sdmx.Code{{ID: sdmx.Revised, Name: h.words("download_revised")}})
	s.Units = attribute("unit_measure", "stats_unit", nil)
	for _, id := range sorted(known.units) {
		s.Units.Codes = append(s.Units.Codes, sdmx.Code{ID: id, Name: h.byLanguage(h.name("unit", programme.TermID(id)))})
	}
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
		return h.words("download_frequency"), h.worded(sorted(used), func(c string) string { return "frequency_" + c })
	case "ref_area":
		for i := range h.Places {
			if p := &h.Places[i]; used[string(p.ID)] && h.Place[p.ID] == p {
				c := sdmx.Code{ID: string(p.ID), Name: h.byLanguage(p.Name), Same: [2]string{"ISO 3166", cmp.Or(p.ISO31662, h.iso(p))}}
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
		c := sdmx.Code{ID: id, Name: h.byLanguage(h.member(scheme, programme.TermID(id)))}
		if column == "age" {
			c.Same = [2]string{"SDMX:CL_AGE", sdmxAge(id)}
		}
		codes = append(codes, c)
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
		list[i] = sdmx.Code{ID: c, Name: h.words(key(c))}
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

// sdmxMedia gives the media type of a file of SDMX, "" for others.
func sdmxMedia(name string) string {
	switch path.Base(name) {
	case ObservationsSDMX:
		return sdmx.DataMedia
	case StructureSDMX:
		return sdmx.StructureMedia
	}
	return ""
}
