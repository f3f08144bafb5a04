// Shows what can be said: the services in three groups, each with its reasons, what
// would change the outcome, what to bring and where it is given.

import { calls, change, evaluate, spared } from './evaluate.js'
import { fill, make, say } from './element.js'
import { say as sayHours } from '../hours/say.js'
import { stateAt } from '../hours/state.js'

/**
 * @typedef {import('./evaluate.js').Answer} Answer
 * @typedef {import('./evaluate.js').Reason} Reason
 * @typedef {import('./evaluate.js').RuleSet} RuleSet
 * @typedef {import('./evaluate.js').Text} Text
 * @typedef {Record<string, string>} Words
 * @typedef {{href: string, out?: boolean, t: string, l?: string, d?: string}} Source
 * @typedef {import('./evaluate.js').File & {sources: Record<string, Source>}} Rules
 * @typedef {{k: number, n: Text, href?: string, p?: string, t?: string, at: number[]}} Service
 * @typedef {{places: {n?: Text, up?: number, x?: [number, number]}[], services: Service[]}} Where
 * @typedef {{name: Text, phone: string, tel: string, hours?: Text}} Line whom to call
 * @typedef {{rules: Rules, where: Where, words: Words, from: Words, root: string, lang: string, ask?: Line}} Site what the page knows before anything is asked
 */

const groups = /** @type {const} */ (['likely', 'cannot-tell', 'not'])
const mostShown = 5
const mostNear = 2 // places farther off, where there is none near
const mostOpen = 3 // more services of which nothing can be told yet are folded

/**
 * Whom to call before reading on, for those who said that they are in danger: the
 * numbers before any other word, those first at which somebody answers at this hour.
 * It is printed on no paper.
 * @param {Site} site
 * @param {Answer[]} answers
 * @param {number} day
 * @param {boolean} [again] it was said before: one number is enough
 */
export function callFirst ({ rules, words, from }, answers, day, again) {
  const lines = calls(rules, answers, day).map(({ of }) => ({ of, shut: shut(of.open) })).sort((a, b) => Number(!!a.shut) - Number(!!b.shut))
  if (lines.length === 0) return []
  return [make('section', { class: 'calls unprinted' }, !again && make('h3', {}, words.call_first),
    make('ul', {}, ...lines.slice(0, again ? 1 : lines.length).map(({ of: { name, phone, tel, hours }, shut }) =>
      make('li', {}, make('span', {}, say(name, from)), ' ', call(phone, tel), hours && ' ', hours && make('small', {}, say(hours, from)),
        shut && ' ', shut && make('small', { class: 'now closed' }, shut)))),
    !again && make('p', {}, words.call_first_text))]
}

/**
 * That nobody answers at this hour, and when somebody will; "" where somebody may.
 * @param {string | undefined} open hours, see ../hours/state.js
 */
function shut (open) {
  const words = document.getElementById('open-words')?.dataset
  if (!open || !words) return ''
  const state = stateAt(JSON.parse(open), Date.now(), Number(words.zone), JSON.parse(words.holidays ?? '[]'))
  return state.state === 'closed' ? sayHours(state, /** @type {Words} */ (words)) : ''
}

/**
 * The services in groups, and how many are in each.
 * @param {Site} site
 * @param {Answer[]} answers
 * @param {Answer[]} feared the same, with danger where it was not denied
 * @param {number} day
 * @param {number} place chosen; -1 for none
 */
export function outcomes (site, answers, feared, day, place) {
  const afraid = calls(site.rules, feared, day).length > 0
  const widest = site.rules.sets.reduce((a, b) => a.rules.length < b.rules.length ? b : a)
  // Whoever the most grounds lead to may be asked by anybody, whatever was answered.
  const judged = site.rules.sets.map((set, k) => {
    const one = { set, k, anyway: false, ...evaluate(site.rules, set, answers, day) }
    return set === widest && one.outcome === 'not' ? { ...one, anyway: true, outcome: groups[1] } : one
  })
  const counts = groups.map((group) => judged.filter(({ outcome }) => outcome === group).length)
  // Whoever is in danger reads of that first, even where something is still open.
  const urgent = (/** @type {{set: RuleSet, reasons: Reason[]}} */ one) => afraid && danger(one)
  const first = judged.find((one) => one.outcome !== 'not' && urgent(one))
  const order = first ? [first.outcome, ...groups.filter((group) => group !== first.outcome)] : groups
  // Where nothing is likely yet, the service to which most grounds lead comes before all.
  const unclear = counts[0] === 0 && !afraid
  const sections = order.flatMap((group) => {
    const list = judged.filter(({ outcome }) => outcome === group)
      .sort((a, b) => afraid
        ? Number(urgent(b)) - Number(urgent(a)) || family(a) - family(b)
        : group === 'cannot-tell' ? Number(!!a.set.of.s) - Number(!!b.set.of.s) || spoken(b) - spoken(a) : 0)
    if (list.length === 0) return []
    const key = group.replace('-', '_')
    const asks = group === 'cannot-tell'
    const many = asks && list.length > mostOpen
    const first = unclear && asks ? list.find(({ set }) => set === widest) : undefined
    const lead = first && make('section', { class: 'outcome' }, make('h3', {}, site.words.ask_first), make('p', {}, site.words.ask_first_text),
      make('div', { 'data-where': first.k }, whereList(site, first.k, place)))
    const nearest = first && many ? [...list.filter((one) => one !== first), first] : list
    const cards = nearest.map((one, i) => found(site, one, answers, day, place, afraid, group === 'not' || many && i >= mostOpen && !urgent(one)))
    const open = many ? Math.max(mostOpen, nearest.filter(urgent).length) : cards.length
    const rest = cards.splice(open)
    return kept([lead ?? false, make('section', { class: `outcome ${group}` }, make('h3', {}, site.words[key]), make('p', {}, site.words[`${key}_text`]), ...cards,
      rest.length > 0 && make('details', { class: 'rest' }, make('summary', {}, site.words.more_ask), ...rest))])
  })
  return { sections, counts }
}

/**
 * How much of what a service asks for was said: the best of its ways in.
 * @param {{reasons: Reason[]}} one
 */
function spoken ({ reasons }) {
  /** @type {Map<number, Reason[]>} */
  const ways = new Map()
  for (const reason of reasons) {
    if (reason.rule.e === 'r') ways.set(reason.rule.g ?? 0, [...ways.get(reason.rule.g ?? 0) ?? [], reason])
  }
  return Math.max(0, ...[...ways.values()].map((way) => way.some(({ truth }) => truth < 0) ? 0 : way.filter(({ truth }) => truth > 0).length / way.length))
}

/**
 * Whether a service for people in danger is meant: it has a line to call, and an
 * answer speaks for it.
 * @param {{set: RuleSet, reasons: Reason[]}} one
 */
function danger ({ set, reasons }) {
  return Boolean(set.of.lines?.length) && reasons.some(({ rule, truth }) => rule.e === 'r' && truth === 1)
}

/**
 * Whether a kind of service speaks with the family: 1 yes, -1 only with consent, 0
 * not known. Whoever is in danger reads of those that do last.
 * @param {{set: RuleSet}} one
 */
function family ({ set }) {
  return /** @type {-1 | 0 | 1} */ (set.of.f ?? 0)
}

/**
 * One kind of service. Of a sensitive one nothing is printed, and whom to call
 * stands in place of where it is. Who is in danger is told on the screen whether it speaks with
 * the family, and not told to fetch papers, which somebody else at home may hold.
 * @param {Site} site
 * @param {{set: RuleSet, k: number, outcome: string, reasons: Reason[], anyway: boolean}} one
 * @param {Answer[]} answers
 * @param {number} day
 * @param {number} place
 * @param {boolean} afraid
 * @param {boolean} folded
 */
function found (site, { set, k, outcome, reasons, anyway }, answers, day, place, afraid, folded) {
  const { words, from, root } = site
  const { n, href, s: sensitive, lines = [] } = set.of
  const docs = /** @type {{n: Text, x?: import('./evaluate.js').Test[]}[]} */ (set.of.docs ?? []).filter((doc) => !spared(site.rules, doc.x ?? [], answers))
  // What to bring is worth knowing once nothing is asked for that is not known.
  const bring = docs.length > 0 && !reasons.some(({ rule, truth, decides }) => rule.e === 'r' && decides && truth === 0)
  const grounds = anyway ? [] : kept([!sensitive && changeList(site, set, reasons, answers, day, outcome), ...outcome === 'cannot-tell' ? stillOpen(site, reasons) : []])
  const rest = [
    afraid && make('p', { class: 'note unprinted' }, words[['family_no', 'family_unknown', 'family_yes'][family({ set }) + 1]], family({ set }) > 0 && ` ${words.family_ask}`),
    ...anyway ? [make('p', {}, words.anyway)] : reasonLists(site, reasons, outcome, answers),
    ...(outcome === 'not'
      ? []
      : afraid
        ? [make('p', {}, words.bring_nothing)]
        : bring ? [make('h5', {}, words.bring), make('ul', {}, ...docs.map((doc) => make('li', {}, say(doc.n, from))))] : []),
    ...lines.map((/** @type {{name: Source, phone: string, tel: string}} */ { name, phone, tel }) => make('p', {}, say(name, from), ' ', call(phone, tel))),
    make('h5', {}, words.where),
    make('div', { 'data-where': k }, whereList(site, k, place)),
    make('p', { class: 'unprinted' }, link(root + href, words.all_places)),
    grounds.length > 0 && make('details', { class: 'grounds unprinted' }, make('summary', {}, words.grounds), ...grounds)
  ]
  const head = make('h4', {}, say(n, from))
  // What is probably not meant, or one of many, is told on demand, but told.
  const body = folded ? make('details', {}, make('summary', {}, words.why), ...kept(rest)) : make('div', {}, ...kept(rest))
  return make('article', { class: sensitive ? 'found unprinted' : 'found' }, head, sensitive && make('p', { class: 'from' }, words.not_printed), body)
}

/** @param {(Node | false)[]} nodes */
function kept (nodes) {
  return /** @type {Node[]} */ (nodes.filter(Boolean))
}

/**
 * The reasons met, unmet and not known, each with its clause. What is not known is
 * told as the question that was not answered: a sentence would read as a fact.
 * @param {Site} site
 * @param {Reason[]} reasons
 * @param {string} outcome
 * @param {Answer[]} answers
 * @returns {(HTMLElement | false)[]}
 */
function reasonLists (site, reasons, outcome, answers) {
  const { words, rules: { questions } } = site
  const met = reasons.filter(({ rule, truth, decides }) => rule.e === 'r' ? truth === 1 && (decides || outcome !== 'likely') : rule.e === 'x' && truth === -1 && outcome === 'likely')
  const against = reasons.filter(({ rule, truth, decides }) => decides && (rule.e === 'r' ? truth === -1 : rule.e === 'x' && truth === 1))
  // Nobody is told about themselves what they were not asked.
  const unmet = against.filter(({ moot }) => !moot)
  const open = reasons.filter(({ rule, truth, decides }) => rule.e === 'r' && decides && truth === 0)
  const review = reasons.filter(({ rule, truth }) => rule.e === 'v' && truth === 1)
  const asked = (/** @type {Reason} */ { rule: { q } }) => {
    for (let w = questions[q].w; w && typeof answers[w[0]] !== 'number'; w = questions[q].w) q = w[0]
    return questions[q].t
  }
  return [
    ...list(site, words.for, met, ({ rule }) => rule.e === 'r' ? rule.y : rule.n),
    ...list(site, words.against, unmet, ({ rule }) => rule.e === 'r' ? rule.n : rule.y),
    against.length > 0 && unmet.length === 0 && make('p', { class: 'implied' }, words.implied),
    ...list(site, words.review, review, ({ rule }) => rule.y),
    ...list(site, words.open, open, asked, true)
  ]
}

/**
 * What would turn a service away or be for somebody who knows more, where that is
 * not known.
 * @param {Site} site
 * @param {Reason[]} reasons
 */
function stillOpen (site, reasons) {
  const of = (/** @type {string} */ effect) => reasons.filter(({ rule, truth }) => rule.e === effect && truth === 0)
  return [...list(site, site.words.unless, of('x'), ({ rule }) => rule.y), ...list(site, site.words.look_if, of('v'), ({ rule }) => rule.y)]
}

/**
 * Whether a reason rests on a sensitive question, of which nothing is printed.
 * @param {Site} site
 * @param {Reason} reason
 */
function secret (site, { rule }) {
  return Boolean(site.rules.questions[rule.q].s)
}

/**
 * What says the same twice is left out: two groups may share a sentence.
 * @template T
 * @param {T[]} list
 * @param {(one: T) => Text} text
 */
function once (list, text) {
  const said = list.map((one) => JSON.stringify(text(one)))
  return list.filter((_, i) => said.indexOf(said[i]) === i)
}

/**
 * @param {Site} site
 * @param {string} title
 * @param {Reason[]} reasons
 * @param {(reason: Reason) => Text} text
 * @param {boolean} [bare] without clauses
 */
function list (site, title, reasons, text, bare) {
  if (reasons.length === 0) return []
  const hidden = (/** @type {boolean} */ is) => is && 'unprinted'
  return [make('h5', { class: hidden(reasons.every((one) => secret(site, one))) }, title), make('ul', {}, ...once(reasons, text).map((reason) => make('li', { class: hidden(secret(site, reason)) }, say(text(reason), site.from), !bare && ' ', !bare && basis(site, reason.rule))))]
}

/**
 * The clause of the law and the source of a rule; that it is made up only where a
 * clause might hide it: the result says so once of all that have none.
 * @param {Site} site
 * @param {import('./evaluate.js').Rule} rule
 */
function basis ({ words, from, rules }, { c, x }) {
  const source = x ? rules.sources[x] : undefined
  const clause = c ? `${words.law} ${c}` : ''
  const name = source && !clause ? say(source.l ? source : source.t, from) : clause
  // Addresses were checked; what does not look like one is no link all the same.
  const leads = source?.out && /^https?:/.test(source.href) ? make('a', { href: source.href, rel: 'noreferrer', target: '_blank', title: source.t }, name) : name
  return make('small', { class: 'from' }, leads, clause && x && !source && `, ${words.example}`)
}

/**
 * The fewest answers that would turn the outcome, as the rules that they turn.
 * @param {Site} site
 * @param {RuleSet} set
 * @param {Reason[]} before
 * @param {Answer[]} answers
 * @param {number} day
 * @param {string} outcome
 */
function changeList (site, set, before, answers, day, outcome) {
  const other = change(site.rules, set, answers, day)
  if (!other) return false
  const after = evaluate(site.rules, set, other.answers, day)
  const turned = after.reasons.filter(({ rule, truth, decides }, i) => truth !== before[i].truth && other.changed.includes(rule.q) &&
    (outcome === 'likely' ? (rule.e === 'r') === (truth < 1) : rule.e !== 'r' || decides))
  if (turned.length === 0) return false
  const text = (/** @type {Reason} */ { rule, truth }) => truth === 1 ? rule.y : rule.n
  return make('div', { class: turned.some((one) => secret(site, one)) && 'unprinted' }, make('h5', {}, outcome === 'likely' ? site.words.would_change : site.words.would_suit),
    make('ul', {}, ...once(turned, text).map((one) => make('li', {}, say(text(one), site.from), ' ', basis(site, one.rule)))))
}

/**
 * A link that leaves the answers where they are: leaving the page forgets them.
 * @param {string} href
 * @param {Node | string} name
 */
function link (href, name) {
  return make('a', { href, rel: 'noreferrer', target: '_blank' }, name)
}

/** @param {string} phone @param {string} tel */
function call (phone, tel) {
  return make('a', { class: 'call', href: `tel:${tel}` }, make('bdi', { dir: 'ltr' }, phone))
}

/**
 * The services of a kind in a place, in what it lies in and in its parts; where there
 * are none, the nearest.
 * @param {Site} site
 * @param {number} k of the set
 * @param {number} place
 */
export function whereList ({ where, words, from, root, ask }, k, place) {
  if (place < 0) return make('p', { class: 'from unprinted' }, words.choose_place)
  const all = where.services.filter((service) => service.k === k)
  const whole = (/** @type {Service} */ { at }) => Number(at.some((one) => within(where, place, one)))
  const near = all.filter((service) => service.at.some((at) => within(where, at, place) || within(where, place, at))).sort((a, b) => whole(b) - whole(a))
  const shown = near.length > 0 ? near.slice(0, mostShown) : nearest(where, all, place)
  return make('div', {}, near.length === 0 && make('p', {}, shown.length > 0 ? words.nowhere_near : words.nowhere),
    shown.length > 0 && make('ul', {}, ...shown.map(({ n, href, p, t, at }) => {
      const areas = serves(where, n, at)
      return make('li', {}, href ? link(root + href, say(n, from)) : say(n, from), areas && ' ', areas && make('small', { class: 'serves' }, `(${areas})`), p && ' ', p && t && call(p, t))
    })),
    near.length > mostShown && make('p', {}, words.more_places),
    (near.length > mostShown || shown.length === 0) && ask && make('p', {}, say(ask.name, from), ' ', call(ask.phone, ask.tel)))
}

/**
 * The services of which a place served lies nearest to a place: in its region, if
 * there are any.
 * @param {Where} where
 * @param {Service[]} all
 * @param {number} place
 */
function nearest ({ places }, all, place) {
  const up = (places[place]?.up ?? 0) - 1
  const same = all.filter(({ at }) => at.some((one) => within({ places, services: [] }, one, up)))
  const far = (/** @type {number} */ at) => {
    const [a, b] = [places[at]?.x, places[place]?.x]
    // Degrees are enough to compare by: a degree of longitude is shorter.
    return a && b ? Math.hypot(a[0] - b[0], (a[1] - b[1]) * 0.78) : Infinity
  }
  return (same.length > 0 ? same : all).map((service) => ({ service, far: Math.min(...service.at.map(far)) })).sort((a, b) => a.far - b.far || 0).slice(0, mostNear).map(({ service }) => service)
}

/**
 * The places that a service serves, where its name promises more: several, or one of
 * the region that the name says.
 * @param {Where} where
 * @param {Text} name
 * @param {number[]} at
 */
function serves ({ places }, name, at) {
  const of = (/** @type {number} */ i) => plain(places[i]?.n)
  const regions = at.map((one) => of((places[one]?.up ?? 0) - 1)).filter(Boolean)
  return at.length > 1 || regions.some((region) => plain(name).toLowerCase().includes(region.toLowerCase())) ? at.map(of).filter(Boolean).join(', ') : ''
}

/** @param {Text | undefined} text */
function plain (text) {
  return typeof text === 'string' ? text : text?.t ?? ''
}

/**
 * Whether a place lies in another, or is the same.
 * @param {Where} where
 * @param {number} place
 * @param {number} around
 */
function within ({ places }, place, around) {
  for (let depth = 0; place >= 0 && depth < 8; depth++) {
    if (place === around) return true
    place = (places[place]?.up ?? 0) - 1
  }
  return false
}

/**
 * The choice of a place.
 * @param {Site} site
 * @param {number} chosen
 * @param {(place: number) => void} take
 */
export function placeChoice (site, chosen, take) {
  const { where, words, lang, ask } = site
  const question = site.rules.questions.find(({ k }) => k === 'place')
  const order = new Intl.Collator(lang)
  const inside = (/** @type {number} */ up) => where.places.flatMap(({ n, up: own = 0 }, i) => n && own === up ? [i] : [])
    .sort((a, b) => order.compare(plain(where.places[a].n), plain(where.places[b].n)))
  const option = (/** @type {number} */ i) => make('option', { value: i, selected: i === chosen }, plain(where.places[i].n))
  // Below the country, or where there is none below the top.
  const regions = inside(0).flatMap((top) => { const parts = inside(top + 1); return parts.length ? parts : [top] })
  const paper = make('b', { class: 'paper' })
  const select = make('select', { id: 'checker-place', autocomplete: 'off', change: () => { draw(); take(Number(select.value)) } },
    make('option', { value: -1 }, words.place_any),
    ...regions.map((region) => make('optgroup', { label: plain(where.places[region].n) }, option(region), ...inside(region + 1).map(option))))
  const box = make('p', {}, make('label', { for: 'checker-place' }, question ? say(question.t, site.from) : words.where), ' ', select, paper, ' ',
    make('small', { class: 'unprinted' }, words.city, ...ask ? [' ', call(ask.phone, ask.tel), ' ', say(ask.name, site.from), ask.hours ? ', ' : '', ask.hours ? say(ask.hours, site.from) : ''] : []))
  // Paper has the place that was chosen, and no list to choose from.
  const draw = () => {
    box.className = Number(select.value) < 0 ? 'near unprinted' : 'near'
    paper.textContent = plain(where.places[Number(select.value)]?.n)
  }
  draw()
  return box
}

/**
 * How many services are in each group: a line for each that has some.
 * @param {Words} words
 * @param {number[]} counts
 */
export function said (words, counts) {
  return groups.flatMap((group, i) => counts[i] > 0 ? [fill(words[`said_${group.replace('-', '_')}`], { n: counts[i] })] : [])
}
