const path = require('node:path');

/**
 * `--env target=cli` builds the command line alone; without a target all that is shipped is built.
 * `--env target=wps` builds the add-in for WPS.
 * `--env target=excel` builds the add-in for Excel; `--env office=cdn` or `office=china` takes
 * Microsoft's script from its network in place of the page's own folder.
 * `--env target=pane` builds the pane's page for work on it, `--env target=wpsHost` the simulated
 * WPS for runs in old engines; neither is shipped.
 */
module.exports = ({ target, office } = {}) => {
  const buildExcel = () => buildExcelPane(office ?? 'own');
  const shipped = { cli: buildCli, workbench: buildWorkbench, excel: buildExcel };
  const targets = { ...shipped, pane: buildPanePage, wps: buildWps, wpsHost: buildWpsHost };
  if (target === undefined) return Object.values(shipped).map((build) => build());
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

/** The pane over a workbook in memory; its script's size is what the size check measures. */
function buildPanePage() {
  const HtmlWebpackPlugin = require('html-webpack-plugin');
  return {
    ...browserBuild('pane'),
    entry: { pane: './test/taskpane/page/main.tsx' },
    plugins: [new HtmlWebpackPlugin({ template: './test/taskpane/page/index.html' })],
  };
}

/** The add-in for WPS as a folder that a web server or a desktop's jsaddons folder holds. */
function buildWps() {
  const HtmlWebpackPlugin = require('html-webpack-plugin');
  const CopyPlugin = require('copy-webpack-plugin');
  const page = (name, chunk) =>
    new HtmlWebpackPlugin({
      template: `./src/wps/${name}`,
      filename: name,
      chunks: [chunk],
      // Old engines read scripts of a module or with `defer` from file addresses only in part.
      scriptLoading: 'blocking',
      inject: 'body',
    });
  return {
    ...browserBuild('wps/online'),
    entry: {
      main: './src/wps/main.ts',
      pane: './src/wps/pane.ts',
      probe: './src/wps/probe.ts',
    },
    plugins: [
      page('index.html', 'main'),
      page('pane.html', 'pane'),
      page('probe.html', 'probe'),
      new CopyPlugin({
        patterns: [
          './src/wps/ribbon.xml',
          './src/wps/manifest.xml',
          { context: 'assets/icons', from: '*-64.png', to: 'images' },
        ],
      }),
    ],
  };
}

/** The simulated WPS as a script that puts it into a page, before the add-in's own. */
function buildWpsHost() {
  return { ...browserBuild('wpsHost'), entry: { host: './test/wps/oldEngines/host.ts' } };
}

/** Where the Excel pane's page takes Microsoft's script from. */
const OFFICE_SCRIPTS = {
  own: 'office/office.js',
  cdn: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  china: 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js',
};

/** Of Microsoft's package what Excel loads: no telemetry, no sign-in, no other program of Office. */
const OFFICE_FILES = [
  'office.js',
  'excel-web-16.00.js',
  'excel-win32-16.00.js',
  'excel-win32-16.01.js',
  'excel-mac-16.00.js',
  'o15apptofilemappingtable.js',
  '*/office_strings.js',
];

/** The add-in for Excel as a folder that a web server of the bank holds. */
function buildExcelPane(office) {
  const CopyPlugin = require('copy-webpack-plugin');
  const HtmlWebpackPlugin = require('html-webpack-plugin');
  const officeUrl = OFFICE_SCRIPTS[office];
  if (!officeUrl) {
    throw new Error(`--env office= must be one of: ${Object.keys(OFFICE_SCRIPTS).join(', ')}`);
  }
  const scripts = officeUrl.startsWith('https:') ? ` ${new URL(officeUrl).origin}` : '';
  const context = path.join(
    path.dirname(require.resolve('@microsoft/office-js/package.json')),
    'dist',
  );
  const license = { from: path.join(context, '../LICENSE.md'), to: 'office' };
  const officeFiles = OFFICE_FILES.map((from) => ({ context, from, to: 'office', info: AS_IT_IS }));
  return {
    ...browserBuild('excel'),
    entry: { taskpane: './src/excel/main.ts' },
    plugins: [
      new HtmlWebpackPlugin({
        template: './src/excel/taskpane.html',
        filename: 'taskpane.html',
        scriptLoading: 'defer',
        templateParameters: {
          officeUrl,
          policy: `default-src 'none'; script-src 'self'${scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-src 'none'; base-uri 'none'; form-action 'none'`,
        },
      }),
      new CopyPlugin({
        patterns: [
          { context: 'assets/icons', from: '*.png', to: 'icons' },
          ...(office === 'own' ? [...officeFiles, license] : []),
        ],
      }),
    ],
  };
}

/** Microsoft's licence forbids changes: its files are minified already and stay what they are. */
const AS_IT_IS = { minimized: true };

/** The workbench: a static site. The grid and the worker are scripts of their own. */
function buildWorkbench() {
  const CopyWebpackPlugin = require('copy-webpack-plugin');
  const HtmlWebpackPlugin = require('html-webpack-plugin');
  const MiniCssExtractPlugin = require('mini-css-extract-plugin');
  const policy = require('./src/workbench/contentSecurityPolicy.json');
  const contentSecurityPolicy = Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');
  const build = browserBuild('workbench', 'chrome 103');
  return {
    ...build,
    target: 'web',
    entry: { workbench: './src/workbench/main.tsx' },
    output: {
      ...build.output,
      filename: '[name].[contenthash:8].js',
      chunkFilename: '[name].[contenthash:8].js',
      publicPath: 'auto',
    },
    module: {
      rules: [
        ...build.module.rules,
        // Of the hyphenation patterns; loaded later they would be missing without a network.
        { test: /@univerjs.engine-render/, parser: { dynamicImportMode: 'eager' } },
        { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] },
      ],
    },
    plugins: [
      new HtmlWebpackPlugin({
        template: './src/workbench/index.html',
        templateParameters: { contentSecurityPolicy },
        scriptLoading: 'defer',
      }),
      new MiniCssExtractPlugin({ filename: '[name].[contenthash:8].css' }),
      new CopyWebpackPlugin({ patterns: ['assets/sample-export.xlsx'] }),
      withoutHyphenation(),
    ],
  };
}

/** The grid's hyphenation patterns of seventy languages; it asks for those of English only. */
function withoutHyphenation() {
  const { IgnorePlugin } = require('webpack');
  return new IgnorePlugin({
    resourceRegExp: /^\.\/(?!en-gb)[\w-]+-[\w-]{8}\.js$/,
    contextRegExp: /@univerjs.engine-render/,
  });
}

/** What older WPS versions are built on. */
const OLDEST_ENGINE = 'chrome 69';

/** Minified by swc, which takes seconds where the default takes minutes. */
function minifier() {
  const TerserPlugin = require('terser-webpack-plugin');
  return new TerserPlugin({
    minify: TerserPlugin.swcMinify,
    terserOptions: { compress: { passes: 3 }, format: { comments: false } },
    extractComments: false,
  });
}

/** What every page has in common; `folder` is where it goes under `dist`. */
function browserBuild(folder, engines = OLDEST_ENGINE) {
  return {
    name: folder,
    target: ['web', 'es2017'],
    mode: 'production',
    output: {
      path: path.resolve(__dirname, 'dist', folder),
      filename: '[name].js',
      publicPath: '',
      clean: true,
    },
    resolve: { extensions: ['.tsx', '.ts', '.mjs', '.js'] },
    module: {
      rules: [
        browserScript('ts', engines),
        browserScript('tsx', engines),
        ...(engines === OLDEST_ENGINE ? [libraryScript(engines)] : []),
      ],
    },
    performance: { hints: false },
    optimization: { minimizer: [minifier()] },
    stats: 'errors-warnings',
  };
}

/** The workbench needs a newer engine than the pane: a browser's own inflate. */
function browserScript(extension, engines) {
  return {
    test: new RegExp(`\\.${extension}$`),
    loader: 'swc-loader',
    options: {
      env: { targets: engines },
      jsc: {
        parser: { syntax: 'typescript', tsx: extension === 'tsx' },
        transform: { react: { runtime: 'automatic' } },
      },
    },
  };
}

/** Libraries are published for newer engines than the pane has to run in. */
function libraryScript(engines) {
  return {
    test: /\.m?js$/,
    include: /node_modules/,
    loader: 'swc-loader',
    options: { env: { targets: engines }, isModule: 'unknown', jsc: { externalHelpers: false } },
  };
}

/** The bin file starts with the line that lets a shell run it. */
function shebang() {
  const { BannerPlugin } = require('webpack');
  return new BannerPlugin({ banner: '#!/usr/bin/env node', raw: true });
}
