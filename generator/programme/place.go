package programme

// Place is a row of table places: an administrative unit of the country.
type Place struct {
	Row
	ID               PlaceID `csv:"id" rule:"required,id" about:"stable id, never reused"`
	ParentID         PlaceID `csv:"parent_id" rule:"ref=places" about:"the unit it belongs to; blank for the country"`
	Level            string  `csv:"level" rule:"required,enum=country|welayat|city|etrap|borough" about:"rank of the unit"`
	ISO31662         string  `csv:"iso_3166_2" about:"ISO 3166-2 code, such as TM-M"`
	Name             Text    `csv:"name" rule:"required" about:"official name"`
	AlternativeNames List    `csv:"alternative_names" about:"other spellings and former names that people search for"`
	Latitude         Decimal `csv:"latitude" rule:"range=-90..90" about:"a point inside the unit, WGS 84"`
	Longitude        Decimal `csv:"longitude" rule:"range=-180..180" about:"a point inside the unit, WGS 84"`
}

// PlaceValidity is a row of table place_validity: a time in which a place was in
// force. A place without rows was always in force.
type PlaceValidity struct {
	Row
	PlaceID   PlaceID `csv:"place_id" rule:"required,ref=places" about:"the place"`
	ValidFrom Date    `csv:"valid_from" about:"first day in force; blank where unknown"`
	ValidTo   Date    `csv:"valid_to" rule:"after=valid_from" about:"last day in force; blank while it is"`
}

// PlaceChange is a row of table place_changes: a reform of the administrative
// division.
type PlaceChange struct {
	Row
	Date   Date    `csv:"date" rule:"required" about:"day on which the change took effect"`
	Kind   string  `csv:"kind" rule:"required,enum=abolished|created|split|merged|renamed" about:"what happened"`
	FromID PlaceID `csv:"from_id" rule:"required,ref=places" about:"the place before"`
	ToID   PlaceID `csv:"to_id" rule:"required,ref=places" about:"the place after"`
}

// Term is a row of table terms: a word of a controlled vocabulary.
type Term struct {
	Row
	Scheme      string `csv:"scheme" rule:"required,slug" about:"the vocabulary: service_type, target_group, need, delivery_mode, accessibility, document, fee, language, theme, age, unit ..."`
	ID          TermID `csv:"id" rule:"required,code" about:"id, unique within its scheme"`
	ParentID    TermID `csv:"parent_id" about:"a broader term of the same scheme"`
	Name        Text   `csv:"name" rule:"required" about:"the term as people see it"`
	Description Text   `csv:"description" about:"one sentence that explains it"`
	Synonyms    Text   `csv:"synonyms" about:"other words for it, separated by ';', in that language"`
	Icon        string `csv:"icon" rule:"slug" about:"picture beside it: an id in the theme's static/icons.svg"`
	Position    Whole  `csv:"position" about:"order in lists; blank sorts after, by name"`
	Sensitive   YesNo  `csv:"sensitive" about:"yes where looking it up may endanger the reader"`
}

// Source is a row of table sources: where facts and rows come from.
type Source struct {
	Row
	ID        string `csv:"id" rule:"required,id" about:"id used in the columns 'origin'"`
	Title     Text   `csv:"title" rule:"required" about:"title of the source"`
	Publisher string `csv:"publisher" about:"who published it"`
	Date      string `csv:"date" about:"when, as exactly as known: 2022, 2022-07 or 2022-07-20"`
	URL       string `csv:"url" rule:"url" about:"its full address; blank where only publisher and date are known"`
	Licence   string `csv:"licence" about:"licence of the data taken, where there is one"`
}

// Retired is a row of table retired: an id that is gone. Its address answers
// with a tombstone that names the successor.
type Retired struct {
	Row
	Table       string `csv:"table" rule:"required,enum=places|providers|services|indicators|terms" about:"the table the id was in"`
	Scheme      string `csv:"scheme" rule:"slug" about:"of a term: the vocabulary it was in; it has to be said"`
	ID          string `csv:"id" rule:"required,code" about:"the id that is gone"`
	SuccessorID string `csv:"successor_id" about:"what took its place"`
	Date        Date   `csv:"date" rule:"required" about:"since when"`
}
