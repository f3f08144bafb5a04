package dataset

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

var (
	emailInText = regexp.MustCompile(`[\pL\pN._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}`)
	// Numbers with a country code, and mobile numbers as they are dialled at home.
	phoneInText = regexp.MustCompile(`(?:\+|(?:^|[^\pL\pN.,])00)[1-9]\d{0,2}(?:[\s().-]*\d){7,12}|(?:^|[^\pL\pN])8[\s(-]*6\d(?:[\s().-]*\d){6}(?:$|[^\pL\pN])`)
	// A number as it is dialled within a place, after a word that says so.
	localInText = regexp.MustCompile(`(?i)(?:^|[^\pL])(?:тел|телефон\pL*|моб\pL*|сот\pL*|факс|(?:по)?звон\pL*|номер\pL*|tel|telefon\pL*|phone|mob\pL*|fax|call|jaň\pL*(?:\s+ediň)?|belgi\pL*|whatsapp|imo|viber|telegram)[\s.:№–—-]{1,4}\+?\(?\d(?:[\s().–‑-]{0,3}\d){4,9}(?:$|[^\pL\pN])`)
	// A Turkmen passport (I-AŞ 123456, also in Russian letters), a Russian one, an insurance card.
	documentInText = regexp.MustCompile(`(?:^|[^\pL\pN])(?:(?:[IІ]{1,3}|IV|V)[-–\s]{0,3}[A-ZŞÄÖÜÝŇŽÇА-ЯЁ]{2}[\s№N°-]*\d{6}|\d{2}\s\d{2}\s\d{6}|\d{4}\s\d{6}|\d{3}-\d{3}-\d{3}\s\d{2})(?:$|[^\pL\pN])`)
	// One person, an age and an address together tell who it is.
	oneInText     = regexp.MustCompile(`(?i)(?:^|[^\pL])(?:девочк[аиу]|девушк[аиу]|мальчик\pL{0,2}|юнош[аи]|женщин[аыу]|мужчин[аыу]|подрост(?:ок|к)\pL{0,2}|реб[её]н(?:ок|к)\pL{0,2}|пациент\pL{0,3}|жител[ья]|gyz|gyzjagaz\pL*|oglan\pL*|zenan|aýal|erkek|çaga|ýetginjek|girl|boy|woman|man|child|teenager|patient)(?:$|[^\pL])`)
	ageInText     = regexp.MustCompile(`(?i)(?:^|[^\pN])\d{1,2}(?:[\s-]|\x{a0})*(?:лет|год|мес|ýaş|aý|years?|months?)|(?:19|20)\d\d[\s\x{a0}]*(?:г\.?[\s\x{a0}]*р|год\pL*[\s\x{a0}]+рожд|ýyl\pL*[\s\x{a0}]+dogl)`)
	addressInText = regexp.MustCompile(`(?i)(?:(?:^|[^\pL])(?:ул\.|улиц\pL*|пер\.|переул\pL*|мкр|просп\pL*|кв\.|д\.|дом|street|st\.|avenue|öý|jaý)[^.;\d]{0,40}\d|(?:köçe|köç\.|şaýol)\pL*[^.;\d]{0,20}\d|\d[^.;\d]{0,30}(?:street|avenue|köçe)|(?:^|[^\pL])(?:сел[аоеу]|деревн\pL+|аул\pL*|посёлк\pL+|поселк\pL+|village of)\s+\pL|\pL\s+obasy)`)
	// A dwelling: nobody gives figures by flat.
	homeInText  = regexp.MustCompile(`(?i)(?:^|[^\pL])(?:ул\.|улиц\pL*|пер\.|мкр|просп\pL*|\pL+\s+köçe\pL*|\pL+\s+(?:street|st\.))[^;]{0,60}(?:^|[^\pL])(?:кв\.?|квартир\pL*|öý|otag|flat|apt\.?)[\s\x{a0}№-]*\d`)
	pointInText = regexp.MustCompile(`(?:^|[^\pN.])-?\d{1,2}\.\d{4,}[\s,;°NSEW]+-?\d{1,3}\.\d{4,}`)
)

// persons looks for data about single persons where no column expects it. In
// statistics a hit is an error, because nothing there may be about one person;
// in the directory it is a warning, because an office's address in a sentence
// may be meant. It is a first screen, and no proof that there is none.
func persons(r *report) {
	all := programme.Schemas()
	places := r.placeWords()
	for i := range all {
		s := &all[i]
		severity := finding.Warning
		if s.Statistical() {
			severity = finding.Error
		}
		for j := range s.Columns {
			if spec := &s.Columns[j]; free(spec) {
				names := nameFinder{places: places, distinct: map[string]bool{}, figures: s.Table == "observations" || s.Table == "revisions" || s.Table == "releases"}
				rows := r.rows(s)
				from := len(r.faults)
				for _, look := range screens(severity, s.Statistical(), &names) { // all that is in a cell is told at once
					each := r.values(s.Table, spec, []form{look})
					for k := range rows.Len() {
						each(rows.Index(k), rowOf(rows.Index(k)))
					}
				}
				for k := from; k < len(r.faults); k++ {
					f := &r.faults[k]
					if f.Value = strings.TrimSpace(f.Value); f.Code == finding.PersonalName || f.Code == finding.PersonNamed {
						f.Value = initials(f.Value)
					} else {
						f.Value = finding.Masked(f.Value)
					}
				}
				if s.Statistical() && len(names.distinct) >= 3 {
					at := slices.IndexFunc(r.faults[from:], func(f fault) bool { return f.Code == finding.PersonalName || f.Code == finding.PersonNamed })
					first := r.faults[from+at]
					r.add(finding.PersonalNames, finding.Error, s.Table, nil, first.Column, "", "count", strconv.Itoa(len(names.distinct)))
					r.faults[len(r.faults)-1].File, r.faults[len(r.faults)-1].Line = first.File, first.Line
				}
				r.allow(s.Table, spec.Name, from)
			}
		}
	}
	r.records()
}

// allow puts one note in place of what looked personal in a column, from fault number from on,
// where config.toml says why it is not.
func (r *report) allow(table, column string, from int) {
	reason := r.settings.NotPersonal[table][column]
	if reason == "" || len(r.faults) == from {
		return
	}
	first, count := r.faults[from], len(r.faults)-from
	r.faults = r.faults[:from]
	r.add(finding.PersonalAllowed, finding.Note, table, nil, column, "", "count", strconv.Itoa(count), "reason", reason)
	r.faults[from].File, r.faults[from].Line = first.File, first.Line
}

// free reports whether a column holds text that no rule gives a form.
func free(spec *programme.Column) bool {
	if !spec.IsText() && spec.Type != listType && spec.Type.Kind().String() != "string" {
		return false
	}
	for _, rule := range spec.Rules {
		switch rule.Name {
		case "required", "markdown", "secret":
		default:
			return false
		}
	}
	return true
}

// screens look at one text for one thing each. Counting digits first spares nearly
// all texts the expensive patterns.
func screens(severity finding.Severity, statistics bool, names *nameFinder) []form {
	hit := func(code finding.Code, part string) *wrong {
		if part == "" {
			return nil
		}
		return &wrong{code: code, severity: severity, part: strings.TrimSpace(part)}
	}
	list := []form{
		func(value string) *wrong {
			if strings.IndexByte(value, '@') < 0 {
				return nil
			}
			return hit(finding.PersonalEmail, emailInText.FindString(value))
		},
		func(value string) *wrong {
			if !manyDigits(value) {
				return nil
			}
			if m := documentInText.FindString(value); m != "" {
				return hit(finding.PersonalDocument, m)
			}
			if m := phoneInText.FindString(value); m != "" {
				return hit(finding.PersonalPhone, m)
			}
			m := localInText.FindString(value)
			return hit(finding.PersonalPhone, m[max(0, strings.IndexAny(m, "+(0123456789")):])
		},
		func(value string) *wrong {
			name, certain := names.find(value)
			if name == "" && names.figures {
				name = names.giver(value)
			}
			switch {
			case name == "":
				return nil
			case statistics && certain:
				return hit(finding.PersonNamed, name)
			}
			return doubtful(finding.PersonalName, name)
		},
	}
	if !statistics {
		return list
	}
	return append(list,
		func(value string) *wrong {
			if !manyDigits(value) {
				return nil
			}
			return hit(finding.CoordinatesInStatistics, pointInText.FindString(value))
		},
		func(value string) *wrong {
			if !strings.ContainsAny(value, "0123456789") {
				return nil
			}
			m := ""
			if addressInText.MatchString(value) && ageInText.MatchString(value) {
				m = oneInText.FindString(value)
			}
			return hit(finding.PersonalDescription, strings.Trim(cmp.Or(m, homeInText.FindString(value)), " ,.;"))
		})
}

// initials leaves the first letter of each word of a name: enough to find it in a
// long text.
func initials(name string) string {
	words := strings.Fields(name)
	for i, w := range words {
		words[i] = finding.Masked(strings.ToUpper(w))
	}
	return strings.Join(words, " ")
}

// manyDigits reports whether a text has the five digits that any number of a
// person or of a telephone has.
func manyDigits(s string) bool {
	n := 0
	for i := range len(s) {
		if s[i]-'0' <= 9 {
			if n++; n == 5 {
				return true
			}
		}
	}
	return false
}

// records reports statistics in which every value is 1: rows about single
// persons that nobody added up.
func (r *report) records() {
	type count struct{ ones, all int }
	counts := map[string]*count{}
	var files []string
	for i := range r.tables.Observations {
		o := &r.tables.Observations[i]
		c := counts[o.File]
		if c == nil {
			c = &count{}
			counts[o.File] = c
			files = append(files, o.File)
		}
		if o.Value.Set() {
			c.all++
			if o.Value.F == 1 {
				c.ones++
			}
		}
	}
	for _, file := range files {
		if c := counts[file]; c.all >= 20 && c.ones == c.all {
			r.add(finding.PersonalRecords, finding.Error, "observations", nil, "", "",
				"count", strconv.Itoa(c.ones), "total", strconv.Itoa(c.all))
			r.faults[len(r.faults)-1].File = file
		}
	}
}
