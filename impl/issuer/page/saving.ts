// Saves an answer of the issuer as a file on the reader's machine, as it came.
// Nothing is sent anywhere, and the browser forgets the copy soon after.
const mediaType = "application/json";
/** Some browsers begin to save only after the press is over, and would find nothing. */
const keptForMs = 30_000;

export const saveAsFile = (name: string, content: unknown): void => {
  const address = URL.createObjectURL(new Blob([JSON.stringify(content, null, 2)], { type: mediaType }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, keptForMs);
};

export const receiptFile = "consent-receipt.json";
