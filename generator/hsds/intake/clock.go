package intake

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// zeroTime is any time: the zone of a country is an offset that never changes here.
var zeroTime time.Time

// clockOf reads a time of day and the offset from UTC that it says, nil where it
// says none.
func clockOf(cell string) (minutes int, offset *int, err error) {
	for _, layout := range []string{"15:04:05", "15:04", "15:04:05Z07:00", "15:04Z07:00"} {
		t, e := time.Parse(layout, cell)
		if e != nil {
			continue
		}
		minutes = t.Hour()*60 + t.Minute()
		if strings.HasSuffix(layout, "Z07:00") {
			_, seconds := t.Zone()
			zone := seconds / 60
			offset = &zone
		}
		return minutes, offset, nil
	}
	if cell == "24:00" || cell == "24:00:00" {
		return 24 * 60, nil, nil
	}
	return 0, nil, errors.New("want a time such as 09:00:00")
}

// clock writes minutes after midnight as our tables do.
func clock(minutes int) string { return fmt.Sprintf("%02d:%02d", minutes/60, minutes%60) }
