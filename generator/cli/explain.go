package cli

import (
	"cmp"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"elinde/generator/config"
	"elinde/generator/disclosure"
	"elinde/generator/finding"
	"elinde/generator/pipeline"
	"elinde/generator/programme"
)

func (a *app) explainCommand() *cobra.Command {
	return &cobra.Command{Use: "explain INDICATOR [KEY]", Short: a.texts.get("explain-short"), Long: a.texts.get("explain-long"),
		Args: a.takes(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			s, found, err := a.settings()
			if err != nil {
				return err
			}
			progress, done := a.progress()
			checked, err := pipeline.Examine(cmd.Context(), s, found, progress)
			done()
			if err != nil {
				return err
			}
			if len(args) == 1 && strings.Count(args[0], ".") > 2 { // a key, which names its indicator
				args = []string{indicatorOf(args[0]), args[0]}
			}
			if len(args) == 1 {
				return a.explainAll(checked, s, programme.IndicatorID(args[0]))
			}
			key := fullKey(args[0], args[1])
			cell, state := disclosure.WithheldCell{}, disclosure.Secret
			if checked.Protected != nil {
				cell, state = checked.Protected.Explain(key)
			} else {
				var ok bool
				if cell, ok = disclosure.Find(checked.Withheld, key); !ok {
					return a.undecided(checked, args[0])
				}
			}
			if state == disclosure.Secret {
				cell = checked.Spelled([]disclosure.WithheldCell{cell})[0]
			}
			switch {
			case state == disclosure.NoFigure:
				return a.absent(checked, s, args[0], key)
			case a.json:
				return a.printJSON(struct {
					Withheld bool                     `json:"withheld"`
					Missing  bool                     `json:"missing,omitempty"`
					Cell     *disclosure.WithheldCell `json:"cell,omitempty"`
				}{state == disclosure.Secret, state == disclosure.Missing, cellOrNil(cell, state == disclosure.Secret)})
			case state != disclosure.Secret:
				return a.answer(a.open(key, state))
			}
			return a.answer(a.explanation(&cell, sakes(checked, key))...)
		}}
}

// explainAll lists the withheld figures of an indicator, the newest first.
func (a *app) explainAll(checked *pipeline.Checked, s config.Settings, indicator programme.IndicatorID) error {
	if checked.Protected == nil && checked.Withheld == nil {
		return a.undecided(checked, string(indicator))
	}
	if absent := checked.Absent(indicator, ""); absent.Unknown {
		return a.unknownIndicator(string(indicator), absent.Nearest)
	}
	cells := []disclosure.WithheldCell{} // [], never null
	for _, c := range checked.Spelled(checked.Withheld) {
		if indicatorOf(c.Key) == string(indicator) {
			cells = append(cells, c)
		}
	}
	period := func(key string) string { return key[strings.LastIndexByte(key, '.')+1:] }
	slices.SortStableFunc(cells, func(a, b disclosure.WithheldCell) int { return cmp.Compare(period(b.Key), period(a.Key)) })
	if a.json {
		return a.printJSON(struct {
			Withheld []disclosure.WithheldCell `json:"withheld"`
		}{cells})
	}
	err := a.answer(a.withheldOf(string(indicator), cells)...)
	a.printTime(checked, s)
	return err
}

// sakes gives the figures that are withheld for the sake of one.
func sakes(checked *pipeline.Checked, key string) []string {
	var keys []string
	for _, c := range checked.Spelled(slices.DeleteFunc(slices.Clone(checked.Withheld), func(c disclosure.WithheldCell) bool {
		return c.Reason != disclosure.Hides || !disclosure.SameKey(c.For, key)
	})) {
		keys = append(keys, c.Key)
	}
	return keys
}

// undecided says that errors keep figures from being withheld or not, and lists them
// alone; of an indicator that there is not, that.
func (a *app) undecided(checked *pipeline.Checked, indicator string) error {
	if absent := checked.Absent(programme.IndicatorID(indicator), ""); absent.Unknown {
		return a.unknownIndicator(indicator, absent.Nearest)
	}
	errs := slices.DeleteFunc(slices.Clone(checked.Findings), func(f finding.Finding) bool { return f.Severity != finding.Error })
	roots := 0
	for _, f := range errs {
		if f.Follows == "" {
			roots++
		}
	}
	return a.refuse(errs, "explain-stopped", roots)
}

// absent says why there is nothing to explain: the figure is not out yet, or the
// indicator or the key is another one.
func (a *app) absent(checked *pipeline.Checked, s config.Settings, indicator, key string) error {
	absent := checked.Absent(programme.IndicatorID(indicator), key)
	switch {
	case absent.Unknown:
		return a.unknownIndicator(indicator, absent.Nearest)
	case absent.Release != nil:
		at := absent.Release.PublishAt.In(s.Zone()).Format(time.RFC3339)
		return errors.New(a.texts.format("explain-not-out", key, absent.Release.ID, indicator, key, at))
	case absent.Nearest != "":
		return errors.New(a.texts.format("explain-resembles", key, absent.Nearest, indicator))
	}
	return errors.New(a.texts.format("explain-unknown", key))
}

func (a *app) unknownIndicator(id, nearest string) error {
	if nearest != "" {
		return errors.New(a.texts.format("indicator-resembles", id, nearest))
	}
	return errors.New(a.texts.format("indicator-unknown", id))
}

// fullKey puts the indicator into a key that lacks it: frequency, place, indicator
// and the rest.
func fullKey(indicator, key string) string {
	parts := strings.Split(key, ".")
	if len(parts) < 3 || parts[2] == indicator {
		return key
	}
	return strings.Join(append(parts[:2:2], append([]string{indicator}, parts[2:]...)...), ".")
}

// indicatorOf gives the indicator that a whole key names.
func indicatorOf(key string) string { return strings.Split(key, ".")[2] }

func cellOrNil(c disclosure.WithheldCell, ok bool) *disclosure.WithheldCell {
	if !ok {
		return nil
	}
	return &c
}
