package programme

// Schedule is a row of table schedules: regular opening hours. A lunch break is
// two rows; 24 hours is 00:00-24:00.
type Schedule struct {
	Row
	ServiceID  ServiceID  `csv:"service_id" rule:"required,ref=services" about:"the service"`
	LocationID LocationID `csv:"location_id" rule:"ref=locations" about:"where; blank for wherever it is"`
	Weekdays   Weekdays   `csv:"weekdays" rule:"required" about:"Mo;Tu;We;Th;Fr;Sa;Su"`
	OpensAt    Clock      `csv:"opens_at" rule:"required" about:"HH:MM, UTC+05:00"`
	ClosesAt   Clock      `csv:"closes_at" rule:"required,after=opens_at" about:"HH:MM, 24:00 for the end of the day"`
	OnHolidays YesNo      `csv:"on_holidays" about:"yes: open on public holidays too"`
	ValidFrom  Date       `csv:"valid_from" about:"first day of these hours"`
	ValidTo    Date       `csv:"valid_to" rule:"after=valid_from" about:"last day; after it we no longer know"`
	Note       Text       `csv:"note" about:"for instance: by appointment"`
}

// Closure is a row of table closures: a temporary closure of a service or of a
// location; exactly one of the two ids is given.
type Closure struct {
	Row
	ServiceID  ServiceID  `csv:"service_id" rule:"ref=services" about:"the service that is closed"`
	LocationID LocationID `csv:"location_id" rule:"ref=locations" about:"the location that is closed"`
	From       Date       `csv:"from" rule:"required" about:"first day"`
	To         Date       `csv:"to" rule:"after=from" about:"last day; blank where not known"`
	Reason     Text       `csv:"reason" about:"why"`
}

// Helpline is a row of table helplines.
type Helpline struct {
	Row
	ID    string `csv:"id" rule:"required,id" about:"stable id"`
	Name  Text   `csv:"name" rule:"required" about:"what it helps with"`
	Phone string `csv:"phone" rule:"required,phone,contact" about:"telephone"`
	Hours Text   `csv:"hours" about:"when somebody answers"`
	// The same for machines: pages say when a line is shut, and put it behind those that answer.
	Weekdays     Weekdays `csv:"weekdays" about:"the same days, Mo;Tu;We;Th;Fr;Sa;Su: with the times the site says when nobody answers now"`
	OpensAt      Clock    `csv:"opens_at" about:"HH:MM, UTC+05:00"`
	ClosesAt     Clock    `csv:"closes_at" rule:"after=opens_at" about:"HH:MM, 24:00 for the end of the day"`
	OnHolidays   YesNo    `csv:"on_holidays" about:"yes: somebody answers on public holidays too"`
	Languages    List     `csv:"languages" rule:"term=language" about:"languages spoken"`
	TargetGroups List     `csv:"target_groups" rule:"term=target_group" about:"whom it is for; blank for everybody"`
	FirstFor     List     `csv:"first_for" about:"answers, as question, comparison, value (hurt eq yes);...: the checker shows it first to whoever gives the first of them and contradicts none"`
	Position     Whole    `csv:"position" about:"order in the list"`
}

// Holiday is a row of table holidays: a public holiday.
type Holiday struct {
	Row
	Date Date `csv:"date" rule:"required" about:"the day"`
	Name Text `csv:"name" rule:"required" about:"its name"`
}
