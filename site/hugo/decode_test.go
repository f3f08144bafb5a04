package hugo

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

// TestDecoder reads what encoding/json reads, and the same long object as one.
func TestDecoder(t *testing.T) {
	long := `{"name":{"t":"` + strings.Repeat("ň", longPiece) + `","l":null},"n":[1,-2.5e3]}`
	text := `{"a":"q \" \\ \u00e9 \u2028 \n","b":[],"c":{},"d":[true,false,null,"",{"x":0}],"e":[` + long + `],"f":{"g":[` + long + `,"}"]}}`
	d := newDecoder()
	got, err := d.object([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	one, two := got["e"].([]any)[0].(piece), got["f"].(map[string]any)["g"].([]any)[0].(piece)
	if reflect.ValueOf(one).Pointer() != reflect.ValueOf(two).Pointer() {
		t.Error("the same object is there twice")
	}
	var want any
	if err := json.Unmarshal([]byte(text), &want); err != nil {
		t.Fatal(err)
	}
	if data, err := json.Marshal(got); err != nil || !sameJSON(t, data, want) {
		t.Errorf("%s: %v", data, err)
	}
	for _, broken := range []string{``, `[]`, `{`, `{"a"}`, `{"a":}`, `{"a":1,}`, `{"a":[1}`, `{"a":"x`, `{"a":tru}`, `{"a":1}x`, `{"a":"\x"}`, `{"a":[{"` + strings.Repeat("b", longPiece)} {
		if m, err := d.object([]byte(broken)); err == nil {
			t.Errorf("%s gave %v", broken, m)
		}
	}
}

func sameJSON(t *testing.T, data []byte, want any) bool {
	var got any
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	return reflect.DeepEqual(got, want)
}
