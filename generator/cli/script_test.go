package cli

import (
	"encoding/csv"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"

	"elinde/site"
)

// TestMain makes the test binary be the command in scripts, and the process that
// renders pages when the command starts itself again.
func TestMain(m *testing.M) {
	if site.IsChild() {
		os.Exit(site.ChildMain())
	}
	testscript.Main(m, map[string]func(){
		"elinde": func() { os.Exit(Main(os.Args[1:], scripted())) },
	})
}

// scripted is the real environment, but for the clock where a script sets CLOCK.
func scripted() Environment {
	env := System()
	if now, err := time.Parse(time.RFC3339, os.Getenv("CLOCK")); err == nil {
		env.Now = func() time.Time { return now }
	}
	return env
}

// TestScripts runs the real command: testdata/script/*.txtar.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"workbook": writeWorkbook},
		UpdateScripts:       os.Getenv("UPDATE_SCRIPTS") != "",
		Setup: func(env *testscript.Env) error {
			env.Setenv("ELINDE_LANG", "en")
			return nil
		},
	})
}

// writeWorkbook is the command of scripts "workbook FILE SHEET=ROWS.csv...".
func writeWorkbook(ts *testscript.TestScript, _ bool, args []string) {
	book := excelize.NewFile()
	defer book.Close()
	for i, arg := range args[1:] {
		name, file, _ := strings.Cut(arg, "=")
		if i == 0 {
			ts.Check(book.SetSheetName("Sheet1", name))
		} else {
			_, err := book.NewSheet(name)
			ts.Check(err)
		}
		r := csv.NewReader(strings.NewReader(ts.ReadFile(file)))
		r.FieldsPerRecord = -1
		rows, err := r.ReadAll()
		ts.Check(err)
		for n := range rows {
			ts.Check(book.SetSheetRow(name, fmt.Sprintf("A%d", n+1), &rows[n]))
		}
	}
	ts.Check(book.SaveAs(ts.MkAbs(args[0])))
}
