package hugo

import (
	"fmt"
	"io"
	"maps"
	"strings"
	"sync"
	"testing"

	"elinde/site/shard"
)

// listed hands out records.
type listed []shard.Record

func (l *listed) Next() (shard.Record, error) {
	if len(*l) == 0 {
		return shard.Record{}, io.EOF
	}
	r := (*l)[0]
	*l = (*l)[1:]
	return r, nil
}

// TestRewrittenTemplatesPrintTheSame renders templates with and without linking
// and folding.
func TestRewrittenTemplatesPrintTheSame(t *testing.T) {
	sources := []shard.Source{
		{Path: "i18n/tk.toml", Data: []byte("home = \"Baş sahypa\"\nquoted = \"a \\\"b\\\" & <c>\"\nway = \"baş sahypa ň\"\n[days]\none = \"{{ .Count }} gün\"\nother = \"{{ .Count }} günler\"\n")},
		{Path: "layouts/baseof.html", Data: []byte(`<!DOCTYPE html><title>{{ .Title }}</title>{{ partial "head.html" . }}{{ block "main" . }}{{ end }}`)},
		{Path: "layouts/_partials/head.html", Data: []byte(`<a href="{{ i18n "way" }}" title="{{ i18n "home" }}" data-q="{{ i18n "quoted" }}">{{ i18n "home" }}</a>`)},
		{Path: "layouts/_partials/text.html", Data: []byte(`{{- if .l -}}<i lang="{{ .l }}">{{ .t }}</i>{{- else }}{{ .t }}{{ end -}}`)},
		{Path: "layouts/_partials/value.html", Data: []byte(`{{ return (len .) }}`)},
		{Path: "layouts/_partials/list.html", Data: []byte(`<ul class="block">{{ range . }}<li>{{ partial "text.html" .name }} {{ i18n "days" (int .n) }}</li>{{ end }}</ul>`)},
		{Path: "layouts/_partials/cards.html", Data: []byte(`{{ $own := .own }}{{ $root := .root }}{{ range .cards }}{{/* once $root $own */}}<li>{{ partial "text.html" .name }} {{ $root }}{{ if $own }}own{{ end }} {{ with .text }}<p title="{{ . }}">{{ i18n "days" 1 }}{{ end }}</li>{{/* end once */}}
{{ end }}`)},
		{Path: "layouts/all.html", Data: []byte(`{{ define "main" }}{{ partial "list.html" .Params.list }}{{ $n := partial "value.html" .Params.list }}{{ $n }}{{ partial "cards.html" (dict "cards" .Params.list "root" "../" "own" true) }}{{ partial "cards.html" (dict "cards" .Params.list "root" "../") }}
<a href="{{ (index .Params.list 0).name.t }}">{{ i18n "quoted" }}</a>{{ partialCached "text.html" (dict "t" "c") "c" }}{{ with .Params.none }}{{ partial "text.html" . }}{{ end }}{{ end }}`)},
	}
	render := func() map[string]string {
		var list listed
		for i := range 3 {
			list = append(list, shard.Record{Path: fmt.Sprintf("tk/p%d.html", i), JSON: fmt.Appendf(nil,
				`{"path":"p-%d","url":"/tk/p%d.html","layout":"all","title":"<%d> & \"q\"","params":{"list":[{"n":%d,"name":{"t":"javascript:x <b> ň"}},{"n":1,"name":{"t":"'ru'","l":"ru"},"text":"%s"}]}}`, i, i, i, i, strings.Repeat("<&>", longPiece/3))})
		}
		pages := map[string]string{}
		var mu sync.Mutex
		job := shard.Job{BaseURL: "https://example.org/", Language: "tk", Name: "T", Sources: sources, Shared: []byte("{}")}
		_, err := Render(job, &records{from: &list, unwritten: map[string]struct{}{}}, func(path string, data []byte) error {
			mu.Lock()
			defer mu.Unlock()
			pages[path] = string(data)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		return pages
	}
	rewritten := render()
	own := rewrite
	defer func() { rewrite = own }()
	rewrite = func(sources []shard.Source, _ string) []shard.Source { return sources }
	if plain := render(); len(plain) != 3 || !maps.Equal(plain, rewritten) {
		for path := range plain {
			t.Errorf("%s\nas written: %s\nrewritten:  %s", path, plain[path], rewritten[path])
		}
	}
}
