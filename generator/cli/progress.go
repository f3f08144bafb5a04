package cli

import (
	"io"

	"github.com/schollz/progressbar/v3"

	"elinde/generator/pipeline"
)

// progress shows how far the work is: a bar on a terminal, a plain line for each
// stage otherwise, nothing with --quiet or --json. done ends the bar.
func (a *app) progress() (show pipeline.Progress, done func()) {
	if a.quiet || a.json {
		return func(pipeline.Stage, int, int) {}, func() {}
	}
	var bar *progressbar.ProgressBar
	last := pipeline.Stage("")
	show = func(stage pipeline.Stage, n, total int) {
		words := a.texts.get("stage-" + string(stage))
		switch {
		case !a.env.Terminal && stage != last:
			a.printStage(words)
		case a.env.Terminal:
			if stage != last {
				if bar != nil {
					_ = bar.Finish()
				}
				bar = newBar(a.env.Err, words)
			}
			if total > 0 {
				bar.ChangeMax(total)
				_ = bar.Set(n)
			}
		}
		last = stage
	}
	return show, func() {
		if bar != nil {
			_ = bar.Finish()
		}
	}
}

func newBar(w io.Writer, words string) *progressbar.ProgressBar {
	return progressbar.NewOptions(-1, progressbar.OptionSetWriter(w), progressbar.OptionSetDescription(words),
		progressbar.OptionShowCount(), progressbar.OptionClearOnFinish(), progressbar.OptionSetWidth(24))
}
