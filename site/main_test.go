package site_test

import (
	"os"
	"testing"

	"elinde/site"
)

func TestMain(m *testing.M) {
	if site.IsChild() {
		os.Exit(site.ChildMain())
	}
	os.Exit(m.Run())
}
