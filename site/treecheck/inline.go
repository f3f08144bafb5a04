package treecheck

import (
	"crypto/sha256"
	"encoding/base64"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// A page that is opened from a disk cannot load a style sheet or a script by the
// site's policy, so it carries them inside. It may, if a policy of its own stands
// before them that lets in nothing but what it names by its hash.

// closed is such a policy: every directive is 'none' or a list of hashes.
var closed = regexp.MustCompile(`^default-src 'none'(; [a-z-]+ ('none'|'sha256-[A-Za-z0-9+/=]+'( 'sha256-[A-Za-z0-9+/=]+')*))*$`)

// policy keeps the hashes of a page's own policy; of two the first counts, and
// one that lets in more counts for nothing.
func (p *parser) policy(attrs []html.Attribute) {
	content, _ := value(attrs, "content")
	if p.allowed != nil || !closed.MatchString(content) {
		return
	}
	p.allowed = []string{}
	for _, word := range strings.FieldsFunc(content, func(r rune) bool { return r == ' ' || r == ';' }) {
		if strings.HasPrefix(word, "'sha256-") {
			p.allowed = append(p.allowed, strings.Trim(word, "'"))
		}
	}
}

// inline notes an element whose text a browser would act on; its text follows.
func (p *parser) inline(code, detail string) { p.acting = &Fault{Code: code, Detail: detail} }

// judge ends what inline began: its text is named by the page's policy, or is a
// fault.
func (p *parser) judge(text []byte) {
	if p.acting == nil {
		return
	}
	sum := sha256.Sum256(text)
	if !slices.Contains(p.allowed, "sha256-"+base64.StdEncoding.EncodeToString(sum[:])) {
		p.fault(p.acting.Code, p.acting.Detail)
	}
	p.acting = nil
}
