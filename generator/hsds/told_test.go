package hsds

import (
	"strings"
	"testing"
)

// Amounts name their currency, signing has its code, and a place that was abolished
// leads to where its people are counted.
func TestStandardFieldsAreFilled(t *testing.T) {
	p := demonstrationFor(t).pack
	paid := 0
	for _, r := range p.Rows["cost_option"] {
		if (r["amount"] == "") != (r["currency"] == "") || r["currency"] != "" && r["currency"] != "TMT" {
			t.Errorf("a price is %q %q", r["amount"], r["currency"])
		}
		if r["amount"] != "" && r["amount"] != "0" {
			paid++
			if r["amount_description_en"] == "" {
				t.Errorf("%s %s is for nobody knows what", r["amount"], r["currency"])
			}
		}
	}
	if paid < 10 {
		t.Errorf("only %d prices are told", paid)
	}
	for _, r := range p.Rows["language"] {
		if r["code"] == "" {
			t.Errorf("%s has no code", r["name"])
		}
	}
	gone := 0
	for _, r := range p.Rows["taxonomy_term"] {
		if r["status"] != "abolished" {
			continue
		}
		gone++
		if r["valid_to"] == "" || r["successor_ids"] == "" || p.id["taxonomy_term"][strings.Split(r["successor_ids"], ";")[0]] == nil {
			t.Errorf("%s was abolished on %q and is followed by %q", r["local_id"], r["valid_to"], r["successor_ids"])
		}
	}
	if gone == 0 {
		t.Error("no place was abolished")
	}
}
