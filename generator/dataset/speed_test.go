package dataset

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"elinde/generator/config"
	"elinde/generator/finding"
	"elinde/generator/programme"
	"elinde/generator/table"
)

// invented stands in for the records of package table: no cell differs from what the
// record says, and no policy deals with faults.
type invented struct{}

func (invented) Cell(*programme.Row, string, string) (string, string) { return "", "made" }
func (invented) Policy(*programme.Row, string, finding.Code) string   { return "stop" }
func (invented) Outline(string) (table.Outline, bool)                 { return table.Outline{}, false }
func (invented) Outlines() []string                                   { return nil }

// large makes 10,000 services in three languages and about 100,000 rows in all.
func large() (programme.Tables, config.Settings) {
	s := config.Settings{UTCOffset: "+05:00", StaleAfterDays: 180, Country: "tm", PhonePattern: `\+993 00 \d\d-\d\d-\d\d`,
		AsOf:      time.Date(2026, 11, 16, 4, 0, 0, 0, time.UTC),
		Languages: []config.Language{{Code: "tk"}, {Code: "ru"}, {Code: "en"}}}
	var t programme.Tables
	row := func(i int) programme.Row {
		return programme.Row{Position: programme.Position{File: "made.csv", Line: i + 2}, Index: i, Origin: "illustration"}
	}
	text := func(words int) programme.Text {
		return programme.Text{strings.Repeat("durmuş hyzmaty ", words), strings.Repeat("социальная услуга ", words), strings.Repeat("social service ", words)}
	}
	for scheme, ids := range map[string][]programme.TermID{"service_type": {"care", "legal"}, "target_group": {"older"},
		"delivery_mode": {"at-home"}, "fee": {"free"}, "theme": {"coverage"}, "age": {"y0t17", "y18plus"}} {
		for _, id := range ids {
			t.Terms = append(t.Terms, programme.Term{Row: row(len(t.Terms)), Scheme: scheme, ID: id, Name: text(1)})
		}
	}
	t.Places = append(t.Places, programme.Place{Row: row(0), ID: "tm", Level: "country", Name: text(1)})
	for i := range 60 {
		t.Places = append(t.Places, programme.Place{Row: row(i + 1), ID: programme.PlaceID(fmt.Sprintf("place-%d", i)), ParentID: "tm", Level: "welayat", Name: text(1)})
	}
	place := func(i int) programme.PlaceID { return t.Places[1+i%60].ID }
	for i := range 1000 {
		t.Providers = append(t.Providers, programme.Provider{Row: row(i), ID: programme.ProviderID(fmt.Sprintf("p-%d", i)), Kind: "state",
			Name: text(2), Phone: "+993 00 11-22-33", LastVerified: 20261001})
	}
	for i := range 10000 {
		id := programme.ServiceID(fmt.Sprintf("s-%d", i))
		t.Services = append(t.Services, programme.Service{Row: row(i), ID: id, ProviderID: t.Providers[i%1000].ID, Name: text(2), Summary: text(10),
			Description: text(60), HowToApply: text(10), Steps: text(30), ServiceType: "care", TargetGroups: programme.List{"older"},
			DeliveryModes: programme.List{"at-home"}, Status: "active", Fee: "free", LastVerified: 20261001})
		l := programme.LocationID(fmt.Sprintf("l-%d", i))
		t.Locations = append(t.Locations, programme.Location{Row: row(i), ID: l, ProviderID: t.Providers[i%1000].ID, PlaceID: place(i),
			Name: text(2), Address: text(3), Phone: "+993 00 11-22-33", Confidential: programme.No})
		t.ServiceLocations = append(t.ServiceLocations, programme.ServiceLocation{Row: row(i), ServiceID: id, LocationID: l})
		for j := range 2 {
			t.ServiceAreas = append(t.ServiceAreas, programme.ServiceArea{Row: row(2*i + j), ServiceID: id, PlaceID: place(i + j)})
			t.Schedules = append(t.Schedules, programme.Schedule{Row: row(2*i + j), ServiceID: id, Weekdays: 1 << j, OpensAt: 541, ClosesAt: 1081})
		}
	}
	t.Releases = []programme.Release{{Row: row(0), ID: "2026-Q1", PublishAt: programme.Instant{Time: s.AsOf}, Status: "published", Title: text(1),
		Periods: programme.List{"2026-Q1"}}}
	for i := range 30 {
		ind := programme.IndicatorID(fmt.Sprintf("i-%d", i))
		t.Indicators = append(t.Indicators, programme.Indicator{Row: row(i), ID: ind, Theme: "coverage", Kind: "count", Name: text(3), Definition: text(20),
			Unit: "person", AdditiveOver: programme.List{"ref_area", "sex", "age", "service_type"}, Frequency: "Q", Source: text(3)})
		for j := range 61 {
			for _, sex := range []programme.TermID{"_T", "F", "M"} {
				for _, age := range []programme.TermID{"_T", "y0t17", "y18plus"} {
					for _, kind := range []programme.TermID{"_T", "care"} {
						t.Observations = append(t.Observations, programme.Observation{Row: row(len(t.Observations)), ReleaseID: "2026-Q1", Freq: "Q",
							RefArea: t.Places[j].ID, Indicator: ind, ServiceType: kind, Sex: sex, Age: age, TargetGroup: "_Z", TimePeriod: "2026-Q1",
							Value: programme.Decimal{Text: "4", F: 4}, Status: programme.List{"A"}, ConfStatus: "F"})
					}
				}
			}
		}
	}
	return t, s
}

func BenchmarkCheck(b *testing.B) {
	t, s := large()
	for b.Loop() {
		c := newCheck(invented{}, t, s)
		c.all()
	}
}
