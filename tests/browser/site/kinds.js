// One page of the demonstration for each kind of page, so that a test can go
// through all of them. A kind names the layout of the theme that it stands for.

/** The languages of the demonstration; the first is the source. */
export const languages = /** @type {const} */ (['tk', 'ru', 'en'])

/**
 * @typedef {object} Kind
 * @property {string} name
 * @property {string} layout in themes/elinde/layouts, without ".html"
 * @property {string} path below the folder of a language
 * @property {boolean} [once] it exists once, at this path below the root of the site
 * @property {boolean} [absolute] its links name the root that config.toml gives,
 *   since a server shows it in place of an address that is not known
 */

/** @type {Kind[]} */
export const kinds = [
  { name: 'language choice', layout: 'root', path: '', once: true },
  { name: 'front page', layout: 'front', path: '' },
  { name: 'needs', layout: 'directory', path: 'needs/' },
  { name: 'need', layout: 'directory', path: 'needs/older-cannot-cope/' },
  { name: 'services for a need in a region', layout: 'directory', path: 'needs/older-cannot-cope/mary/' },
  { name: 'services for a need, few', layout: 'directory', path: 'needs/left-institution/' },
  { name: 'groups', layout: 'directory', path: 'groups/' },
  { name: 'group', layout: 'directory', path: 'groups/older-persons/' },
  { name: 'types', layout: 'directory', path: 'types/' },
  { name: 'services of a type', layout: 'directory', path: 'types/lonely-older-support/' },
  { name: 'ways of delivery', layout: 'directory', path: 'delivery/' },
  { name: 'services at home', layout: 'directory', path: 'delivery/at-home/' },
  { name: 'places', layout: 'directory', path: 'places/' },
  { name: 'region', layout: 'directory', path: 'places/mary/' },
  { name: 'etrap', layout: 'directory', path: 'places/tejen/' },
  { name: 'abolished etrap', layout: 'directory', path: 'places/serhetabat/' },
  { name: 'letters', layout: 'directory', path: 'a-z/' },
  { name: 'services of a letter', layout: 'directory', path: 'a-z/18/' },
  { name: 'all services', layout: 'directory', path: 'services/' },
  { name: 'all services, last slice', layout: 'directory', path: 'services/4.html' },
  { name: 'service', layout: 'service', path: 'services/lonely-older-tejen/' },
  { name: 'paused service', layout: 'service', path: 'services/youth-reintegration-balkan/' },
  { name: 'planned service', layout: 'service', path: 'services/child-disability-support-tejen/' },
  { name: 'closed service', layout: 'service', path: 'services/lonely-older-kopetdag/' },
  { name: 'stale service', layout: 'service', path: 'services/medical-home-care-sarahs/' },
  { name: 'sensitive service at a confidential place', layout: 'service', path: 'services/s-7q2m/' },
  { name: 'service without English texts', layout: 'service', path: 'services/lonely-older-tagtabazar/' },
  { name: 'service without Russian texts', layout: 'service', path: 'services/lonely-older-sakarcage/' },
  { name: 'withdrawn service', layout: 'gone', path: 'services/day-centre-mary-2021/' },
  { name: 'coverage', layout: 'coverage', path: 'coverage/' },
  { name: 'coverage of a region', layout: 'coverageregion', path: 'coverage/balkan/' },
  { name: 'open data', layout: 'opendata', path: 'open-data/' },
  { name: 'saved list', layout: 'saved', path: 'saved/' },
  { name: 'report an error', layout: 'report', path: 'report/' },
  { name: 'filters', layout: 'find', path: 'find/' },
  { name: 'providers', layout: 'directory', path: 'providers/' },
  { name: 'provider', layout: 'provider', path: 'providers/dep-tejen/' },
  { name: 'provider with branches', layout: 'provider', path: 'providers/red-crescent/' },
  { name: 'helplines', layout: 'helplines', path: 'helplines/' },
  { name: 'statistics', layout: 'statistics', path: 'statistics/' },
  { name: 'why figures are withheld', layout: 'withheld', path: 'withheld/' },
  { name: 'indicator', layout: 'indicator', path: 'statistics/service-users/' },
  { name: 'annual indicator', layout: 'indicator', path: 'statistics/cost-per-user/' },
  { name: 'sensitive indicator', layout: 'indicator', path: 'statistics/i.8239907c8c/' },
  { name: 'breakdowns of an indicator', layout: 'further', path: 'statistics/service-users/by/' },
  { name: 'places of an indicator', layout: 'further', path: 'statistics/service-users/places/' },
  { name: 'regions compared', layout: 'compare', path: 'compare/' },
  { name: 'figures of a region', layout: 'placefigures', path: 'compare/mary/' },
  { name: 'release', layout: 'release', path: 'releases/2026-q3/' },
  { name: 'figures of the programme', layout: 'figures', path: 'figures/' },
  { name: 'releases', layout: 'releases', path: 'releases/' },
  { name: 'written page', layout: 'page', path: 'about-programme/' },
  { name: 'search page', layout: 'search', path: 'search/' },
  { name: 'eligibility checker', layout: 'eligibility', path: 'eligibility/' },
  { name: 'what can be carried away', layout: 'offline', path: 'offline/' },
  { name: 'booklet', layout: 'booklet', path: 'offline/mary/' },
  { name: 'missing page', layout: 'missing', path: '404.html', absolute: true },
  { name: 'missing page of no language', layout: 'root', path: '404.html', once: true, absolute: true }
]

/**
 * Every kind in every language that it exists in.
 * @returns {{kind: Kind, language: typeof languages[number], path: string}[]}
 */
export function everyPage () {
  return kinds.flatMap((kind) => (kind.once ? languages.slice(0, 1) : languages)
    .map((language) => ({ kind, language, path: pathOf(kind, language) })))
}

/**
 * The address of a kind, to be resolved against the address of the site.
 * @param {Kind} kind
 * @param {string} language
 */
export function pathOf (kind, language) {
  return (kind.absolute ? '/' : '') + (kind.once ? '' : language + '/') + kind.path
}

/**
 * A kind by its name.
 * @param {string} name
 * @returns {Kind}
 */
export function kindOf (name) {
  const found = kinds.find((kind) => kind.name === name)
  if (!found) throw new Error(`there is no kind of page "${name}"`)
  return found
}
