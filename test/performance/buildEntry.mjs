import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import webpack from 'webpack';
import { CACHE_FOLDER } from './generateLedger.mjs';

/**
 * Compiles entry.ts, our functions below the command line, into one module outside the tree.
 * @returns its path
 */
export async function buildEntry() {
  const filename = 'entry.mjs';
  const compiler = webpack({
    mode: 'production',
    target: 'node20',
    entry: fileURLToPath(new URL('entry.ts', import.meta.url)),
    output: { path: CACHE_FOLDER, filename, module: true, library: { type: 'module' } },
    experiments: { outputModule: true },
    optimization: { minimize: false },
    performance: false,
    resolve: { extensions: ['.ts', '.mjs', '.js'] },
    module: { rules: [{ test: /\.ts$/, loader: 'swc-loader', options: SWC_OPTIONS }] },
  });
  const stats = await new Promise((resolve, reject) => {
    compiler.run((error, result) => (error ? reject(error) : resolve(result)));
  });
  await new Promise((resolve) => compiler.close(resolve));
  if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
  return join(CACHE_FOLDER, filename);
}

const SWC_OPTIONS = { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } };
