package hsds

import (
	"strings"

	"github.com/google/uuid"
)

// Identifiers makes the UUIDs of a site, version 5 (RFC 9562): the same row has
// the same one in every build. Their namespace is the UUID that version 5 makes
// in the namespace of URLs of the site's address with "hsds/" behind it, so that
// two sites never mean different things by one identifier.
type Identifiers struct{ namespace uuid.UUID }

// NewIdentifiers makes the identifiers of the site at that address, which ends
// with a slash.
func NewIdentifiers(base string) Identifiers {
	return Identifiers{uuid.NewSHA1(uuid.NameSpaceURL, []byte(base+Folder))}
}

// Of gives the UUID of a row by its kind and what tells it from others:
// "service", "home-care-mary".
func (i Identifiers) Of(kind string, key ...string) string {
	return uuid.NewSHA1(i.namespace, []byte(kind+"/"+strings.Join(key, "/"))).String()
}
