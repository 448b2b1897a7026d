// A program that somebody writes against the published documents alone: their types come from a generator, its requests
// from that generator's client. It takes a person from the session to the admission at a door.
// It is kept as text, because it compiles only beside types that are generated while the test runs.

/** Its arguments: the issuer's address, the venue's, the phone network's, and the door's key. */
export const checkInClient = `import createClient from "openapi-fetch";
import type { paths as IssuerPaths } from "./issuer.d.ts";
import type { paths as VenuePaths } from "./venue.d.ts";

const [issuerUrl = "", venueUrl = "", carrierUrl = "", doorKey = ""] = process.argv.slice(2);
const issuer = createClient<IssuerPaths>({ baseUrl: issuerUrl });
const venue = createClient<VenuePaths>({
  baseUrl: venueUrl,
  headers: { authorization: \`Bearer \${doorKey}\` },
});

const answered = <A>({ data, error }: { data?: A; error?: { code: string } }): A => {
  if (data === undefined) throw new Error(error?.code);
  return data;
};

const session = answered(await issuer.POST("/v1/sessions", { body: { phone: "010-1234-5678" } }));
const headers = { authorization: \`Bearer \${session.token}\` };
const { hash } = answered(await issuer.GET("/v1/notice"));
answered(await issuer.POST("/v1/consent", { headers, body: { notice: hash, under14: false } }));
answered(await issuer.POST("/v1/codes", { headers }));
const message = await (await fetch(\`\${carrierUrl}/phones/\${session.phone}\`)).text();
const code = /\\d{6}/.exec(message)?.[0] ?? "";
answered(await issuer.POST("/v1/verification", { headers, body: { code } }));
const pass = answered(await issuer.POST("/v1/passes", { headers, body: {} }));

answered(await venue.PUT("/v1/registration", { body: { venue: 7, kind: "karaoke" } }));
const { admission } = answered(await venue.POST("/v1/scans", { body: { text: pass.text } }));
const { error } = await venue.POST("/v1/scans", { body: { text: pass.text } });
console.log(admission, error?.code);
`;
