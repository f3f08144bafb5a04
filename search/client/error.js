/** A search that could not be done; `code` says why. */
export class SearchError extends Error {
  /**
   * @param {'unavailable' | 'damaged' | 'mixed'} code
   * @param {string} [file]
   * @param {unknown} [cause]
   */
  constructor(code, file = '', cause) {
    super(file ? `${code}: ${file}` : code, { cause })
    this.name = 'SearchError'
    this.code = code
    this.file = file
  }
}

/**
 * @template T
 * @param {Promise<T>} module that is loaded late: one that is gone was of another build
 * @returns {Promise<T>}
 */
export const late = module => module.catch(cause => { throw new SearchError('mixed', '', cause) })
