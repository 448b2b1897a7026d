// The places of a page that its program must find in the HTML that the server made.
// Both sides read their names here, so that neither can be renamed alone.
export const placeIds = { page: "page", said: "said" } as const;
