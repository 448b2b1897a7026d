/**
 * What all printers of one Promela file share: the names to define, and the scratch variables that are no part of the state.
 */
import type { Glossary } from "./glossary.ts";

/** What printers share: the names to define, and the scratch variables that are no part of the state. */
export interface Page {
  readonly glossary: Glossary;
  /** Declares a variable outside the state vector; answers its name. */
  readonly scratch: (type: string, name: string) => string;
}

/** A page that is empty so far, and what has been declared on it. */
export const pageOf = (glossary: Glossary) => {
  const scratches = new Map<string, string>();
  const page: Page = {
    glossary,
    scratch: (type, name) => {
      scratches.set(name, type);
      return name;
    },
  };
  return { page, declared: () => [...scratches].map(([name, type]) => `hidden ${type} ${name};`) };
};
