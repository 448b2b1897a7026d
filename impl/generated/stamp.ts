// Generated from models/ by `entrylog generate`; never edited by hand. Stamp d20f57a4ffdbf1c7.
/** The hash of the law from which all of this was generated. */
export const modelHash = "1bc056a5e7f21a2f63ed25bf66c73ca46ee0c52c4a913950095e4deae249d641";
