package disclosure

import (
	"elinde/generator/config"
	"elinde/generator/dataset"
	"elinde/generator/finding"
	"elinde/generator/programme"
	"elinde/generator/record"
)

// Protect leaves out what must not be published. The findings are notes that say
// what was withheld, never the values; their lines lead an official to the rows.
// The Dataset is not changed. Where a figure cannot be protected, a finding stops
// the build and there is no Protected.
func Protect(d *dataset.Dataset, s config.Settings) (*Protected, []finding.Finding) {
	p, _, found := ProtectAndReport(d, s, nil)
	return p, found
}

// ProtectAndReport is Protect, with the report on withheld figures for officials:
// there is one also where the build must be refused. published is what was kept of
// releases that are out: it binds where the rows still agree with it.
func ProtectAndReport(d *dataset.Dataset, s config.Settings, published map[programme.ReleaseID]record.Release) (*Protected, []WithheldCell, []finding.Finding) {
	from := d.Index()
	to := *from.Tables
	p := &Protected{today: s.Today(), asOf: s.AsOf, forbidden: map[string]programme.Position{}}
	var found []finding.Finding
	p.forbid(&programme.Row{Position: programme.Position{File: "config.toml"}}, s.WithholdingKey)

	hidden := hideLocations(from, &to, p)
	found = append(found, hidden...)
	found = append(found, embargo(&to, s.AsOf, p)...)
	withheld := withholdCounts(&to, from, s, p, published)
	found = append(found, withheld...)
	if finding.Stops(withheld) {
		return nil, p.withheld, found
	}
	p.prose = newProse(p.audited, from, s.Codes())
	told := p.prose.warn(p.audited, &to)
	if found = append(found, told...); finding.Stops(told) {
		return nil, p.withheld, found
	}
	p.dropPublic(&to)
	p.index = programme.NewIndex(&to)
	return p, p.withheld, found
}
