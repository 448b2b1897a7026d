// Generated from models/ by `entrylog generate`; never edited by hand. Stamp 56401f59d5501f9a.
/** The hash of the law from which all of this was generated. */
export const modelHash = "8226131702c654751d7b5988b181adb330564c2f4b6cb39671a8e584fd21a9f4";
