// A phone number as people write it at home: 010-1234-5678 for +821012345678.
// It only changes how a number is shown; what is no number of Korea stays as it is.
export const sayPhone = (known: string): string => known.replace(/^\+82(\d\d)(\d{3,4})(\d{4})$/, "0$1-$2-$3");
