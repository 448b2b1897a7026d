// Saves an answer of the issuer as a file on the reader's machine, as it came.
// Nothing is sent anywhere, and the browser forgets the copy as soon as it is saved.
const mediaType = "application/json";

export const saveAsFile = (name: string, content: unknown): void => {
  const address = URL.createObjectURL(new Blob([JSON.stringify(content, null, 2)], { type: mediaType }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
};

export const receiptFile = "consent-receipt.json";
