// Generated from models/ by `entrylog generate`; never edited by hand. Stamp 072b0e1347eef041.
/** The hash of the law from which all of this was generated. */
export const modelHash = "d90d3527f3c582a9c0ce3d8679d86258b33c69ff6cb5f533891d387f894e8332";
