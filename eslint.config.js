import astro from "eslint-plugin-astro";
import { defineConfig, globalIgnores } from "eslint/config";
import ts from "typescript-eslint";

/** Rules that catch faults; how things look is Prettier's, and types are the compiler's. */
const faults = {
  eqeqeq: ["error", "always", { null: "ignore" }],
  "no-constant-condition": ["error", { checkLoops: false }],
  // Control characters are this program's daily bread: it takes them out of pasted text.
  "no-control-regex": "off",
  "no-eval": "error",
  "no-implied-eval": "error",
  "no-new-func": "error",
  "no-script-url": "error",
  "no-self-compare": "error",
  "no-template-curly-in-string": "error",
  "no-unreachable-loop": "error",
  "no-var": "error",
  "prefer-const": "error",
  "@typescript-eslint/consistent-type-imports": "error",
  "@typescript-eslint/no-unused-vars": [
    "error",
    { argsIgnorePattern: "^_", varsIgnorePattern: "^_", caughtErrors: "none" },
  ],
};

/** What needs the compiler: promises that nobody waits for, conditions that cannot be otherwise. */
const typed = {
  "@typescript-eslint/no-floating-promises": [
    "error",
    {
      // The test runner waits for its own tests.
      allowForKnownSafeCalls: [
        { from: "package", name: ["describe", "it", "suite", "test"], package: "node:test" },
      ],
    },
  ],
  "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
  "@typescript-eslint/switch-exhaustiveness-check": [
    "error",
    { considerDefaultExhaustiveForUnions: true },
  ],
  // Index access is already `T | undefined`; an assertion that says why is fine where a test needs it.
  "@typescript-eslint/no-non-null-assertion": "error",
  // Code points are what text is measured in here.
  "@typescript-eslint/no-misused-spread": ["error", { allow: ["string"] }],
  // Loaders and integrations are object literals whose methods use no `this`.
  "@typescript-eslint/unbound-method": "off",
  // `{}` of a declaration file and a Record by dots are matters of taste.
  "@typescript-eslint/no-empty-object-type": "off",
  "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
  "@typescript-eslint/require-await": "off",
};

export default defineConfig(
  globalIgnores(["dist/", ".astro/", "e2e/.output/", "**/*.min.js"]),
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  ts.configs.recommended,
  astro.configs.recommended,
  astro.configs["jsx-a11y-recommended"],
  { files: ["**/*.{js,mjs,ts,astro}"], rules: faults },
  {
    files: ["**/*.astro"],
    rules: {
      // A slot of HTML that is not the loader's own would be a hole: each use says where it is from.
      "astro/no-set-html-directive": "error",
      "astro/no-set-text-directive": "error",
      "astro/no-unused-css-selector": "error",
    },
  },
  {
    files: ["**/*.ts"],
    // Scripts inside .astro files have no project of their own.
    ignores: ["**/*.astro/*.ts"],
    extends: [ts.configs.strictTypeCheckedOnly],
    languageOptions: { parserOptions: { projectService: true } },
    rules: typed,
  },
  {
    files: ["**/*.test.ts", "e2e/**/*.ts"],
    // A test may cut corners that a program may not: what is missing fails it.
    rules: { "@typescript-eslint/no-non-null-assertion": "off" },
  },
);
