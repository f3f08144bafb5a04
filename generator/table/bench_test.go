package table

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// manyServices makes the exports of n services in three languages with places,
// hours and areas: ten rows a service, and 27 columns of a service filled.
func manyServices(n int) fstest.MapFS {
	var services, locations, at, areas, hours strings.Builder
	services.WriteString("id,provider_id,name_tk,name_ru,name_en,summary_tk,summary_ru,summary_en,description_tk,description_ru,description_en,service_type,target_groups,needs,delivery_modes,status,how_to_apply_tk,how_to_apply_ru,how_to_apply_en,documents,fee,waiting_days,capacity,service_languages,sensitive,valid_from,last_verified,origin\n")
	locations.WriteString("id,provider_id,place_id,address_tk,address_ru,address_en,latitude,longitude,phone,accessibility,confidential,last_verified\n")
	at.WriteString("service_id,location_id,phone\n")
	areas.WriteString("service_id,place_id\n")
	hours.WriteString("service_id,location_id,weekdays,opens_at,closes_at,on_holidays\n")
	long := strings.Repeat("Uzak beýan. ", 20)
	for i := range n {
		fmt.Fprintf(&services, "s-%d,p-%d,Öýde kömek %d,Помощь на дому %d,Help at home %d,Gysgaça,Кратко,\"Short, plain\",%s,%s,\"%s, \"\"quoted\"\"\",home-care,elderly;disabled,food;care,home;centre,active,Jaň ediň,Позвоните,Call,passport;certificate,free,3,120,tk;ru,no,2024-01-01,2026-10-01,illustration\n",
			i, i%100, i, i, i, long, "Длинное описание. ", long)
		fmt.Fprintf(&locations, "l-%d,p-%d,mary,Köçe %d,Улица %d,Street %d,37.6%03d,61.8%03d,+993 00 00-00-00,ramp;lift,no,2026-10-01\n", i, i%100, i, i, i, i%1000, i%1000)
		fmt.Fprintf(&at, "s-%d,l-%d,+993 00 00-00-00\n", i, i)
		for j := range 3 {
			fmt.Fprintf(&areas, "s-%d,place-%d\n", i, j)
		}
		for j := range 4 {
			fmt.Fprintf(&hours, "s-%d,l-%d,Mo;Tu;We;Th;Fr,%02d:00,%02d:30,no\n", i, i, 8+2*j, 9+2*j)
		}
	}
	return fstest.MapFS{
		"services.csv":          {Data: []byte(services.String())},
		"locations.csv":         {Data: []byte(locations.String())},
		"service_locations.csv": {Data: []byte(at.String())},
		"service_areas.csv":     {Data: []byte(areas.String())},
		"schedules.csv":         {Data: []byte(hours.String())},
	}
}

// BenchmarkRead reads 10,000 services in 100,000 rows. Wanted: well under a
// second of CPU.
func BenchmarkRead(b *testing.B) {
	data := manyServices(10_000)
	size := 0
	for _, f := range data {
		size += len(f.Data)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		records, found, err := Read(data, trilingual())
		if err != nil || len(found) > 0 || len(records.Tables.Schedules) != 40_000 {
			b.Fatal(err, found)
		}
	}
}
