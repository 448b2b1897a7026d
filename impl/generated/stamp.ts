// Generated from models/ by `entrylog generate`; never edited by hand. Stamp e7b971a46ee306ed.
/** The hash of the law from which all of this was generated. */
export const modelHash = "d8c42041641bd0a7ac49bc1d9127cfa03c0fd4d063cd24f72fce2fca3e542ace";
