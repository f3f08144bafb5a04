package downloads

import (
	"fmt"
	"maps"
	"regexp"
	"strconv"

	"elinde/generator/sdmx"
)

// codeLists are the codes that a release and those before it use: the lists of its SDMX
// structure. Later releases only add to them, each in a version of its own, so that a
// registry may keep them side by side and those of a release stay as they are.
type codeLists struct {
	release                int                        // from 0
	members                map[string]map[string]bool // by dimension
	statuses, confs, units map[string]bool
}

// with gives the lists for the release of that number, oldest first.
func (l *codeLists) with(release int, e edition) *codeLists {
	n := &codeLists{release, map[string]map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}}
	if l != nil {
		for column, codes := range l.members {
			n.members[column] = maps.Clone(codes)
		}
		n.statuses, n.confs, n.units = maps.Clone(l.statuses), maps.Clone(l.confs), maps.Clone(l.units)
	}
	for _, i := range e.order {
		n.units[string(i.Unit)] = true
		for _, f := range e.figures(i.ID) {
			for at, code := range members(f) {
				column := strconv.Itoa(at) // of a declared dimension
				if at < len(sdmx.Fixed) {
					column = sdmx.Fixed[at]
				}
				if n.members[column] == nil {
					n.members[column] = map[string]bool{}
				}
				n.members[column][code] = true
			}
			for _, s := range f.Status {
				n.statuses[s] = true
			}
			n.confs[f.ConfStatus] = true
		}
	}
	return n
}

// version is that of the structure: another MINOR for each release, since it only adds.
func (l *codeLists) version() string {
	if l == nil {
		return "1.0.0"
	}
	return fmt.Sprintf("1.%d.0", l.release)
}

// ages are our codes of ages as CL_AGE of SDMX writes them.
var ages = []struct {
	ours *regexp.Regexp
	sdmx string
}{
	{regexp.MustCompile(`^y(\d+)t(\d+)$`), "Y${1}T$2"},
	{regexp.MustCompile(`^y(\d+)plus$`), "Y_GE$1"},
}

// sdmxAge gives the code of CL_AGE for one of ours, "" where it is the same.
func sdmxAge(id string) string {
	for _, a := range ages {
		if a.ours.MatchString(id) {
			return a.ours.ReplaceAllString(id, a.sdmx)
		}
	}
	return ""
}

// standard names the cross-domain lists of SDMX whose codes ours are, each in the oldest
// version that has all of them: later ones only add.
var standard = map[string]string{"freq": "CL_FREQ(2.1)", "sex": "CL_SEX(2.1)", "age": "CL_AGE(1.0)", "obs_status": "CL_OBS_STATUS(2.2)", "conf_status": "CL_CONF_STATUS(1.3)"}
