// Generated from models/ by `entrylog generate`; never edited by hand. Stamp d270efa2d2ec82c3.
/** The hash of the law from which all of this was generated. */
export const modelHash = "6f029c112fd963e742d21a90dece1f8c7335d7f052bc2ae2114f566a9a50bcb0";
