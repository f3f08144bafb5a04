package cli

import (
	"fmt"
	"strings"

	"elinde/generator/disclosure"
)

// withheldOf lists the withheld figures of an indicator with the reason of each.
func (a *app) withheldOf(indicator string, cells []disclosure.WithheldCell) []string {
	lines := []string{a.texts.format("explain-list", indicator, len(cells))}
	for _, c := range cells {
		lines = append(lines, fmt.Sprintf("  %s: %s", c.Key, a.texts.get("because-"+string(c.Reason))))
	}
	return lines
}

// open says that there is nothing to explain.
func (a *app) open(key string, state disclosure.State) string {
	if state == disclosure.Missing {
		return a.texts.format("explain-missing", key)
	}
	return a.texts.format("explain-published", key)
}

// explanation says why a figure is withheld, how far it can be guessed, and what
// would give it away; sakes are the figures withheld for its sake.
func (a *app) explanation(c *disclosure.WithheldCell, sakes []string) []string {
	var lines []string
	if c.Exposed {
		lines = append(lines, a.texts.format("explain-exposed", c.Key))
	}
	switch c.Reason {
	case disclosure.Small:
		lines = append(lines, a.texts.format("explain-small", c.Key))
	case disclosure.FromSource:
		lines = append(lines, a.texts.format("explain-from-source", c.Key))
	case disclosure.Hides:
		lines = append(lines, a.texts.format("explain-hides", c.Key, c.For))
	case disclosure.Derived:
		lines = append(lines, a.texts.format("explain-derived", c.Key, c.For))
	case disclosure.Earlier:
		lines = append(lines, a.texts.format("explain-earlier", c.Key))
	}
	if c.Low != nil {
		if c.High == nil {
			lines = append(lines, a.texts.format("explain-open", *c.Low, c.Threshold))
		} else {
			lines = append(lines, a.texts.format("explain-interval", *c.Low, *c.High, c.Threshold))
		}
		if !c.Exact {
			lines = append(lines, a.texts.format("explain-wider"))
		}
	}
	for _, sum := range c.Sums {
		if len(sum) > 0 {
			lines = append(lines, a.texts.format("explain-sum", strings.Join(sum, "\n    ")))
		}
	}
	if c.Cost > 0 {
		lines = append(lines, a.texts.format("explain-cost", c.Cost))
		for _, key := range sakes {
			lines = append(lines, "    "+key)
		}
	}
	return lines
}
