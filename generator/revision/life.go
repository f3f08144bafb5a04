package revision

import "elinde/generator/programme"

// life notes with which releases an indicator begins and ends.
func (c *comparison) life(l *Log, n *programme.Indicator) {
	tells := make([]bool, len(c.releases))
	for _, o := range c.rows[n.ID] {
		tells[c.rank[o.ReleaseID]] = true
	}
	last, ended := -1, false
	for i, r := range c.releases {
		switch {
		case tells[i]:
			if last < 0 && i > 0 {
				l.began[r.ID] = append(l.began[r.ID], n.ID)
			}
			last, ended = i, false
		case last >= 0 && !ended && c.isDue(n, last, r):
			l.ended[r.ID] = append(l.ended[r.ID], n.ID)
			ended = true
		}
	}
}

// isDue reports whether a release should tell an indicator that was told last by
// the release of that rank.
func (c *comparison) isDue(n *programme.Indicator, last int, r *programme.Release) bool {
	return n.Frequency != "A" || n.SuccessorID != "" || !r.PublishAt.Before(c.releases[last].PublishAt.AddDate(1, 0, 0))
}
