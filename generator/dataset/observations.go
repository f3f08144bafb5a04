package dataset

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

// Codes of CL_OBS_STATUS by what they say of the value: whyNot are reasons for
// a missing one, never with none beside them.
const (
	whyNot = "OMLQHKSJ"
	never  = "OMLQH"
)

// observations checks each cell of the statistics by itself and against its
// indicator, its release and its place.
func observations(r *report) {
	type cell struct {
		release programme.ReleaseID
		key     string
	}
	first := make(map[cell]*programme.Observation, len(r.tables.Observations))
	for i := range r.tables.Observations {
		o := &r.tables.Observations[i]
		k := cell{o.ReleaseID, o.Key()}
		if before := first[k]; before != nil {
			r.add(finding.ObservationRepeated, finding.Error, "observations", &o.Row, "", k.key,
				"first_file", before.File, "first_line", strconv.Itoa(before.Line), "agree", agree(o, before, true), "differ", agree(o, before, false))
			continue
		}
		first[k] = o
		r.statusOf(o)
		r.periodOf(o)
		r.valueOf(o)
	}
	r.unmatched(func(release programme.ReleaseID, key string) bool { return first[cell{release, key}] != nil })
	r.dimensionNames()
}

// agree names what two rows of one cell have the same, or what not.
func agree(a, b *programme.Observation, same bool) string {
	var list []string
	for _, c := range []struct {
		column string
		same   bool
	}{{"obs_value", a.Value.Text == b.Value.Text}, {"obs_status", slices.Equal(a.Status, b.Status)}} {
		if c.same == same {
			list = append(list, c.column)
		}
	}
	if same && len(list) < 2 {
		return "" // then what differs is said
	}
	return strings.Join(list, ", ")
}

// statusOf checks that a missing value says why, and that a status does not
// contradict the value, itself or the confidentiality.
func (r *report) statusOf(o *programme.Observation) {
	reasons, nevers := 0, ""
	for _, code := range o.Status {
		if strings.Contains(whyNot, code) {
			reasons++
		}
		if strings.Contains(never, code) {
			nevers += code
		}
	}
	raw := ""
	if !o.Value.Set() {
		raw, _ = r.source.Cell(&o.Row, "observations", "obs_value")
	}
	switch {
	case !o.Value.Set() && strings.TrimSpace(raw) == "" && reasons == 0:
		r.add(finding.ValueWithoutReason, finding.Error, "observations", &o.Row, "obs_value", "")
	case o.Value.Set() && nevers != "":
		r.add(finding.ValueDespiteStatus, finding.Error, "observations", &o.Row, "obs_value", r.shown(o), "status", nevers)
	}
	if len(o.Status) > 1 && (o.Status.Has("A") || len(nevers) > 1) {
		r.add(finding.StatusContradiction, finding.Warning, "observations", &o.Row, "obs_status", strings.Join(o.Status, ";"))
	}
	if o.Status.Has("Q") && o.ConfStatus == "F" {
		r.add(finding.ConfStatusContradiction, finding.Error, "observations", &o.Row, "conf_status", o.ConfStatus)
	}
}

// periodOf checks the period against frequency, indicator, release and place.
func (r *report) periodOf(o *programme.Observation) {
	period, ok := programme.ParsePeriod(o.TimePeriod)
	if !ok {
		return // it has its finding
	}
	span := period.Span()
	if period.Freq() != o.Freq && (o.Freq == "A" || o.Freq == "Q") {
		r.add(finding.FreqPeriodMismatch, finding.Error, "observations", &o.Row, "time_period", o.TimePeriod, "freq", o.Freq)
	}
	if i := r.index.Indicator[o.Indicator]; i != nil && i.Frequency == "A" && o.Freq == "Q" {
		// Yearly sums of a quarterly indicator are usual; the reverse is not.
		r.add(finding.FrequencyDiffers, finding.Warning, "observations", &o.Row, "freq", o.Freq,
			"indicator", string(o.Indicator), "expected", i.Frequency)
	}
	if release := r.index.Release[o.ReleaseID]; release != nil && !release.Periods.Has(o.TimePeriod) {
		out, planned := "", string(o.ReleaseID)
		if release.Status != "planned" { // what is published holds what it held
			out, planned = planned, ""
		}
		r.add(finding.PeriodNotInRelease, finding.Error, "observations", &o.Row, "time_period", o.TimePeriod, "release", string(o.ReleaseID),
			"out", out, "planned", planned)
	}
	if r.index.Place[o.RefArea] != nil && !r.index.InForce(o.RefArea, span) {
		r.add(finding.ObservationPlaceNotInForce, finding.Error, "observations", &o.Row, "ref_area", string(o.RefArea), "period", o.TimePeriod)
	}
}

// valueOf checks the value against what its indicator can be.
func (r *report) valueOf(o *programme.Observation) {
	i := r.index.Indicator[o.Indicator]
	if i == nil || !o.Value.Set() {
		return
	}
	if i.Kind == "count" && (o.Value.F < 0 || o.Value.F != math.Trunc(o.Value.F)) {
		grouped := "" // "1,630" was read as a decimal number
		if _, part, ok := strings.Cut(o.Value.Text, "."); ok && len(part) == 3 {
			grouped = "1234"
		}
		r.add(finding.CountNotWhole, finding.Error, "observations", &o.Row, "obs_value", r.shown(o), "grouped", grouped)
		return
	}
	side := ""
	switch {
	case i.MinValue.Set() && o.Value.F < i.MinValue.F:
		side = "< " + i.MinValue.Text
	case i.MaxValue.Set() && o.Value.F > i.MaxValue.F:
		side = "> " + i.MaxValue.Text
	case !i.MaxValue.Set() && isShare(i) && o.Value.F > 100: // a rate may be more, if its row says so
		r.add(finding.ShareBeyondWhole, finding.Warning, "observations", &o.Row, "obs_value", r.shown(o))
		return
	default:
		return
	}
	r.add(finding.ValueImpossible, finding.Error, "observations", &o.Row, "obs_value", r.shown(o),
		"side", side, "min", orOpen(i.MinValue), "max", orOpen(i.MaxValue))
}

// isShare reports whether an indicator tells per cents of a whole, by our unit or that
// of SDMX.
func isShare(i *programme.Indicator) bool {
	unit := strings.ToLower(string(i.Unit))
	return i.Kind == "rate" && (unit == "percent" || unit == "pt")
}

// hidden stands for a value that the report must not give away.
const hidden = "…"

// shown gives the value of an observation for the report: what disclosure
// control will withhold stays out of it, as logs are read by more people than
// the export.
//
// The sign and the decimal point stay: they are what is wrong with some.
func (c *check) shown(o *programme.Observation) string {
	if !c.hides(o) {
		return o.Value.Text
	}
	shown := hidden
	if strings.HasPrefix(o.Value.Text, "-") {
		shown = "-" + shown
	}
	if o.Value.F != math.Trunc(o.Value.F) {
		shown += "." + hidden
	}
	return shown
}

// hides reports whether the report may not show a value.
func (c *check) hides(o *programme.Observation) bool {
	i := c.index.Indicator[o.Indicator]
	small := i != nil && i.Kind == "count" && i.Threshold.Set && o.Value.F >= 0 && o.Value.F < float64(i.Threshold.N)
	release := c.index.Release[o.ReleaseID]
	early := release != nil && release.PublishAt.After(c.settings.AsOf)
	return o.Value.Set() && (o.ConfStatus != "F" || o.Status.Has("Q") || small || early)
}

func orOpen(d programme.Decimal) string {
	if d.Set() {
		return d.Text
	}
	return "∞"
}

// unmatched reports revisions of observations that neither their release holds
// nor, for a figure that was withdrawn, any other.
func (r *report) unmatched(known func(programme.ReleaseID, string) bool) {
	var list []*programme.Revision
	lacking, periods := map[string]bool{}, map[string]bool{}
	written := map[string]string{} // by the key with the total where a dimension does not apply
	for i := range r.tables.Revisions {
		v := &r.tables.Revisions[i]
		if r.index.Release[v.ReleaseID] != nil && !known(v.ReleaseID, v.Key) {
			list = append(list, v)
			lacking[v.Key], periods[v.Key[strings.LastIndexByte(v.Key, '.')+1:]] = true, true
		}
	}
	for i := range r.tables.Observations {
		if o := &r.tables.Observations[i]; periods[o.TimePeriod] {
			key := o.Key()
			delete(lacking, key)
			written[loose(key)] = key
		}
	}
	for _, v := range list {
		if lacking[v.Key] {
			r.add(finding.RevisionUnmatched, finding.Warning, "revisions", &v.Row, "key", v.Key, "release", string(v.ReleaseID), "meant", written[loose(v.Key)])
		}
	}
}

// loose gives a key with the total where a dimension does not apply.
func loose(key string) string {
	parts := strings.Split(key, ".")
	for i, p := range parts {
		if p == programme.NotApplicable {
			parts[i] = programme.Total
		}
	}
	return strings.Join(parts, ".")
}

// dimensionNames checks the names in additive_over.
func (r *report) dimensionNames() {
	names := []string{"ref_area", "service_type", "sex", "age", "target_group"}
	for _, d := range r.settings.Dimensions {
		names = append(names, d.ID)
	}
	known := programme.List(append([]string{"time_period"}, names...))
	for i := range r.tables.Indicators {
		for _, name := range r.tables.Indicators[i].AdditiveOver {
			if !known.Has(name) {
				r.add(finding.DimensionNameUnknown, finding.Error, "indicators", &r.tables.Indicators[i].Row,
					"additive_over", name, "allowed", strings.Join(known, ", "))
			}
		}
	}
}
