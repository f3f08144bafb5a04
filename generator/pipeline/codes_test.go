package pipeline

import (
	"bytes"
	"encoding/csv"
	"path"
	"slices"
	"strings"
	"testing"
)

// schemeOf says which vocabulary of terms.csv the codes of a column are of; of some
// columns it depends on the table.
var schemeOf = map[string]string{"service_type": "service_type", "target_group": "target_group", "target_groups": "target_group", "needs": "need",
	"delivery_modes": "delivery_mode", "documents": "document", "fee": "fee", "service_languages": "language", "accessibility": "accessibility",
	"theme": "theme", "sex": "sex", "age": "age", "unit": "unit", "symbol": "symbol", "symbol_before": "symbol", "freq": "freq", "frequency": "freq",
	"obs_status": "obs_status", "obs_status_before": "obs_status", "conf_status": "conf_status", "level": "level", "change": "change", "derivation": "derivation",
	"providers.kind": "provider_kind", "indicators.kind": "indicator_kind", "services.status": "status", "places.status": "place_status",
	"funding": "funding", "direction": "direction", "qualifier": "qualifier"}

// uncodedColumns hold ids of other tables, texts, numbers, dates and addresses.
var uncodedColumns = strings.Fields(`id provider_id parent_id place_id region_id ref_area indicator indicator_id release_id before_release_id term_id scheme key
	successor_id successors locations places phone email website postal_code latitude longitude confidential sensitive speaks_with_family
	waiting_days fee_amount capacity valid_from valid_to validity last_verified modified released date as_of source_date source_url url iso_3166_1 iso_3166_2
	legal_status origin licence time_period obs_value value value_before baseline baseline_period target target_period sdg_target conflict_group
	services publisher as_of_release quarters`)

// TestEveryCodeHasWords looks every code of every published CSV file up in terms.csv. A
// column that it does not know fails: whoever adds one says what it holds.
func TestEveryCodeHasWords(t *testing.T) {
	_, files := demonstrationFiles(t, "2026-11-16T09:00:00+05:00")
	words := map[string]bool{}
	for _, row := range csvOf(t, files["downloads/terms.csv"]) {
		words[row["scheme"]+" "+row["id"]] = true
		if row["name_tk"] == "" || row["name_ru"] == "" || row["name_en"] == "" {
			t.Errorf("%s %s has no name", row["scheme"], row["id"])
		}
	}
	looked := 0
	for name, data := range files {
		if path.Ext(name) != ".csv" || strings.HasSuffix(name, ".sdmx.csv") || name == "downloads/terms.csv" {
			continue
		}
		table := strings.TrimSuffix(path.Base(name), ".csv")
		missing := map[string]bool{}
		for _, row := range csvOf(t, data) {
			for column, cell := range row {
				scheme := schemeOf[column]
				if own := schemeOf[table+"."+column]; own != "" {
					scheme = own
				}
				isText := strings.HasSuffix(column, "_tk") || strings.HasSuffix(column, "_ru") || strings.HasSuffix(column, "_en")
				switch {
				case scheme == "" && !isText && !slices.Contains(uncodedColumns, column):
					missing["column "+column] = true
				case scheme != "" && cell != "":
					for code := range strings.SplitSeq(cell, ";") {
						looked++
						if !words[scheme+" "+code] {
							missing[scheme+" "+code] = true
						}
					}
				}
			}
		}
		for what := range missing {
			t.Errorf("%s: terms.csv does not know %s", name, what)
		}
	}
	if looked < 100_000 {
		t.Errorf("only %d codes were looked up", looked)
	}
}

// csvOf reads a file: one map a row.
func csvOf(t *testing.T, data []byte) []map[string]string {
	t.Helper()
	all, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil || len(all) == 0 {
		t.Fatalf("cannot read a table: %v", err)
	}
	var rows []map[string]string
	for _, cells := range all[1:] {
		row := map[string]string{}
		for i, c := range cells {
			row[all[0][i]] = c
		}
		rows = append(rows, row)
	}
	return rows
}
