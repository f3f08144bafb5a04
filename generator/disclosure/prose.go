package disclosure

import (
	"regexp"
	"slices"
	"strings"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

// prose knows the withheld values of each indicator, to warn of texts that repeat
// one. It must reach no output.
type prose struct {
	index    *programme.Index
	codes    []string // of the languages
	withheld map[programme.IndicatorID]map[string]bool
	inPeriod map[withheldIn]bool
}

// withheldIn is a withheld value of an indicator and the period of its figure.
type withheldIn struct {
	indicator     programme.IndicatorID
	period, value string
}

func newProse(d decided, x *programme.Index, codes []string) *prose {
	p := &prose{x, codes, map[programme.IndicatorID]map[string]bool{}, map[withheldIn]bool{}}
	for row := range d.rows {
		if o := &d.rows[row]; d.blank[row] && o.Value.Set() {
			if p.withheld[o.Indicator] == nil {
				p.withheld[o.Indicator] = map[string]bool{}
			}
			p.withheld[o.Indicator][canonical(o.Value.Text)] = true
			p.inPeriod[withheldIn{o.Indicator, o.TimePeriod, canonical(o.Value.Text)}] = true
		}
	}
	for id, values := range p.withheld {
		// "Women aged 18 and over": what says whom is counted is no figure.
		if n := x.Indicator[id]; n != nil {
			for _, t := range []programme.Text{n.Name, n.Definition, n.UnitLabel} {
				for _, s := range t {
					for _, number := range numeral.FindAllString(s, -1) {
						delete(values, canonical(number))
					}
				}
			}
		}
	}
	return p
}

// Repeats gives the indicators of which a text repeats a withheld figure: their
// names and the number stand in one sentence or line. language is its place among
// the languages.
func (p *Protected) Repeats(text string, language int) []programme.IndicatorID {
	return p.prose.repeats(text, language)
}

var (
	sentence = regexp.MustCompile(`\n|[.!?;]\s`)
	numeral  = regexp.MustCompile(`[0-9][0-9\x{a0}\x{202f} .,]*[0-9]|[0-9]`)
)

func (p *prose) repeats(text string, language int) []programme.IndicatorID {
	var list []programme.IndicatorID
	for _, s := range sentence.Split(text, -1) {
		numbers := numeral.FindAllString(s, -1)
		if len(numbers) == 0 {
			continue
		}
		small := strings.ToLower(s)
		for id, values := range p.withheld {
			n := p.index.Indicator[id]
			if n == nil || language >= len(n.Name) || n.Name[language] == "" || !strings.Contains(small, strings.ToLower(n.Name[language])) {
				continue
			}
			if slices.ContainsFunc(numbers, func(number string) bool { return isAmong(number, values) }) && !slices.Contains(list, id) {
				list = append(list, id)
			}
		}
	}
	slices.Sort(list)
	return list
}

// isAmong reads a number in each way in which languages write it.
func isAmong(number string, values map[string]bool) bool {
	bare := strings.NewReplacer("\u00a0", "", "\u202f", "", " ", "").Replace(number)
	return values[canonical(strings.ReplaceAll(bare, ",", ""))] || values[canonical(strings.ReplaceAll(bare, ",", "."))] ||
		values[canonical(strings.ReplaceAll(bare, ".", ""))]
}

// canonical gives a number without zeros that mean nothing.
func canonical(s string) string {
	whole, part, _ := strings.Cut(s, ".")
	whole, part = strings.TrimLeft(whole, "0"), strings.TrimRight(part, "0")
	if whole == "" {
		whole = "0"
	}
	if part != "" {
		whole += "." + part
	}
	return whole
}

// warn looks at what people wrote beside figures: single facts, the words of releases
// and of indicators, comments.
func (p *prose) warn(d decided, to *programme.Tables) []finding.Finding {
	var found []finding.Finding
	tell := func(at *programme.Row, column string, id programme.IndicatorID) {
		found = append(found, finding.Finding{Code: finding.FigureInProse, Severity: finding.Warning, File: at.File, Line: at.Line, Column: column,
			Args: map[string]string{"indicator": string(id)}})
	}
	texts := func(at *programme.Row, column string, t programme.Text, of programme.IndicatorID) {
		for i, s := range t {
			if i >= len(p.codes) {
				break
			}
			list := p.repeats(s, i)
			if of != "" && len(list) == 0 && slices.ContainsFunc(numeral.FindAllString(s, -1), func(n string) bool { return isAmong(n, p.withheld[of]) }) {
				list = append(list, of) // it speaks of its own table
			}
			for _, id := range list {
				tell(at, column+"_"+p.codes[i], id)
			}
		}
	}
	for i := range to.Facts {
		f := &to.Facts[i]
		if n := p.index.Indicator[f.IndicatorID]; n != nil && f.Unit == n.Unit && p.withheld[n.ID][canonical(f.Value.Text)] {
			tell(&f.Row, "value", f.IndicatorID)
		}
		texts(&f.Row, "text", f.Text, "")
	}
	stopped := map[programme.Position]bool{}
	for _, f := range p.releases(d, to) {
		found = append(found, f)
		at := programme.Position{File: f.File, Line: f.Line}
		stopped[at] = stopped[at] || f.Severity == finding.Error
	}
	for i := range to.Releases {
		if r := &to.Releases[i]; !stopped[r.Position] {
			texts(&r.Row, "summary", r.Summary, "")
			texts(&r.Row, "note_on_revisions", r.NoteOnRevisions, "")
		}
	}
	for i := range to.Indicators {
		n := &to.Indicators[i]
		texts(&n.Row, "method", n.Method, "")
		texts(&n.Row, "definition", n.Definition, "")
	}
	for i := range to.Observations {
		o := &to.Observations[i]
		if o.Comment.Empty() {
			continue
		}
		from := len(found)
		texts(&o.Row, "comment", o.Comment, o.Indicator)
		if rel := p.index.Release[o.ReleaseID]; rel != nil && rel.Status == "planned" && p.tells(o) {
			for n := range found[from:] {
				found[from+n].Severity = finding.Error
			}
		}
	}
	return found
}

// tells reports whether the comment of a figure holds a withheld one of its own
// indicator and period.
func (p *prose) tells(o *programme.Observation) bool {
	values := map[string]bool{}
	for t := range p.inPeriod {
		if t.indicator == o.Indicator && t.period == o.TimePeriod {
			values[t.value] = p.withheld[o.Indicator][t.value]
		}
	}
	return slices.ContainsFunc(o.Comment, func(s string) bool {
		return slices.ContainsFunc(numeral.FindAllString(s, -1), func(n string) bool { return isAmong(n, values) })
	})
}
