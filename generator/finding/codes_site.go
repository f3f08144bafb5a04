package finding

// Codes of problems that package site finds in the plan, the theme or the
// finished tree.
const (
	SitePathInvalid     Code = "site-path-invalid"     // a path has other characters than a-z 0-9 - . /, or empty or dot segments
	SitePathLong        Code = "site-path-long"        // a path is longer than 200 bytes
	SitePathReserved    Code = "site-path-reserved"    // the path belongs to this package: build.json, sitemap.xml, robots.txt, assets/style.…
	SitePathTwice       Code = "site-path-twice"       // two pages or files want the same file, or a file where another needs a folder
	SiteLanguage        Code = "site-language"         // a language is unknown, unfit as a folder, or named twice
	SiteBaseURL         Code = "site-base-url"         // the address of the site is not an absolute http(s) address that ends with "/"
	SiteParams          Code = "site-params"           // params of a page are no JSON object
	SiteForbidden       Code = "site-forbidden"        // a forbidden string is too short to look for
	SiteLayoutUnknown   Code = "site-layout-unknown"   // the theme has no layout of that name
	SiteTheme           Code = "site-theme"            // a template, style, script or interface text of the theme is faulty: the tool's own words
	SiteContent         Code = "site-content"          // a written page has a faulty head or name
	SiteTemplate        Code = "site-template"         // rendering failed: Hugo's words, with file and line
	SiteLinkBroken      Code = "site-link-broken"      // an inside link leads to no file
	SiteAnchorMissing   Code = "site-anchor-missing"   // the page linked to has no such id
	SiteShortcode       Code = "site-shortcode"        // a written page uses an insertion that the theme does not have
	SiteLinkOutside     Code = "site-link-outside"     // a relative link leaves the tree or its base path
	SiteLinkMalformed   Code = "site-link-malformed"   // an address cannot be parsed
	SiteLinkScheme      Code = "site-link-scheme"      // javascript:, data: and other schemes than http(s), mailto, tel, sms, geo
	SiteThirdParty      Code = "site-third-party"      // the browser would load something from another host
	SiteIDDuplicate     Code = "site-id-duplicate"     // an id stands twice in a page
	SitePageLang        Code = "site-page-lang"        // html has no lang
	SitePageTitle       Code = "site-page-title"       // no title, or an empty one
	SiteAltMissing      Code = "site-alt-missing"      // an image has no alt
	SiteInlineStyle     Code = "site-inline-style"     // a style element or attribute: the policy of the site forbids them
	SiteInlineScript    Code = "site-inline-script"    // a script without a file that is not data
	SiteInlineHandler   Code = "site-inline-handler"   // an on… attribute
	SiteBaseElement     Code = "site-base-element"     // a base element bends every link
	SiteMetaRefresh     Code = "site-meta-refresh"     // a page that moves by itself
	SiteTextMissing     Code = "site-text-missing"     // an interface text without a translation
	SiteValueUnsafe     Code = "site-value-unsafe"     // a value that the template engine refused to print
	SiteForbiddenString Code = "site-forbidden-string" // a withheld value or canary stands in a file
	SiteFileUnreadable  Code = "site-file-unreadable"  // an archive that cannot be searched, a drawing that is no XML
	SitePageHeavy       Code = "site-page-heavy"       // a page with its style sheet is heavier than page_budget
	SiteScriptsHeavy    Code = "site-scripts-heavy"    // the scripts of a page are heavier than script_budget
	SiteFigureWithheld  Code = "site-figure-withheld"  // a number stands where a figure is withheld
	SiteFigureDiffers   Code = "site-figure-differs"   // another number than was audited
	SiteFigureForeign   Code = "site-figure-foreign"   // a number that belongs to no published figure
	SiteFigureUnread    Code = "site-figure-unread"    // a file tells of an indicator in a form that nobody reads back
	SiteFigureDrawn     Code = "site-figure-drawn"     // a drawing whose measures do not follow from published figures
	SiteAddressGone     Code = "site-address-gone"     // an address of the published site would answer no more
	SiteFileForeign     Code = "site-file-foreign"     // a file of the tree that nobody planned, a symbolic link, a device
)

// InterfaceMissing: the theme has no interface texts in a language of the site;
// the English ones are shown.
const InterfaceMissing Code = "interface-missing"

// TemplateWarning: a template of the theme warns while pages are rendered.
const TemplateWarning Code = "template-warning"

// RegionLarge: a region has too many services for a booklet and a single file.
const RegionLarge Code = "region-large"

// AddressChanged: a page or file of the published site has no successor at its
// address; what it told may be elsewhere.
const AddressChanged Code = "address-changed"

// PublicationShrunk: much less would be published than is now.
const PublicationShrunk Code = "publication-shrunk"

// Site gives the code of a problem of package site.
func Site(problem string) Code { return Code("site-" + problem) }
