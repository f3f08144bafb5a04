// For pages that carry an index inside; others need it not.

/**
 * The files of an index that a page carries inside.
 * @param {Record<string, string>} pack as static.Pack makes it: "<lang>/<name>" → base64
 * @param {string} lang
 * @returns {import('./files.js').Source}
 */
export const unpack = (pack, lang) => name => {
  const file = Object.hasOwn(pack, `${lang}/${name}`) ? pack[`${lang}/${name}`] : undefined
  return file === undefined ? undefined : Uint8Array.from(atob(file), c => c.charCodeAt(0))
}
