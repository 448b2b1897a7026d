// Where the demonstration's board finds the figures that it follows, and of which nation they are.
// The city's people write them, and the board reads them as it reads anybody's: neither knows the other.
export const nationOfFigures = "South Korea";
export const figuresFile = (folder: string): string => `${folder}/figures.csv`;
