package finding

// Codes of places and points.
const (
	// CountryMissing: The country that config.toml names is not in the table
	// places.
	CountryMissing Code = "country-missing"
	// PlaceWithoutParent: A place other than the country belongs to no other
	// place.
	PlaceWithoutParent Code = "place-without-parent"
	// PlaceRank: A place is of the same or a higher rank than the place it
	// belongs to.
	PlaceRank Code = "place-rank"
	// PlaceNotInForce: A row names a place that no longer or not yet exists.
	PlaceNotInForce Code = "place-not-in-force"
	// ValidityOverlap: Two times in which a place was in force overlap.
	ValidityOverlap Code = "validity-overlap"
	// CoordinatesHalf: Only one of latitude and longitude is given.
	CoordinatesHalf Code = "coordinates-half"
	// CoordinatesSwapped: Latitude and longitude stand in each other’s
	// columns.
	CoordinatesSwapped Code = "coordinates-swapped"
	// CoordinatesOutsideCountry: A point lies outside the country.
	CoordinatesOutsideCountry Code = "coordinates-outside-country"
	// CoordinatesOutsidePlace: A point lies outside the outline of its place.
	CoordinatesOutsidePlace Code = "coordinates-outside-place"
)
