package programme

// Provider is a row of table providers: an HSDS organization.
type Provider struct {
	Row
	ID           ProviderID `csv:"id" rule:"required,id" about:"stable id, never reused"`
	Kind         string     `csv:"kind" rule:"required,enum=state|civil-society|private|international" about:"who it is"`
	ParentID     ProviderID `csv:"parent_id" rule:"ref=providers" about:"the organization it is a part of"`
	Name         Text       `csv:"name" rule:"required" about:"official name"`
	Description  Text       `csv:"description" rule:"markdown" about:"what it does (Markdown)"`
	Website      string     `csv:"website" rule:"url" about:"https address"`
	Email        string     `csv:"email" rule:"email,contact" about:"office address, never a person's"`
	Phone        string     `csv:"phone" rule:"phone,contact" about:"office telephone"`
	LegalStatus  string     `csv:"legal_status" about:"legal form"`
	LastVerified Date       `csv:"last_verified" rule:"past" about:"when somebody last checked this row"`
}

// Service is a row of table services: an HSDS service.
type Service struct {
	Row
	ID               ServiceID  `csv:"id" rule:"required,id" about:"stable id, never reused; opaque for a sensitive service"`
	ProviderID       ProviderID `csv:"provider_id" rule:"required,ref=providers" about:"who provides it"`
	Name             Text       `csv:"name" rule:"required" about:"official name"`
	Summary          Text       `csv:"summary" rule:"required" about:"one or two sentences that a twelve-year-old understands"`
	Description      Text       `csv:"description" rule:"markdown" about:"the whole description (Markdown)"`
	ServiceType      TermID     `csv:"service_type" rule:"required,term=service_type" about:"its type"`
	TargetGroups     List       `csv:"target_groups" rule:"required,term=target_group" about:"whom it is for"`
	Needs            List       `csv:"needs" rule:"term=need" about:"the life situations it answers"`
	DeliveryModes    List       `csv:"delivery_modes" rule:"required,term=delivery_mode" about:"how it reaches people"`
	Status           string     `csv:"status" rule:"required,enum=active|paused|planned|closed" about:"whether it can be used now"`
	StatusNote       Text       `csv:"status_note" about:"why, until when, what instead"`
	Phone            string     `csv:"phone" rule:"phone,contact" about:"the service's own hotline"`
	HowToApply       Text       `csv:"how_to_apply" rule:"markdown" about:"the first step (Markdown)"`
	Steps            Text       `csv:"steps" rule:"markdown" about:"how it goes: contact, needs assessment, plan, referral (Markdown)"`
	Complaints       Text       `csv:"complaints" rule:"markdown" about:"how to complain (Markdown)"`
	Documents        List       `csv:"documents" rule:"term=document" about:"what to bring"`
	Fee              TermID     `csv:"fee" rule:"required,term=fee" about:"whether it costs anything; the term free-for-GROUP: free for that target group, partly paid for others"`
	FeeNote          Text       `csv:"fee_note" about:"how much, for whom"`
	FeeAmount        Decimal    `csv:"fee_amount" rule:"range=0..1000000" about:"the amount in the money of the country, where it is one; fee_note says for what"`
	WaitingDays      Whole      `csv:"waiting_days" rule:"range=0..3650" about:"usual waiting time, days"`
	Capacity         Whole      `csv:"capacity" rule:"range=0..1000000" about:"places, persons"`
	ServiceLanguages List       `csv:"service_languages" rule:"term=language" about:"languages spoken"`
	LegalBasis       Text       `csv:"legal_basis" about:"law and clause"`
	Funding          string     `csv:"funding" rule:"enum=state-budget|social-contract|programme|other" about:"who pays"`
	Sensitive        YesNo      `csv:"sensitive" about:"yes: exit control, neutral title, no sharing, not kept offline"`
	SpeaksWithFamily YesNo      `csv:"speaks_with_family" about:"yes: it speaks with the family of whoever turns to it; no: only if the person agrees; blank: not known"`
	SuccessorID      ServiceID  `csv:"successor_id" rule:"ref=services" about:"what to use instead of a closed service"`
	ValidFrom        Date       `csv:"valid_from" about:"first day"`
	ValidTo          Date       `csv:"valid_to" rule:"after=valid_from" about:"last day; after it we do not know"`
	LastVerified     Date       `csv:"last_verified" rule:"required,past" about:"when somebody last checked this row"`
}

// Location is a row of table locations: an HSDS location.
type Location struct {
	Row
	ID            LocationID `csv:"id" rule:"required,id" about:"stable id, never reused"`
	ProviderID    ProviderID `csv:"provider_id" rule:"required,ref=providers" about:"whose it is"`
	PlaceID       PlaceID    `csv:"place_id" rule:"required,ref=places" about:"the smallest place it lies in"`
	Name          Text       `csv:"name" rule:"secret" about:"name of the building or office"`
	Address       Text       `csv:"address" rule:"secret" about:"street and number"`
	PostalCode    string     `csv:"postal_code" rule:"secret" about:"postal code"`
	Directions    Text       `csv:"directions" rule:"secret" about:"how to get there"`
	Latitude      Decimal    `csv:"latitude" rule:"range=-90..90,secret" about:"WGS 84"`
	Longitude     Decimal    `csv:"longitude" rule:"range=-180..180,secret" about:"WGS 84"`
	Phone         string     `csv:"phone" rule:"phone,contact,secret" about:"telephone of the place"`
	Email         string     `csv:"email" rule:"email,contact,secret" about:"e-mail of the place"`
	Accessibility List       `csv:"accessibility" rule:"term=accessibility" about:"what is accessible"`
	Confidential  YesNo      `csv:"confidential" rule:"required" about:"yes: only its welaýat may ever be published"`
	LastVerified  Date       `csv:"last_verified" rule:"past" about:"when somebody last checked this row"`
}

// ServiceLocation is a row of table service_locations: an HSDS
// service_at_location.
type ServiceLocation struct {
	Row
	ServiceID  ServiceID  `csv:"service_id" rule:"required,ref=services" about:"the service"`
	LocationID LocationID `csv:"location_id" rule:"required,ref=locations" about:"where it is given"`
	Phone      string     `csv:"phone" rule:"phone,contact" about:"telephone for this service at this place"`
	Note       Text       `csv:"note" about:"room, floor, entrance"`
}

// ServiceArea is a row of table service_areas: where a service is offered, home
// visits included.
type ServiceArea struct {
	Row
	ServiceID ServiceID `csv:"service_id" rule:"required,ref=services" about:"the service"`
	PlaceID   PlaceID   `csv:"place_id" rule:"required,ref=places" about:"the place served, with all within it"`
}
