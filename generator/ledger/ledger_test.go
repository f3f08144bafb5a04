package ledger

import (
	"os"
	"path/filepath"
	"testing"
)

func TestLedger(t *testing.T) {
	file := filepath.Join(t.TempDir(), "ledger")
	program := [16]byte{1}
	l := Open(file, program)
	l.Keep(Key{1}, []byte("one"))
	l.Keep(Key{2}, []byte("two"))
	if err := l.Save(); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("others may read it: %v, %v", info.Mode(), err)
	}
	again := Open(file, program)
	if v, ok := again.Find(Key{1}); !ok || string(v) != "one" {
		t.Errorf("found %q, %t", v, ok)
	}
	if err := again.Save(); err != nil { // nobody asked for the second
		t.Fatal(err)
	}
	if _, ok := Open(file, program).Find(Key{2}); ok {
		t.Error("what nobody asked for is still known")
	}
	if _, ok := Open(file, [16]byte{2}).Find(Key{1}); ok {
		t.Error("another program knows it")
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for i := range data {
		damaged := append([]byte(nil), data...)
		damaged[i] ^= 1
		if err := os.WriteFile(file, damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, ok := Open(file, program).Find(Key{1}); ok {
			t.Fatalf("damaged at %d, it knows", i)
		}
	}
	if err := Forget(file); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(file); err == nil {
		t.Error("it was not forgotten")
	}
	var none *Ledger
	none.Keep(Key{1}, nil)
	if _, ok := none.Find(Key{1}); ok || none.Save() != nil {
		t.Error("no ledger knows something")
	}
}
