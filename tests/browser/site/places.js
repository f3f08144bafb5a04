// Where things lie: the repository, the built tree and the address it is served
// at. The last two are known only once the site was built and stand in the
// environment, which the runner hands to its workers.

import { fileURLToPath } from 'node:url'

/** The repository's root folder, absolute, without trailing slash. */
export const repository = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '')

const names = { tree: 'ELINDE_TREE', address: 'ELINDE_ADDRESS' }

/**
 * The folder of the built site.
 * @returns {string}
 */
export function tree () {
  return known(names.tree)
}

/**
 * The address the built site is served at, ending with "/".
 * @returns {string}
 */
export function address () {
  return known(names.address)
}

/**
 * A tree that was built before and shall be tested instead of a new one.
 * @returns {string | undefined}
 */
export function treeGiven () {
  return process.env[names.tree]
}

/**
 * Tells this process and those it starts where the site is.
 * @param {{tree: string, address: string}} site
 */
export function announce (site) {
  process.env[names.tree] = site.tree
  process.env[names.address] = site.address
}

/** @param {string} name of an environment variable */
function known (name) {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: run the tests through playwright, which builds the site first`)
  return value
}
