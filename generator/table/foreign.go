package table

import "strings"

// foreign names the format of a file that is no CSV whatever its name says, by
// its first bytes; "" for a text. A spreadsheet that was renamed, not exported,
// would otherwise be read as nonsense. The names are the same in every language.
func foreign(raw string) string {
	head := raw[:min(len(raw), 4096)]
	switch {
	case strings.HasPrefix(head, "PK\x03\x04"), strings.HasPrefix(head, "PK\x05\x06"):
		return packed(raw)
	case strings.HasPrefix(head, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
		return "XLS (Excel 97–2003)"
	case strings.HasPrefix(head, "%PDF-"):
		return "PDF"
	case strings.HasPrefix(head, "\x1f\x8b"):
		return "GZIP"
	case strings.HasPrefix(head, "Rar!\x1a\x07"):
		return "RAR"
	case strings.HasPrefix(head, "7z\xbc\xaf\x27\x1c"):
		return "7Z"
	case strings.HasPrefix(head, "SQLite format 3\x00"):
		return "SQLite"
	case strings.HasPrefix(head, "{\\rtf"):
		return "RTF"
	}
	text := strings.ToLower(strings.TrimLeft(strings.TrimPrefix(head, "\xef\xbb\xbf"), " \t\r\n"))
	switch {
	case strings.HasPrefix(text, "<?xml"):
		return "XML"
	case strings.HasPrefix(text, "<!doctype html"), strings.HasPrefix(text, "<html"), strings.HasPrefix(text, "<table"), strings.HasPrefix(text, "<meta"):
		return "HTML" // as some programs write for Excel
	case strings.HasPrefix(text, "{\""), strings.HasPrefix(text, "[{"):
		return "JSON"
	}
	return ""
}

// packed tells the archives that office programs write by the names inside.
func packed(raw string) string {
	switch {
	case strings.Contains(raw, "mimetypeapplication/vnd.oasis.opendocument.spreadsheet"):
		return "ODS (LibreOffice)"
	case strings.Contains(raw, "xl/workbook"), strings.Contains(raw, "xl/worksheets/"):
		return "XLSX (Excel)"
	case strings.Contains(raw, "word/document"):
		return "DOCX (Word)"
	}
	return "ZIP"
}
