import eslint from '@eslint/js';
import * as importX from 'eslint-plugin-import-x';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import tseslint from 'typescript-eslint';

/**
 * Who may import whom. Each entry: in `target`, nothing of `from` may be imported but `except`.
 * test/architecture.test.ts plants forbidden imports to prove that the map bites.
 */
const ADAPTERS = ['file', 'memory', 'excel', 'wps'];

const IMPORT_ZONES = [
  { target: './src/core', from: './src', except: ['./core'] },
  { target: './src/messages', from: './src', except: ['./messages', './core'] },
  {
    target: './src/report',
    from: './src',
    except: ['./report', './core', './workbook/sheetPlan.ts'],
  },
  { target: './src/workbook', from: './src', except: ['./workbook', './core'] },
  {
    target: './src/app',
    from: './src',
    except: [
      './app',
      './core',
      './report',
      './workbook/workbook.ts',
      './workbook/workbookFailure.ts',
      './workbook/sheetPlan.ts',
    ],
  },
  // Only the command line's own folder chooses the file adapter.
  {
    target: './src/cli',
    from: './src',
    except: ['./cli', './app', './core', './messages', './report/index.ts', './workbook'],
  },
  // The pane knows no host: only its entry file, main.tsx, chooses an adapter.
  {
    target: ['./src/taskpane/!(main).{ts,tsx}', './src/taskpane/*/**/*'],
    from: './src',
    except: [
      './taskpane',
      './app',
      './core',
      './messages',
      './workbook/workbook.ts',
      './workbook/workbookFailure.ts',
    ],
  },
  // The pane in Excel, and what only Excel needs.
  {
    target: './src/excel',
    from: './src',
    except: [
      './excel',
      './taskpane',
      './app',
      './core',
      './messages',
      './workbook/workbook.ts',
      './workbook/workbookFailure.ts',
      './workbook/excel',
    ],
  },
  // The workbench is a host of its own: it opens files, and shows the pane beside them.
  {
    target: './src/workbench',
    from: './src',
    except: [
      './workbench',
      './taskpane/mountPane.tsx',
      './app',
      './core',
      './messages',
      './report/index.ts',
      './workbook/workbook.ts',
      './workbook/workbookFailure.ts',
      './workbook/sheetPlan.ts',
      './workbook/dateFormat.ts',
      './workbook/file',
    ],
  },
  // Adapters never import each other.
  ...ADAPTERS.map((adapter) => ({
    target: `./src/workbook/${adapter}`,
    from: ADAPTERS.filter((other) => other !== adapter).map((other) => `./src/workbook/${other}`),
  })),
];

/** The inside of the core is reached through its door. */
const CORE_DOOR = {
  group: ['**/core/*', '!**/core/index', '!@univerjs/core/facade'],
  message: 'Import from the door of the core: src/core.',
};

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/', 'test/performance/node_modules/'] },
  eslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [
      tseslint.configs.strictTypeChecked,
      tseslint.configs.stylisticTypeChecked,
      importX.flatConfigs.typescript,
    ],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    settings: {
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: './tsconfig.json' })],
    },
    rules: {
      'import-x/no-restricted-paths': [
        'error',
        { zones: IMPORT_ZONES, basePath: import.meta.dirname },
      ],
      'import-x/no-cycle': 'error',
      'import-x/no-duplicates': ['error', { 'prefer-inline': true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/restrict-template-expressions': 'error',
      // `array[i] ?? 0` reads typed arrays under noUncheckedIndexedAccess.
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: true },
      ],
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: true }],
      // Methods here are closures in plain objects: none uses `this`.
      '@typescript-eslint/unbound-method': 'off',
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'off',
      '@typescript-eslint/no-implied-eval': 'error',
    },
  },
  {
    files: ['src/!(core)/**/*.{ts,tsx}'],
    rules: { 'no-restricted-imports': ['error', { patterns: [CORE_DOOR] }] },
  },
  {
    files: ['src/core/**/*.ts'],
    // Until a loop is compiled, for-of over a typed array makes an object per entry.
    rules: { '@typescript-eslint/prefer-for-of': 'off' },
  },
  {
    files: ['src/core/**/*.ts', 'src/messages/**/*.ts', 'src/report/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        'Date',
        'Intl',
        'process',
        'window',
        'document',
        'setTimeout',
        'fetch',
      ],
      'no-restricted-properties': [
        'error',
        {
          object: 'Math',
          property: 'random',
          message: 'The core is pure: the same input gives the same result.',
        },
        ...['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString', 'localeCompare'].map(
          (property) => ({
            property,
            message: 'The core knows no locale.',
          }),
        ),
      ],
    },
  },
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'Buffer',
          'console',
          'URL',
          'TextEncoder',
          'TextDecoder',
          'require',
          'module',
          '__dirname',
          'performance',
          'setTimeout',
          'structuredClone',
          // In functions that a page of the browser runs.
          'document',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
);
