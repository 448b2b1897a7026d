// Which folder may import what, as rules for dependency-cruiser: arrows point one way, and no party knows another.
// test/house/imports.test.ts runs it over the code and over a copy with planted mistakes, one at least for each rule.
// Every list is of what is allowed, so that a new package or folder is refused until somebody decides.

const parties = "(issuer|venue|custodian|authority|board)";

/** @param {readonly string[]} names */
const packages = (...names) => `(^|/)node_modules/(${names.join("|")})/`;

const modelsPackages = packages("xstate");
const effectPackages = packages("effect", "@effect/[^/]+");
const implPackages = packages(
  "effect",
  "@effect/[^/]+",
  "@hpke/[^/]+",
  "@peculiar/x509",
  "@simplewebauthn/[^/]+",
  "reflect-metadata",
  "qr",
  "libphonenumber-js",
  "shamir-secret-sharing",
  "prettier",
  "csv-parse",
  "d3-array",
  "d3-shape",
  "@types/d3-array",
  "@types/d3-shape",
  "preact",
  "preact-render-to-string",
  "vite",
);
/** What runs in the browser of whoever opens a page. */
const pagePackages = packages(
  "effect",
  "preact",
  "d3-array",
  "d3-shape",
  "@types/d3-array",
  "@types/d3-shape",
  "qr",
  "@simplewebauthn/browser",
);
const simPackages = packages(
  "effect",
  "@effect/[^/]+",
  "pg",
  "pg-copy-streams",
  "@types/pg",
  "@types/pg-copy-streams",
  "xstate",
  "qr",
  "@hpke/[^/]+",
  "shamir-secret-sharing",
  "hdr-histogram-js",
  "hyparquet-writer",
  "preact",
  "yaml",
);
const vizPackages = packages(
  "d3",
  "d3-[^/]+",
  "@types/d3",
  "@types/d3-[^/]+",
  "elkjs",
  "linkedom",
  "open",
  "vite",
  "vite-plugin-singlefile",
  "effect",
  "@effect/[^/]+",
);

/** Node's own modules are not files; only models does without them. */
const node = ["core"];

export default {
  forbidden: [
    {
      name: "models-import-xstate-only",
      comment: "The law knows no service, no store and no machine it runs on.",
      severity: "error",
      from: { path: "^models/" },
      to: { pathNot: ["^models/", modelsPackages] },
    },
    {
      name: "impl-imports-models-and-effect",
      comment: "The service knows the law, and neither the simulator nor the pictures.",
      severity: "error",
      from: { path: "^impl/" },
      to: { pathNot: ["^(models|impl)/", implPackages], dependencyTypesNot: node },
    },
    {
      name: "sim-imports-models-and-impl",
      comment: "The simulator drives the service and leaves the pictures to viz.",
      severity: "error",
      from: { path: "^sim/" },
      to: { pathNot: ["^(models|impl|sim)/", "^package\\.json$", simPackages], dependencyTypesNot: node },
    },
    {
      name: "viz-imports-models-only",
      comment: "Pictures are made from the machines and from files that sim wrote, never from sim or impl.",
      severity: "error",
      from: { path: "^viz/" },
      to: { pathNot: ["^(models|viz)/", vizPackages], dependencyTypesNot: node },
    },
    {
      name: "front-door-joins-the-faces",
      comment: "entrylog.ts reaches the top files of the folders, not what lies below.",
      severity: "error",
      from: { path: "^entrylog\\.ts$" },
      to: {
        pathNot: ["^(impl|sim|viz)/[^/]+\\.ts$", "^package\\.json$", effectPackages],
        dependencyTypesNot: node,
      },
    },
    {
      name: "parties-apart",
      comment: "User information and access records are managed separately: no party imports another.",
      severity: "error",
      from: { path: `^impl/${parties}/` },
      to: { path: `^impl/${parties}/`, pathNot: "^impl/$1/" },
    },
    {
      name: "house-alone-knows-the-parties",
      comment:
        "Besides a party itself only impl/house.ts imports from its folder, and serve the one it serves.",
      severity: "error",
      from: { path: "^impl/", pathNot: [`^impl/${parties}/`, "^impl/(house|serve/mains)\\.ts$"] },
      to: { path: `^impl/${parties}/` },
    },
    {
      name: "officers-apart",
      comment:
        "An officer's client, with the officer's keys, is in no party's process, and knows no party from within.",
      severity: "error",
      from: { path: `^impl/(${parties}|officer)/` },
      to: { path: `^impl/(${parties}|officer)/`, pathNot: "^impl/$1/" },
    },
    {
      name: "pages-run-in-browsers",
      comment:
        "The program of a page holds what pages share, words, and forms of what crosses: no server, no key, no store.",
      severity: "error",
      from: { path: `^(impl/(page/client|${parties}/page|officer/desk/page)|sim/demo/page)/` },
      to: {
        pathNot: [
          "^models/",
          "^impl/protocol/",
          "^impl/page/(client/|(language|placeids)\\.ts$)",
          `^(impl/(${parties}|officer/desk)|sim/demo)/page/`,
          pagePackages,
        ],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "nothing-imports-test",
      comment: "Tests stand beside the product, and the product runs without them.",
      severity: "error",
      from: { pathNot: "^test/" },
      to: { path: "^test/" },
    },
    {
      name: "nothing-imports-the-front-door",
      comment: "No folder knows the file above it.",
      severity: "error",
      from: {},
      to: { path: "^entrylog\\.ts$" },
    },
    {
      name: "no-circles",
      comment: "Two files that need each other are one idea in two files, or two ideas in the wrong ones.",
      severity: "error",
      from: { path: "^(models|impl|sim|viz)/" },
      to: { circular: true },
    },
    {
      name: "all-found",
      comment: "An import that leads nowhere would escape every other rule.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "types", "default"],
      extensions: [".ts", ".js", ".mjs", ".json"],
    },
  },
};
