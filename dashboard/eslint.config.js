import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import imports from 'eslint-plugin-import-x';
import a11y from 'eslint-plugin-jsx-a11y';
import hooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import { readdirSync } from 'node:fs';
import typescript from 'typescript-eslint';

// Each may use what stands before it.
const LAYERS = ['lib', 'api', 'components', 'features', 'app'];

const layers = LAYERS.slice(0, -1).map((layer, at) => ({
  target: `./src/${layer}`,
  from: LAYERS.slice(at + 1).map((above) => `./src/${above}`),
  message: `${layer} must not know what is built on it.`,
}));

// A feature may use what all share, never another feature: what two need belongs to components, lib or api.
// The log of calls is what a conversation is made of, so that its feature gives it.
const features = readdirSync(`${import.meta.dirname}/src/features`).map((feature) => ({
  target: `./src/features/${feature}`,
  from: './src/features',
  except: [`./${feature}`, './calls/shared'],
  message: 'A feature must not know another one.',
}));

export default typescript.config(
  { ignores: ['dist', 'target', 'src/api/*.d.ts'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [
      ...typescript.configs.strictTypeChecked,
      hooks.configs.flat.recommended,
      a11y.flatConfigs.recommended,
    ],
    plugins: { import: imports },
    settings: {
      ...imports.flatConfigs.typescript.settings,
      'import-x/resolver-next': [createTypeScriptImportResolver()],
    },
    languageOptions: {
      globals: globals.browser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'max-lines': ['error', 300],
      // Warns of TanStack Table for the sake of the React compiler, which is not used here.
      'react-hooks/incompatible-library': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'import/no-restricted-paths': [
        'error',
        { basePath: import.meta.dirname, zones: [...layers, ...features] },
      ],
      'import/no-cycle': 'error',
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['../../*/*', '../../../*'], message: 'Import by @/ instead.' }] },
      ],
    },
  },
  { files: ['scripts/**'], languageOptions: { globals: globals.node } },
  { files: ['public/**'], languageOptions: { globals: globals.browser } },
  prettier,
);
