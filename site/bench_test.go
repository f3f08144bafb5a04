package site_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html/template"
	"iter"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"elinde/site"
)

// services is how many services the benchmarks have in each of three languages.
var services = number("ELINDE_BENCH_SERVICES", 10000)

func number(name string, otherwise int) int {
	if n, err := strconv.Atoi(os.Getenv(name)); err == nil {
		return n
	}
	return otherwise
}

type text struct {
	T     string `json:"t"`
	L     string `json:"l,omitempty"`
	Href  string `json:"href,omitempty"`
	Place string `json:"place,omitempty"`
}

type fact struct {
	Name  text `json:"name"`
	Value text `json:"value"`
}

type hour struct {
	Day  string `json:"day"`
	From string `json:"from"`
	To   string `json:"to"`
}

type service struct {
	Description string `json:"description"`
	Summary     text   `json:"summary"`
	Facts       []fact `json:"facts"`
	HTML        string `json:"html"`
	Hours       []hour `json:"hours"`
	Near        []text `json:"near"`
	Crumbs      []text `json:"crumbs"`
}

const filler = "Help at home for people who cannot look after themselves: shopping, cooking, cleaning and company, by a social worker who comes on fixed days. "

// benchPlan is the plan of the benchmarks; changed services have another text.
func benchPlan(n int, changed map[int]bool) site.Plan {
	plan := site.Plan{BaseURL: "https://example.org/", Theme: os.DirFS("testdata/bench"), Shared: map[string]map[string]any{}}
	for _, code := range []string{"tk", "ru", "en"} {
		plan.Languages = append(plan.Languages, site.Language{Code: code, Name: code, Direction: "ltr", Interface: "en"})
		nav := []map[string]any{}
		for i := range 6 {
			nav = append(nav, map[string]any{"href": fmt.Sprintf("%s/services/s-%d/", code, i), "t": fmt.Sprintf("Item %d", i)})
		}
		plan.Shared[code] = map[string]any{"language": code, "dir": "ltr", "title": "Social services", "base_url": "https://example.org/", "nav": nav}
		plan.Pages = append(plan.Pages, benchPages(code, n, changed))
	}
	return plan
}

func benchPages(code string, n int, changed map[int]bool) iter.Seq[site.Page] {
	return func(yield func(site.Page) bool) {
		if !yield(site.Page{Path: code + "/", Layout: "service", Language: code, Title: "Start", Params: service{}}) {
			return
		}
		for i := range n {
			title := fmt.Sprintf("Service number %d", i)
			if changed[i] {
				title += " with a change"
			}
			p := service{Description: filler, Summary: text{T: filler}, HTML: "<p>" + strings.Repeat(filler, 4) + "</p><ul><li>" + strings.Repeat(filler, 3) + "</li><li>" + filler + "</li></ul>"}
			for j := range 8 {
				p.Facts = append(p.Facts, fact{text{T: fmt.Sprintf("Fact %d", j)}, text{T: "Value " + strconv.Itoa(i*8+j), L: []string{"", "tk"}[j%2]}})
			}
			for _, day := range []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"} {
				p.Hours = append(p.Hours, hour{day, "09:00", "18:00"})
			}
			for j := range 8 {
				p.Near = append(p.Near, text{T: fmt.Sprintf("Service number %d", (i+j)%n), Href: fmt.Sprintf("%s/services/s-%d/", code, (i+j)%n), Place: "Ashgabat"})
			}
			p.Crumbs = []text{{T: "Start", Href: code + "/"}}
			page := site.Page{Path: fmt.Sprintf("%s/services/s-%d/", code, i), Layout: "service", Language: code, Title: title, Params: p}
			for _, other := range []string{"tk", "ru", "en"} {
				page.Alternates = append(page.Alternates, site.Alternate{Language: other, Path: fmt.Sprintf("%s/services/s-%d/", other, i)})
			}
			if !yield(page) {
				return
			}
		}
	}
}

// processor gives the processor time of this process and its children.
func processor() time.Duration {
	var own, children syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &own)
	syscall.Getrusage(syscall.RUSAGE_CHILDREN, &children)
	return time.Duration(own.Utime.Nano() + own.Stime.Nano() + children.Utime.Nano() + children.Stime.Nano())
}

// memory gives the largest resident size of this process and of any child.
func memory() (own, child int64) {
	var a, b syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &a)
	syscall.Getrusage(syscall.RUSAGE_CHILDREN, &b)
	return a.Maxrss >> 10, b.Maxrss >> 10
}

// measure reports processor time and memory of one operation. What is done
// between operations does not count.
func measure(b *testing.B, do, between func()) {
	b.Helper()
	var used time.Duration
	for b.Loop() {
		b.StopTimer()
		between()
		start := processor()
		b.StartTimer()
		do()
		used += processor() - start
	}
	b.ReportMetric(used.Seconds()/float64(b.N), "cpu-s/op")
	own, child := memory()
	b.ReportMetric(float64(own), "own-MiB")
	b.ReportMetric(float64(child), "child-MiB")
}

func bench(b *testing.B, plan site.Plan, opt site.Options) site.Report {
	b.Helper()
	report, problems, err := site.Build(b.Context(), plan, opt)
	if err != nil || len(problems) > 0 {
		b.Fatal(err, problems[:min(3, len(problems))])
	}
	return report
}

// BenchmarkFloor renders the same pages with html/template from the same JSON
// objects in memory, and writes them.
func BenchmarkFloor(b *testing.B) {
	plan := benchPlan(services, nil)
	var out string
	measure(b, func() {
		for i, l := range plan.Languages {
			floor(b, plan, l.Code, plan.Pages[i], out)
		}
	}, func() { out = b.TempDir() })
}

func floor(b *testing.B, plan site.Plan, code string, pages iter.Seq[site.Page], out string) {
	shared := plan.Shared[code]
	shared["assets"] = map[string]any{"style": "assets/style.css"}
	t := template.New("")
	site := map[string]any{"Params": shared}
	texts := map[string]string{"menu": "Menu", "published": "Published by the programme", "about": "About", "hours": "Opening hours", "day": "Day", "from": "From", "to": "To", "near": "Near"}
	t.Funcs(template.FuncMap{
		"i18n":     func(key string) string { return texts[key] },
		"safeHTML": func(s string) template.HTML { return template.HTML(s) },
		"partial": func(name string, data any) (template.HTML, error) {
			var w bytes.Buffer
			err := t.ExecuteTemplate(&w, name, data)
			return template.HTML(w.String()), err
		},
	})
	for name, file := range map[string]string{"baseof.html": "baseof.html", "service.html": "service.html", "text.html": "_partials/text.html"} {
		data, err := os.ReadFile("testdata/bench/layouts/" + file)
		if err != nil {
			b.Fatal(err)
		}
		// Only Hugo's templates may ask a function for a field.
		template.Must(t.New(name).Parse(strings.ReplaceAll(string(data), "site.Params", "$.Site.Params")))
	}
	var w bytes.Buffer
	for page := range pages {
		data, _ := json.Marshal(page.Params)
		var params map[string]any
		json.Unmarshal(data, &params)
		params["root"], params["path"] = "../../../", page.Path
		var alternates []map[string]any
		for _, a := range page.Alternates {
			alternates = append(alternates, map[string]any{"lang": a.Language, "path": a.Path})
		}
		params["alternates"] = alternates
		w.Reset()
		if err := t.ExecuteTemplate(&w, "baseof.html", map[string]any{"Params": params, "Title": page.Title, "Site": site}); err != nil {
			b.Fatal(err)
		}
		folder := filepath.Join(out, page.Path)
		os.MkdirAll(folder, 0o755)
		if err := os.WriteFile(folder+"/index.html", w.Bytes(), 0o644); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkWhole builds all pages.
func BenchmarkWhole(b *testing.B) {
	plan := benchPlan(services, nil)
	var out string
	measure(b, func() {
		report := bench(b, plan, site.Options{Output: out})
		b.Log(report.Pages, report.Bytes, report.Times)
	}, func() { out = filepath.Join(b.TempDir(), "public") })
}

// BenchmarkChanged builds again with three changed services, planning included.
func BenchmarkChanged(b *testing.B) {
	out := filepath.Join(b.TempDir(), "public")
	bench(b, benchPlan(services, nil), site.Options{Output: out})
	n := 0
	measure(b, func() {
		n++
		report := bench(b, benchPlan(services, map[int]bool{n: true, 100 + n: true, 200 + n: true}), site.Options{Output: out})
		b.Log(report.Rendered, report.Times)
	}, func() {
		if err := site.Prepare(out); err != nil {
			b.Fatal(err)
		}
	})
}
