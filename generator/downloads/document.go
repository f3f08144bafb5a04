package downloads

import (
	"bytes"
	"encoding/json"
	"time"

	"elinde/generator/programme"
	"elinde/generator/series"
)

// document is an indicator with figures as JSON. Texts are objects by language; a
// language without the text is left out.
type document struct {
	*heading
	ID             string            `json:"id"`
	Illustration   bool              `json:"illustration"` // the figures are invented for a demonstration
	Origin         string            `json:"origin,omitempty"`
	Name           map[string]string `json:"name"`
	Definition     map[string]string `json:"definition"`
	Theme          string            `json:"theme"`
	Kind           string            `json:"kind"`
	Unit           string            `json:"unit"`
	UnitLabel      map[string]string `json:"unit_label,omitempty"`
	Decimals       *int              `json:"decimals,omitempty"`
	Frequency      string            `json:"frequency"`
	Baseline       json.Number       `json:"baseline,omitempty"`
	BaselinePeriod string            `json:"baseline_period,omitempty"`
	Target         json.Number       `json:"target,omitempty"`
	TargetPeriod   string            `json:"target_period,omitempty"`
	Direction      string            `json:"direction,omitempty"`
	SDGTarget      string            `json:"sdg_target,omitempty"`
	Source         map[string]string `json:"source"`
	Method         map[string]string `json:"method,omitempty"`
	NextRelease    *time.Time        `json:"next_release,omitempty"`
	Sums           []sumOfQuarters   `json:"sums,omitempty"` // that no release tells
	Observations   []observation     `json:"observations"`   // the last field, see collection
}

// observation is one figure. Value is null where there is none; Status and
// Symbols then say why.
type observation struct {
	Release    string            `json:"release"`
	Freq       string            `json:"freq"`
	Area       string            `json:"ref_area"`
	Dimensions map[string]string `json:"dimensions"`
	Period     string            `json:"time_period"`
	Value      *json.Number      `json:"value"`
	Symbols    []series.Symbol   `json:"symbols,omitempty"`
	Status     []string          `json:"obs_status"`
	Conf       string            `json:"conf_status"`
	Comment    map[string]string `json:"comment,omitempty"`
}

// sumOfQuarters is a figure of a year, or of the quarters of it that there are. Value is
// null where a quarter has none.
type sumOfQuarters struct {
	Derivation string            `json:"derivation"`
	Quarters   []string          `json:"quarters"`
	Area       string            `json:"ref_area"`
	Dimensions map[string]string `json:"dimensions"`
	Period     string            `json:"time_period"`
	Value      *json.Number      `json:"value"`
	Symbols    []series.Symbol   `json:"symbols,omitempty"`
}

// document describes an indicator with its figures of an edition.
func (h *shelf) document(n *programme.Indicator, e edition) document {
	d := h.described(n, e)
	d.heading = h.heading(e)
	return d
}

func (h *shelf) described(n *programme.Indicator, e edition) document {
	d := document{ID: string(n.ID), Illustration: n.Origin == programme.Illustration, Origin: n.Origin, Name: h.byLanguage(n.Name),
		Definition: h.byLanguage(n.Definition), Theme: string(n.Theme), Kind: n.Kind, Unit: string(n.Unit),
		UnitLabel: h.byLanguage(n.UnitLabel), Frequency: n.Frequency, Baseline: json.Number(number(n.Baseline)), BaselinePeriod: n.BaselinePeriod,
		Target: json.Number(number(n.Target)), TargetPeriod: n.TargetPeriod, Direction: n.Direction, SDGTarget: n.SDGTarget,
		Source: h.byLanguage(n.Source), Method: h.byLanguage(n.Method), Observations: []observation{}}
	if n.Decimals.Set {
		d.Decimals = &n.Decimals.N
	}
	if h.next != nil && !e.whole {
		d.NextRelease = &h.next.PublishAt.Time
	}
	for _, f := range e.figures(n.ID) {
		d.Observations = append(d.Observations, h.figure(f))
	}
	if !e.whole && addsUp(n) {
		for _, x := range h.tables[n.ID].Years() {
			d.Sums = append(d.Sums, h.sumOf(x))
		}
	}
	return d
}

// pretty writes a value whose every field has a form in JSON.
func pretty(v any) []byte {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetIndent("", " ")
	if err := e.Encode(v); err != nil {
		panic(err)
	}
	return out.Bytes()
}

func (h *shelf) figure(f *series.Figure) observation {
	o := observation{Release: string(f.ReleaseID), Freq: f.Freq, Area: string(f.RefArea), Dimensions: h.membersOf(f.Key), Value: figureValue(f.Value),
		Period: f.TimePeriod, Symbols: f.Symbols, Status: append([]string{}, f.Status...), Conf: f.ConfStatus, Comment: h.byLanguage(f.Comment)}
	return o
}

func (h *shelf) sumOf(x series.Sum) sumOfQuarters {
	last, _ := programme.ParsePeriod(x.Key.Period)
	return sumOfQuarters{Derivation: bySum, Quarters: quartersTo(last), Area: string(x.Key.Area), Dimensions: h.membersOf(x.Key),
		Period: yearSpan(last), Value: figureValue(x.Value), Symbols: x.Symbols}
}

// membersOf names the members of a key by the columns of their dimensions.
func (h *shelf) membersOf(k series.Key) map[string]string {
	members := map[string]string{}
	for _, d := range h.dimensions() {
		members[d.column] = string(k.Member(d.id, h.extra))
	}
	return members
}

// figureValue is nil where there is none.
func figureValue(d programme.Decimal) *json.Number {
	if !d.Set() {
		return nil
	}
	v := json.Number(number(d))
	return &v
}

func (h *shelf) byLanguage(t programme.Text) map[string]string {
	m := map[string]string{}
	for i, s := range t {
		if s != "" && i < len(h.codes) {
			m[h.codes[i]] = s
		}
	}
	return m
}

// number writes a decimal as JSON allows it: no zeros before the first digit.
func number(d programme.Decimal) string {
	s, sign := d.Text, ""
	if s != "" && s[0] == '-' {
		s, sign = s[1:], "-"
	}
	for len(s) > 1 && s[0] == '0' && s[1] != '.' {
		s = s[1:]
	}
	return sign + s
}
