const path = require('node:path');

/** `--env target=cli` builds the command line alone; without a target all that is shipped is built. */
module.exports = ({ target } = {}) => {
  const targets = { cli: buildCli };
  if (target === undefined) return Object.values(targets).map((build) => build());
  const build = targets[target];
  if (!build) throw new Error(`--env target= must be one of: ${Object.keys(targets).join(', ')}`);
  return build();
};

function buildCli() {
  return {
    name: 'cli',
    target: 'node20',
    mode: 'production',
    entry: './src/cli/main.ts',
    output: { path: path.resolve(__dirname, 'dist/cli'), filename: 'handover.js', clean: true },
    resolve: { extensions: ['.ts', '.mjs', '.js'] },
    module: {
      rules: [
        {
          test: /\.ts$/,
          loader: 'swc-loader',
          options: { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } },
        },
      ],
    },
    // Readable stack traces are worth more than a smaller file that never travels.
    optimization: { minimize: false },
    plugins: [shebang()],
    stats: 'errors-warnings',
  };
}

/** The bin file starts with the line that lets a shell run it. */
function shebang() {
  const { BannerPlugin } = require('webpack');
  return new BannerPlugin({ banner: '#!/usr/bin/env node', raw: true });
}
