package hsds_test

import (
	"reflect"
	"testing"

	"elinde/generator/programme"
)

// filledTables makes a row or two of every table with every column filled.
func filledTables(t *testing.T) *programme.Tables {
	t.Helper()
	rows := &programme.Tables{}
	for _, schema := range programme.Schemas() {
		list := reflect.ValueOf(rows).Elem().Field(schema.Field)
		list.Set(reflect.MakeSlice(list.Type(), 1, 1))
		for _, c := range schema.Columns {
			fill(t, c, list.Index(0).FieldByIndex(c.Index))
		}
	}
	// What links must lead somewhere.
	place, provider, service := rows.Places[0], rows.Providers[0], rows.Services[0]
	place.ID, place.ParentID = "p1", ""
	rows.Places[0].ID, rows.Places[0].ParentID = "p2", "p1"
	rows.Places = append(rows.Places, place)
	provider.ID, provider.ParentID = "o2", ""
	rows.Providers[0].ID, rows.Providers[0].ParentID = "o1", "o2"
	rows.Providers = append(rows.Providers, provider)
	service.ID, service.SuccessorID, service.ProviderID = "s2", "", "o1"
	rows.Services[0].ID, rows.Services[0].SuccessorID, rows.Services[0].ProviderID = "s1", "s2", "o1"
	rows.Services = append(rows.Services, service)
	s, second := &rows.Services[0], &rows.Services[1]
	s.Status, s.Funding, s.ServiceType, s.Fee = "planned", "programme", "t1", "t1"
	second.Status, second.Funding, second.ServiceType, second.Fee = "closed", "other", "t1", "t1"
	rows.Locations[0].ID, rows.Locations[0].ProviderID, rows.Locations[0].PlaceID, rows.Locations[0].Confidential = "l1", "o1", "p2", programme.No
	rows.ServiceLocations[0].ServiceID, rows.ServiceLocations[0].LocationID = "s1", "l1"
	rows.ServiceAreas[0].ServiceID, rows.ServiceAreas[0].PlaceID = "s1", "p2"
	rows.Schedules[0].ServiceID, rows.Schedules[0].LocationID = "s1", "l1"
	rows.Schedules[0].OpensAt, rows.Schedules[0].ClosesAt = 541, 1441
	// Hours at a place where the service has no row of its own.
	rows.Schedules = append(rows.Schedules, rows.Schedules[0])
	rows.Schedules[1].ServiceID = "s2"
	term := rows.Terms[0]
	rows.Terms = nil
	for _, scheme := range []string{"service_type", "target_group", "need", "delivery_mode", "fee", "document", "language", "accessibility"} {
		for _, id := range []programme.TermID{"t1", "t2"} {
			term.Scheme, term.ID, term.ParentID = scheme, id, map[programme.TermID]programme.TermID{"t1": "t2"}[id]
			rows.Terms = append(rows.Terms, term)
		}
	}
	for _, l := range []*programme.List{&s.TargetGroups, &s.Needs, &s.DeliveryModes, &s.Documents, &s.ServiceLanguages, &rows.Locations[0].Accessibility} {
		*l = programme.List{"t2", "t1"}
	}
	for _, l := range []*programme.List{&second.TargetGroups, &second.Needs, &second.DeliveryModes, &second.Documents, &second.ServiceLanguages} {
		*l = programme.List{"t1"}
	}
	s.Needs = append(s.Needs, "t1") // twice
	return rows
}

// fill puts a value into a cell that tells the column.
func fill(t *testing.T, c programme.Column, cell reflect.Value) {
	t.Helper()
	switch cell.Interface().(type) {
	case programme.Text:
		cell.Set(reflect.ValueOf(programme.Text{c.Name + " tk", c.Name + " en"}))
	case programme.List:
		cell.Set(reflect.ValueOf(programme.List{c.Name, "other"}))
	case programme.YesNo:
		cell.Set(reflect.ValueOf(programme.Yes))
	case programme.Whole:
		cell.Set(reflect.ValueOf(programme.Whole{N: 7, Set: true}))
	case programme.Decimal:
		cell.Set(reflect.ValueOf(programme.Decimal{Text: "37.50", F: 37.5}))
	case programme.Date:
		cell.Set(reflect.ValueOf(programme.Date(20261016)))
	case programme.Dates:
		cell.Set(reflect.ValueOf(programme.Dates{20261016, 20261017}))
	case programme.Clock:
		cell.Set(reflect.ValueOf(programme.Clock(541)))
	case programme.Weekdays:
		cell.Set(reflect.ValueOf(programme.Weekdays(1)))
	case programme.Instant:
	default:
		if cell.Kind() != reflect.String {
			t.Fatalf("cannot fill %s of type %s", c.Name, cell.Type())
		}
		value := "x" + c.Name
		switch c.Name {
		case "website", "url", "source_url":
			value = "https://example.org/" + c.Name
		case "email":
			value = "office@example.org"
		}
		cell.SetString(value)
	}
}
