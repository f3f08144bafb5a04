package main

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
)

// Half of the services share a provider with four others, as in a district whose
// department and society give several.
func (m *maker) providerCount() int { return max(1, m.options.services/5) }

var providerHeader = []string{"id", "kind", "parent_id", "name_tk", "name_ru", "name_en", "email", "phone", "last_verified", "origin"}

func (m *maker) providers() {
	for i := range m.providerCount() {
		r := m.random("providers", i)
		kind := pick(r, []string{"state", "state", "civil-society"})
		m.row("providers", providerHeader, providerID(i), kind, "",
			fmt.Sprintf("%d-nji durmuş hyzmatlary merkezi", i+1), fmt.Sprintf("Центр социальных услуг № %d", i+1), fmt.Sprintf("Social Service Centre No. %d", i+1),
			fmt.Sprintf("office%d@example.org", i), phone(r), "2026-06-01", "illustration")
	}
}

var (
	serviceHeader = []string{"id", "provider_id", "name_tk", "name_ru", "name_en", "summary_tk", "summary_ru", "summary_en",
		"description_tk", "description_ru", "description_en", "service_type", "target_groups", "needs", "delivery_modes", "status", "phone",
		"documents", "fee", "waiting_days", "capacity", "service_languages", "legal_basis_tk", "legal_basis_ru", "legal_basis_en", "funding", "last_verified", "origin"}
	locationHeader = []string{"id", "provider_id", "place_id", "address_tk", "address_ru", "address_en", "latitude", "longitude", "phone", "accessibility", "confidential", "origin"}
	linkHeader     = []string{"service_id", "location_id", "origin"}
	areaHeader     = []string{"service_id", "place_id", "origin"}
	hoursHeader    = []string{"service_id", "location_id", "weekdays", "opens_at", "closes_at", "origin"}
)

func (m *maker) services() {
	for i := range m.options.services {
		r := m.random("services", i)
		id, location := fmt.Sprintf("svc-%06d", i), fmt.Sprintf("loc-%06d", i)
		provider := providerID(i % m.providerCount())
		where := m.source.places[r.IntN(len(m.source.places))]
		name := m.source.names[r.IntN(len(m.source.names))]
		cells := []string{id, provider}
		for n, text := range name {
			if text != "" || n == 0 {
				text = fmt.Sprintf("%s %d", text, i+1)
			}
			cells = append(cells, text)
		}
		for _, l := range languages {
			cells = append(cells, m.text(r, l, 1, 2))
		}
		for _, l := range languages {
			cells = append(cells, m.text(r, l, 4, 9))
		}
		cells = append(cells, pick(r, m.source.terms["service_type"]), m.some(r, "target_group"), m.some(r, "need"), m.some(r, "delivery_mode"),
			"active", phone(r), m.some(r, "document"), pick(r, m.source.terms["fee"]), strconv.Itoa(r.IntN(30)), strconv.Itoa(10+r.IntN(90)),
			m.some(r, "language"), "Durmuş hyzmatlary hakynda Kanun", "Закон «О социальных услугах»", "Law On Social Services", "state-budget",
			fmt.Sprintf("2026-%02d-%02d", 1+r.IntN(10), 1+r.IntN(28)), "illustration")
		m.row("services", serviceHeader, cells...)
		m.row("locations", locationHeader, location, provider, where.id,
			fmt.Sprintf("Bitaraplyk köçesi, %d", 1+r.IntN(200)), fmt.Sprintf("улица Битараплык, %d", 1+r.IntN(200)), fmt.Sprintf("%d Bitaraplyk Street", 1+r.IntN(200)),
			where.latitude, where.longitude, phone(r), m.some(r, "accessibility"), "no", "illustration")
		m.row("service_locations", linkHeader, id, location, "illustration")
		m.row("service_areas", areaHeader, id, where.id, "illustration")
		m.row("schedules", hoursHeader, id, "", "Mo;Tu;We;Th;Fr", "09:00", "13:00", "illustration")
		m.row("schedules", hoursHeader, id, "", "Mo;Tu;We;Th;Fr", "14:00", "18:00", "illustration")
	}
}

func providerID(i int) string { return fmt.Sprintf("prov-%05d", i) }

func phone(r *rand.Rand) string {
	return fmt.Sprintf("+993 00 %02d-%02d-%02d", r.IntN(100), r.IntN(100), r.IntN(100))
}

func pick(r *rand.Rand, list []string) string { return list[r.IntN(len(list))] }

// some gives one to three terms of a scheme.
func (m *maker) some(r *rand.Rand, scheme string) string {
	var list []string
	for range 1 + r.IntN(3) {
		if id := pick(r, m.source.terms[scheme]); !strings.Contains(";"+strings.Join(list, ";")+";", ";"+id+";") {
			list = append(list, id)
		}
	}
	return strings.Join(list, ";")
}

// text gives from low to high sentences of a language.
func (m *maker) text(r *rand.Rand, language string, low, high int) string {
	var list []string
	for range low + r.IntN(high-low+1) {
		list = append(list, pick(r, m.source.sentences[language]))
	}
	return strings.Join(list, " ")
}
