package series

import "elinde/generator/programme"

// Symbol is a mark beside or instead of a figure, shown in square brackets. One
// page explains each symbol that it shows.
type Symbol string

// The symbols, in the order in which they stack.
const (
	Withheld      Symbol = "c" // known, but it would reveal something about a person
	Inapplicable  Symbol = "z" // cannot exist
	NotAvailable  Symbol = "x" // exists or may exist, but there is no figure
	Provisional   Symbol = "p"
	Estimated     Symbol = "e"
	Break         Symbol = "b" // not comparable with earlier periods
	Unreliable    Symbol = "u"
	RevisedFigure Symbol = "r" // differs from what the release before said
)

// Symbols lists all symbols in the order in which they stack.
var Symbols = []Symbol{Withheld, Inapplicable, NotAvailable, Provisional, Estimated, Break, Unreliable, RevisedFigure}

// statusSymbol says which symbol an SDMX observation status shows. A status that
// is not here (A normal; K, N, S, W) changes nothing that a reader must know
// beside the figure; it stays in the download and its comment in the notes.
var statusSymbol = map[string]Symbol{
	"Q": Withheld,
	"M": Inapplicable,
	"O": NotAvailable, "L": NotAvailable, "H": NotAvailable,
	"P": Provisional,
	"E": Estimated, "I": Estimated, "F": Estimated,
	"B": Break, "D": Break,
	"U": Unreliable, "V": Unreliable, "G": Unreliable,
}

// symbolsOf gives the symbols of an observation, in their order. A missing
// value always has one that says why: where the row gives no reason, the figure
// counts as not available, never as zero.
func symbolsOf(o *programme.Observation, revised bool) []Symbol {
	has := map[Symbol]bool{RevisedFigure: revised && o.Value.Set()}
	for _, s := range o.Status {
		if symbol, ok := statusSymbol[s]; ok {
			has[symbol] = true
		}
	}
	if !o.Value.Set() {
		switch {
		case has[Withheld] || o.ConfStatus != "F" && o.ConfStatus != "":
			return []Symbol{Withheld}
		case has[Inapplicable]:
			return []Symbol{Inapplicable}
		}
		return []Symbol{NotAvailable}
	}
	var list []Symbol
	for _, s := range Symbols {
		if has[s] && s != Withheld && s != Inapplicable && s != NotAvailable {
			list = append(list, s)
		}
	}
	return list
}

// SymbolsOf gives the symbols of an observation by itself, without what earlier
// releases said of it.
func SymbolsOf(o *programme.Observation) []Symbol { return symbolsOf(o, false) }
