// Generated from models/ by `entrylog generate`; never edited by hand. Stamp 5289174b0ebb7150.
/** The hash of the law from which all of this was generated. */
export const modelHash = "e1b7eabe6db28cfee828f4a9ab1abf481bc0b906122b783ffa93c081b8ec9dbc";
