// Generated from models/ by `entrylog generate`; never edited by hand. Stamp 098db7247bff9de3.
/** The hash of the law from which all of this was generated. */
export const modelHash = "5f63bdfeb1cc551b3d9afd8d8ba684ba478c811d8a7d87c627c1463edf8c0b31";
