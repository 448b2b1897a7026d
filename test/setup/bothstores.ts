// The suites that run on both stores, whole: everything that a party keeps is asked of SQLite and of PostgreSQL alike.
// What looks at one store's own files or settings is left out here, and has a suite of its own for the other store.
// vitest's second project and the driver of `npm test` read it.
export const suitesOnBothStores: readonly string[] = [
  "test/impl/store/store.test.ts",
  "test/impl/store/book.test.ts",
  "test/impl/custodian/*.test.ts",
  "test/impl/issuer/*.test.ts",
  "test/impl/authority/*.test.ts",
  "test/impl/venue/*.test.ts",
  "test/impl/lifecycle/*.test.ts",
];
