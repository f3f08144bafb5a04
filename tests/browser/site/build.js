// What the runner does once before all tests: build the program, build the
// demonstration site with it, and serve the tree. With ELINDE_TREE=<folder> a
// tree that stands already is tested.

import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { announce, repository, treeGiven } from './places.js'
import { serve } from './server.js'

const run = promisify(execFile)

// Where the program lies that was built for all tests; not set with a tree that stands already.
const built = 'ELINDE_PROGRAM'

/**
 * Builds and serves the site.
 * @returns {Promise<() => Promise<void>>} ends the server and removes the tree
 */
export default async function setUp () {
  const folder = await mkdtemp(join(tmpdir(), 'elinde-browser-'))
  const given = treeGiven()
  const tree = given ? resolve(given) : await build(folder)
  const server = await serve(tree)
  announce({ tree, address: server.address })
  return async () => {
    await server.close()
    await rm(folder, { recursive: true })
  }
}

/**
 * Builds the demonstration site, with figures planted into a release that is not out:
 * tree/canaries.test.js looks for them.
 * @param {string} folder to build in
 * @returns {Promise<string>} the folder of the built site
 */
async function build (folder) {
  const output = join(folder, 'public')
  const elinde = await compile(folder)
  process.env[built] = join(folder, 'elinde')
  const settings = await readFile(join(repository, 'config.toml'), 'utf8')
  const config = join(folder, 'config.toml')
  await writeFile(config, settings.replaceAll(/^(data|content) = "/gm, `$1 = "${repository}/`) +
    `[mounts]\nobservations = "${join(repository, 'tests/embargo')}"\n`)
  await elinde('build', '--config', config, '--output', output, '--quiet')
  return output
}

/**
 * Builds the program, if that was not done for all tests, and gives a function that runs it in the repository.
 * @param {string} folder to build in
 * @returns {Promise<(...args: string[]) => Promise<void>>}
 */
export async function compile (folder) {
  const program = process.env[built] ?? join(folder, 'elinde')
  const options = { cwd: repository, env: { ...process.env, CGO_ENABLED: '0' }, maxBuffer: 1 << 26 }
  /** @param {string} file @param {string[]} args */
  const say = async (file, args) => {
    try {
      await run(file, args, options)
    } catch (error) {
      // The program's own words say what is wrong, not the exit code.
      const { stdout, stderr } = /** @type {{stdout: string, stderr: string}} */ (error)
      throw new Error(`${file} ${args.join(' ')}:\n${stdout}${stderr}`, { cause: error })
    }
  }
  if (!process.env[built]) await say('go', ['build', '-o', program, './generator'])
  return (...args) => say(program, args)
}
