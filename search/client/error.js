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
