package paper

import (
	"fmt"
	"html/template"
	"io/fs"
	"strings"
)

// Words are what the templates in paper/ of a theme call besides Go's own.
type Words struct {
	// Say gives the interface text of a key.
	Say func(key string) string
	// From names a language beside a text that is shown in it: "in Turkmen".
	From map[string]string
}

// Template is a template of the theme's folder paper/.
type Template struct{ parsed *template.Template }

// Read reads the templates of a theme in a language. The functions are those of
// the site's own layouts: i18n, text (a text that may be in another language,
// with a note), and safe (HTML that the generator made).
func Read(theme fs.FS, words Words) (*Template, error) {
	t := template.New("").Funcs(template.FuncMap{
		"i18n": words.Say,
		"from": func(language string) string { return words.From[language] },
		"safe": func(html string) template.HTML { return template.HTML(html) },
	})
	parsed, err := t.ParseFS(theme, "paper/*.html")
	if err != nil {
		return nil, fmt.Errorf("cannot read the theme's templates for paper: %w", err)
	}
	return &Template{parsed}, nil
}

// Body fills the template name with data and gives the HTML.
func (t *Template) Body(name string, data any) (string, error) {
	var b strings.Builder
	if err := t.parsed.ExecuteTemplate(&b, name, data); err != nil {
		return "", fmt.Errorf("cannot fill the theme's template paper/%s: %w", name, err)
	}
	return b.String(), nil
}
