// The linter's rules: typescript-eslint's strict set, and the things that this code base never does.
// `npm run lint` uses it, and `npm test` begins with it.
// It lets no comment switch a rule off; an exception is written here, with its files, or there is none.
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";
import { ambientAdapters } from "./ambient.js";

/** @type {import("eslint").Linter.RulesRecord} */
const ambientRules = {
  "no-restricted-properties": [
    "error",
    { object: "Date", property: "now", message: "Time comes from Effect's Clock." },
    { object: "Math", property: "random", message: "Chance comes from a named stream." },
    { object: "crypto", property: "randomUUID", message: "Identity comes in as an argument or a service." },
    { object: "performance", property: "now", message: "Real time is measured by the Stopwatch service." },
    { object: "process", property: "hrtime", message: "Real time is measured by the Stopwatch service." },
  ],
  "no-restricted-imports": [
    "error",
    {
      name: "node:crypto",
      importNames: ["randomUUID"],
      message: "Identity comes in as an argument or a service.",
    },
    {
      name: "@effect/platform-node",
      message:
        "Its index loads a client of Redis too: import the module, as in @effect/platform-node/NodeServices.",
    },
  ],
  "no-restricted-syntax": [
    "error",
    {
      selector: "NewExpression[callee.name='Date'][arguments.length=0]",
      message: "Time comes from Effect's Clock.",
    },
    { selector: "CallExpression[callee.name='Date']", message: "Time comes from Effect's Clock." },
  ],
};

/** Names that a browser declares globally, which would otherwise stand in silently for a forgotten variable. */
const browserNames = [
  "document",
  "event",
  "length",
  "location",
  "name",
  "origin",
  "parent",
  "self",
  "status",
  "window",
];

export default defineConfig(
  { ignores: ["node_modules/**", ".entrylog/**"] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "off" } },
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      ...ambientRules,
      eqeqeq: "error",
      "no-restricted-globals": ["error", ...browserNames],
      "@typescript-eslint/ban-ts-comment": [
        "error",
        { "ts-expect-error": true, "ts-ignore": true, "ts-nocheck": true },
      ],
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-empty-object-type": "off",
      "@typescript-eslint/no-extraneous-class": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/unbound-method": "off",
    },
  },
  {
    files: ambientAdapters.map(({ file }) => file),
    rules: { "no-restricted-properties": "off", "no-restricted-syntax": "off" },
  },
  {
    // One form for every rule and machine: some leave an argument unread or a choice undecided.
    files: ["impl/generated/**"],
    rules: {
      "@typescript-eslint/no-unused-vars": "off",
      "@typescript-eslint/no-unnecessary-condition": "off",
      "@typescript-eslint/no-meaningless-void-operator": "off",
    },
  },
  { files: ["test/**/*.mjs"], extends: [tseslint.configs.disableTypeChecked] },
  {
    files: [
      "viz/**",
      "impl/page/client/**",
      "impl/*/page/**",
      "impl/officer/desk/page/**",
      "sim/demo/page/**",
    ],
    rules: { "no-restricted-globals": "off" },
  },
);
