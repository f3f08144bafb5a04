package pipeline

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"iter"
	"path"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/pelletier/go-toml/v2"

	"elinde/generator/config"
	"elinde/generator/disclosure"
	"elinde/generator/finding"
	"elinde/generator/pages"
	"elinde/generator/programme"
	"elinde/generator/readback"
	"elinde/site"
)

// readBack gives what holds a finished tree against what was audited, and a name
// for all that it is held against; "" where that is not known.
func readBack(checked *Checked, s config.Settings, plan *site.Plan) (look func(iter.Seq2[string, []byte]) []site.Problem, mark string, err error) {
	p := checked.Protected
	source := readback.Source{Country: string(s.Country), Texts: map[string][]string{"": {s.Licence}}, Counts: map[string][]string{}, Cells: cellsOf(p)}
	for code, title := range s.Title {
		source.Texts[code] = append(source.Texts[code], title)
	}
	messages := map[string]map[string]map[string]string{}
	for _, l := range s.Languages {
		if messages[l.Code], err = messagesOf(plan.Theme, l.Interface); err != nil {
			return nil, "", err
		}
		source.Languages = append(source.Languages, languageOf(l.Code, messages[l.Code]))
		for key, forms := range messages[l.Code] {
			for _, text := range forms {
				if countsRows.MatchString(key) {
					source.Counts[l.Code] = append(source.Counts[l.Code], text)
				}
				// What fills a message stands beside its words.
				source.Texts[l.Code] = append(source.Texts[l.Code], placeholder.Split(text, -1)...)
			}
		}
	}
	for _, d := range s.Dimensions {
		source.Extra = append(source.Extra, d.ID)
	}
	for _, page := range plan.Written.Pages {
		source.Texts[page.Language] = append(source.Texts[page.Language], page.Title, page.Description, page.Markdown)
	}
	x := p.Index()
	source.Releases = releasesOut(p)
	source.Indicators = indicatorsOf(x)
	textsOf(x.Tables, s.Codes(), source.Texts)
	for i := range x.Facts {
		factTexts(&x.Facts[i], x, s.Codes(), messages, source.Texts)
	}
	for i := range x.Indicators {
		for code := range messages {
			for _, form := range messages[code]["after_quarters"] {
				source.Texts[code] = append(source.Texts[code], placeholder.ReplaceAllLiteralString(form, fmt.Sprint(x.Indicators[i].ProvisionalFor.N)))
			}
		}
	}
	if checked.inputs != nil {
		mark = fmt.Sprintf("%x", checked.inputs)
	}
	audit := sync.OnceValue(func() *readback.Audit { return readback.New(source) })
	go audit() // while the pages are rendered
	return func(files iter.Seq2[string, []byte]) []site.Problem {
		var problems []site.Problem
		for _, f := range audit().Tree(files) {
			problems = append(problems, site.Problem{Code: f.Code, Path: f.Path, Detail: f.Place, Args: map[string]string{"place": f.Place, "key": f.Key}})
		}
		return problems
	}, mark, nil
}

// countsRows are messages that count rows, periods or revisions, never people.
var countsRows = regexp.MustCompile(`^(chart_told_(withheld|missing)|revised_(confirmed|more))`)

var placeholder = regexp.MustCompile(`\{\{[^}]*\}\}`)

func cellsOf(p *disclosure.Protected) iter.Seq[readback.Cell] {
	return func(yield func(readback.Cell) bool) {
		for a := range p.Audited() {
			if !yield(readback.Cell{Key: a.Key, Release: string(a.Release), Value: a.Value, Withheld: a.Withheld}) {
				return
			}
		}
	}
}

func sumOf(p *disclosure.Protected) []byte {
	sum := sha256.New()
	for a := range p.Audited() {
		fmt.Fprintln(sum, a.Key, a.Release, a.Value, a.Withheld)
	}
	return sum.Sum(nil)
}

// releasesOut lists the releases that are out, oldest first.
func releasesOut(p *disclosure.Protected) []string {
	var list []string
	for _, c := range p.Certificates() { // one for each, in that order
		list = append(list, string(c.Release))
	}
	return list
}

func messagesOf(theme fs.FS, language string) (map[string]map[string]string, error) {
	messages := map[string]map[string]string{}
	files, err := site.InterfaceTexts(theme)
	if err != nil {
		return nil, err
	}
	for _, name := range files[language] {
		data, err := fs.ReadFile(theme, name)
		if err != nil {
			return nil, err
		}
		if err := toml.Unmarshal(data, &messages); err != nil {
			return nil, fmt.Errorf("cannot read %s: %w", name, err)
		}
	}
	return messages, nil
}

func languageOf(code string, messages map[string]map[string]string) readback.Language {
	l := readback.Language{Code: code, Group: messages["number_group"]["other"], Decimal: messages["number_decimal"]["other"]}
	for key, forms := range messages {
		if strings.HasPrefix(key, "month_") && key != "month_year" {
			l.Months = append(l.Months, strings.ToLower(forms["other"]))
		}
	}
	for i := range l.Quarters {
		quarter := strings.ReplaceAll(messages["period_quarter_short"]["other"], "{{ .quarter }}", messages[fmt.Sprintf("quarter_%d_short", i+1)]["other"])
		l.Quarters[i] = strings.NewReplacer("\u2060", "", "\u00a0", " ").Replace(quarter)
	}
	return l
}

func indicatorsOf(x *programme.Index) []readback.Indicator {
	// A term that is called like an indicator is no mention of it.
	others := map[string]bool{}
	for i := range x.Terms {
		others[string(x.Terms[i].ID)] = true
		for _, name := range x.Terms[i].Name {
			others[name] = true
		}
	}
	told := map[programme.IndicatorID][]string{}
	for i := range x.Facts {
		f := &x.Facts[i]
		told[f.IndicatorID] = append(told[f.IndicatorID], f.Value.Text)
	}
	var list []readback.Indicator
	for i := range x.Indicators {
		n := &x.Indicators[i]
		known := readback.Indicator{ID: string(n.ID), Decimals: -1, Told: told[n.ID], Shared: others[string(n.ID)], Sums: n.AdditiveOver.Has("time_period")}
		theme := x.Term["theme"][n.Theme]
		if folder := path.Base(pages.IndicatorPath(n, theme != nil && theme.Sensitive == programme.Yes)); folder != known.ID {
			known.Page = folder
		}
		for _, name := range n.Name {
			if !others[name] {
				known.Names = append(known.Names, name)
			}
		}
		if n.Decimals.Set {
			known.Decimals = n.Decimals.N
		}
		known.Baseline, known.Target = n.Baseline.Text, n.Target.Text
		for _, t := range []programme.Text{n.Name, n.Definition, n.Method, n.UnitLabel, n.Source} {
			known.Texts = append(known.Texts, t...)
		}
		if t := x.Term["theme"][n.Theme]; t != nil {
			known.Texts = append(known.Texts, t.Name...)
		}
		list = append(list, known)
	}
	return list
}

// textsOf takes all that people wrote in cells.
func textsOf(tables *programme.Tables, codes []string, texts map[string][]string) {
	take := func(cell reflect.Value) {
		if all, ok := reflect.TypeAssert[programme.Text](cell); ok {
			for i, t := range all {
				if i < len(codes) {
					texts[codes[i]] = append(texts[codes[i]], t)
				}
			}
		} else if cell.Kind() == reflect.String {
			texts[""] = append(texts[""], cell.String())
		}
	}
	for _, schema := range programme.Schemas() {
		rows := reflect.ValueOf(tables).Elem().Field(schema.Field)
		for i := range rows.Len() {
			for _, c := range schema.Columns {
				if schema.Table != "observations" || c.Name == "comment" {
					take(rows.Index(i).FieldByIndex(c.Index))
				}
			}
		}
	}
}

// factTexts says a single fact with its unit as pages do.
func factTexts(f *programme.Fact, x *programme.Index, codes []string, messages map[string]map[string]map[string]string, texts map[string][]string) {
	for i, code := range codes {
		for _, form := range messages[code]["unit_"+strings.ReplaceAll(string(f.Unit), "-", "_")] {
			texts[code] = append(texts[code], placeholder.ReplaceAllLiteralString(form, strings.ReplaceAll(f.Value.Text, ".", messages[code]["number_decimal"]["other"])))
		}
		if t := x.Term["unit"][f.Unit]; t != nil && i < len(t.Name) {
			texts[code] = append(texts[code], f.Value.Text+" "+t.Name[i])
		}
	}
}

// proseOf warns of written pages that repeat a withheld figure.
func proseOf(p *disclosure.Protected, s config.Settings, written []site.ContentPage) []finding.Finding {
	var found []finding.Finding
	for _, page := range written {
		language := slices.Index(s.Codes(), page.Language)
		if language < 0 {
			continue
		}
		for _, id := range p.Repeats(page.Title+"\n"+page.Description+"\n"+page.Markdown, language) {
			found = append(found, finding.Finding{Code: finding.FigureInProse, Severity: finding.Warning,
				File: path.Join(s.Content, strings.TrimSuffix(page.Path, "/")+".md"), Args: map[string]string{"indicator": string(id)}})
		}
	}
	return found
}
