package downloads

// about explains the columns of downloads that no table has, by their name or with the
// table before it.
var about = map[string]string{
	"released":      "day on which the release came out",
	"licence":       "SPDX identifier of the licence; blank where the source of a row states none",
	"unit":          "code of the unit",
	"symbol":        "why a figure is missing or how far it can be relied on, several separated by ;: c withheld, z not applicable, x not available, p provisional, e estimated, b break in the series, u low reliability, r revised",
	"symbol_name":   "the symbols in words",
	"locations":     "ids of the locations, separated by ;",
	"places":        "ids of the places it serves, separated by ;",
	"key":           "the figure: its dimensions and its period, as the exports name it",
	"change":        "what happened to the figure, scheme change of terms.csv",
	"reason":        "why a final figure changed",
	"as_of_release": "the release up to which the figure is current",
	"derivation":    "how the figure came about: sum-of-quarters, added up by the program that made this file; no release tells it",
	"quarters":      "the quarters that were added up, separated by ;",

	"before_release_id": "the release that told it before",
	"value_before":      "the figure before; blank where there was none or it was withheld",
	"obs_status_before": "its status before (SDMX CL_OBS_STATUS)",
	"symbol_before":     "its symbols before",

	"page": "address of its page in that language; blank where it has none",

	"places.iso_3166_1":  "ISO 3166-1 code of the country; blank for its parts",
	"places.status":      "whether it is in force on the day of the file",
	"places.valid_from":  "first day of its newest time in force; blank where unknown, or where it always was",
	"places.valid_to":    "last day of its newest time in force; blank while it is",
	"places.validity":    "all its times in force, separated by ;, as intervals of ISO 8601-2: ../2022-11-09; blank where it always was",
	"places.successors":  "ids of the places at which its people are counted since it was abolished, separated by ;",
	"locations.id":       "stable id; of a confidential location the UUID that it has in HSDS, another for each service",
	"locations.place_id": "the place; of a confidential location its region only",
}
