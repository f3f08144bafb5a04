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
	if out := os.Getenv(alternateEnv); out != "" {
		os.Exit(alternate(out))
	}
	os.Exit(m.Run())
}
