package table

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"sync"

	"github.com/xuri/excelize/v2"
)

// maxWorkbook is the most that a workbook may hold unpacked, in bytes: its parts
// are in memory while it is read.
const maxWorkbook = 64 << 20

// errWorkbookLarge: the workbook holds more than maxWorkbook.
var errWorkbookLarge = errors.New("workbook too large")

// errWorkbookLocked says that a workbook is protected by a password, or of Excel 97.
var errWorkbookLocked = errors.New("the workbook is protected")

// workbook is an XLSX file, opened. The library unpacks it and knows its
// calendar; cells we read ourselves, as a stream: its reader of typed cells fills
// the holes of a sheet in memory, and a few bytes can name a million holes.
type workbook struct {
	sheets   []worksheet
	parts    *sync.Map // path → []byte
	strings  []string
	formats  []numberFormat // by the style of a cell
	date1904 bool
	raw      string
}

// worksheet is a sheet of a workbook.
type worksheet struct {
	name   string
	part   string
	hidden bool
}

// openWorkbook reads the file and lists its sheets.
func openWorkbook(fsys fs.FS, name string) (w *workbook, err error) {
	if info, err := fs.Stat(fsys, name); err == nil && info.Size() > maxWorkbook {
		return nil, errWorkbookLarge
	}
	raw, err := readAll(fsys, name)
	if err != nil {
		return nil, err
	}
	if strings.HasPrefix(raw, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") { // what Excel puts a password on is no archive any more
		return nil, errWorkbookLocked
	}
	// The library means to return errors; whatever it misses in a hostile file must
	// not end the program.
	defer func() {
		if p := recover(); p != nil {
			w, err = nil, fmt.Errorf("%v", p)
		}
	}()
	f, err := excelize.OpenReader(strings.NewReader(raw), excelize.Options{UnzipSizeLimit: maxWorkbook, UnzipXMLSizeLimit: maxWorkbook})
	if err != nil {
		if strings.Contains(err.Error(), "unzip size exceeds") {
			return nil, errWorkbookLarge
		}
		return nil, err
	}
	defer f.Close()
	w = &workbook{parts: &f.Pkg, raw: raw}
	if err := w.list(); err != nil {
		return nil, err
	}
	if err := w.readStrings(); err != nil {
		return nil, err
	}
	return w, w.readFormats()
}

// part gives the bytes of a part, nil where there is none.
func (w *workbook) part(name string) []byte {
	data, _ := w.parts.Load(strings.TrimPrefix(name, "/"))
	raw, _ := data.([]byte)
	return raw
}

// parse reads a part into a structure; a part that is not there is no error.
func (w *workbook) parse(name string, into any) error {
	data := w.part(name)
	if data == nil {
		return nil
	}
	if err := xml.NewDecoder(bytes.NewReader(data)).Decode(into); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// list finds the sheets and the parts that hold them.
func (w *workbook) list() error {
	var book struct {
		Properties struct {
			Date1904 string `xml:"date1904,attr"`
		} `xml:"workbookPr"`
		Sheets []struct {
			Name  string `xml:"name,attr"`
			State string `xml:"state,attr"`
			ID    string `xml:"id,attr"`
		} `xml:"sheets>sheet"`
	}
	var links struct {
		List []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
			Type   string `xml:"Type,attr"`
		} `xml:"Relationship"`
	}
	if err := errors.Join(w.parse("xl/workbook.xml", &book), w.parse("xl/_rels/workbook.xml.rels", &links)); err != nil {
		return err
	}
	targets := map[string]string{}
	for _, l := range links.List {
		if strings.HasSuffix(l.Type, "/worksheet") { // charts have sheets too
			targets[l.ID] = l.Target
		}
	}
	w.date1904 = book.Properties.Date1904 == "1" || book.Properties.Date1904 == "true"
	for _, s := range book.Sheets {
		target, ok := targets[s.ID]
		if !ok {
			continue
		}
		if !strings.HasPrefix(target, "/") {
			target = path.Join("xl", target)
		}
		w.sheets = append(w.sheets, worksheet{strings.TrimSpace(s.Name), target, s.State != "" && s.State != "visible"})
	}
	return nil
}
