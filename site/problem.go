package site

// Codes of problems. A problem stops publishing; what is published stays.
const (
	// The plan.
	CodePathInvalid   = "path-invalid"   // a path has other characters than a-z 0-9 - _ . /, or empty or dot segments
	CodePathLong      = "path-long"      // a path is longer than 200 bytes
	CodePathReserved  = "path-reserved"  // the path belongs to this package: build.json, sitemap.xml, robots.txt, assets/style.…
	CodePathTwice     = "path-twice"     // two pages or files want the same file, or a file where another needs a folder
	CodeLanguage      = "language"       // a language is unknown, unfit as a folder, or named twice
	CodeBaseURL       = "base-url"       // the address of the site is not an absolute http(s) address that ends with "/"
	CodeParams        = "params"         // params of a page are no JSON object
	CodeForbidden     = "forbidden"      // a forbidden string is too short to look for
	CodeLayoutUnknown = "layout-unknown" // the theme has no layout of that name

	// The theme and the written pages.
	CodeTheme     = "theme"     // a template, style, script or interface text of the theme is faulty: the tool's own words
	CodeContent   = "content"   // a written page has a faulty head or name
	CodeShortcode = "shortcode" // a written page uses an insertion that the theme does not have; Args: line
	CodeTemplate  = "template"  // rendering failed: Hugo's words, with file and line

	// The finished tree.
	CodeLinkBroken      = "link-broken"      // an inside link leads to no file
	CodeAnchorMissing   = "anchor-missing"   // the page linked to has no such id
	CodeLinkOutside     = "link-outside"     // a relative link leaves the tree or its base path
	CodeLinkMalformed   = "link-malformed"   // an address cannot be parsed
	CodeLinkScheme      = "link-scheme"      // javascript:, data: and other schemes than http(s), mailto, tel, sms, geo
	CodeThirdParty      = "third-party"      // the browser would load something from another host
	CodeIDDuplicate     = "id-duplicate"     // an id stands twice in a page
	CodePageLang        = "page-lang"        // html has no lang
	CodePageTitle       = "page-title"       // no title, or an empty one
	CodeAltMissing      = "alt-missing"      // an image has no alt
	CodeInlineStyle     = "inline-style"     // a style element or attribute: the policy of the site forbids them
	CodeInlineScript    = "inline-script"    // a script without a file that is not data
	CodeInlineHandler   = "inline-handler"   // an on… attribute
	CodeBaseElement     = "base-element"     // a base element bends every link
	CodeMetaRefresh     = "meta-refresh"     // a page that moves by itself
	CodeTextMissing     = "text-missing"     // an interface text without a translation
	CodeValueUnsafe     = "value-unsafe"     // a value that the template engine refused to print
	CodeForbiddenString = "forbidden-string" // a withheld value or canary stands in a file
	CodeFileUnreadable  = "file-unreadable"  // an archive that cannot be searched, a drawing that is no XML
	CodePageHeavy       = "page-heavy"       // a page with its style sheet is above Options.MaxPageBytes; Args: bytes, limit
	CodeScriptsHeavy    = "scripts-heavy"    // the scripts of a page are above Options.MaxScriptBytes; Args: bytes, limit
	CodeAddressGone     = "address-gone"     // for Options.Vanished: a published address would answer no more
	CodeFileForeign     = "file-foreign"     // a file of the tree that nobody planned, a symbolic link, a device
)
