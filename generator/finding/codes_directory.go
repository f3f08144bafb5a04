package finding

// Codes of the directory.
const (
	// ContactMissing: A service that people may use has no telephone, e-mail
	// or location.
	ContactMissing Code = "contact-missing"
	// VerificationOld: Nobody has checked a row for a long time.
	VerificationOld Code = "verification-old"
	// StatusNoteMissing: A paused service does not say why and until when.
	StatusNoteMissing Code = "status-note-missing"
	// SuccessorMissing: A closed service does not say what to use instead.
	SuccessorMissing Code = "successor-missing"
	// SuccessorClosed: The service that follows a closed one is closed too.
	SuccessorClosed Code = "successor-closed"
	// ServiceEnded: A service is said to be active after its last day.
	ServiceEnded Code = "service-ended"
	// ServiceNotBegun: A service is said to be active before its first day.
	ServiceNotBegun Code = "service-not-begun"
	// ServicePlannedLate: A planned service should have begun.
	ServicePlannedLate Code = "service-planned-late"
	// ServiceWithoutPlace: A service is offered nowhere.
	ServiceWithoutPlace Code = "service-without-place"
	// HoursOverlap: Two rows of opening hours overlap.
	HoursOverlap Code = "hours-overlap"
	// HoursEnded: All opening hours of a service have ended.
	HoursEnded Code = "hours-ended"
	// IDTelling: The id of a sensitive service tells what the service is.
	IDTelling Code = "id-telling"
	// ResidencePublic: A sensitive service at which people live has public places
	// only.
	ResidencePublic Code = "residence-public"
	// ConfidentialInText: A text that is published gives the address of a
	// confidential location away.
	ConfidentialInText Code = "confidential-in-text"
)
