// What every check needs: findings in words, bytes in one spelling, hashes and signatures of the browser itself.

// Findings:

/** A check that failed; its message is what the reader gets to read. */
export class Finding extends Error {}

export const need = (condition, sentence) => {
  if (!condition) throw new Finding(sentence);
};

/** Runs a check and gives its findings; what nobody foresaw counts as a finding too. */
export const findings = async (about, check) => {
  try {
    await check();
    return [];
  } catch (error) {
    const what = error instanceof Finding ? error.message : `niet te controleren (${error.message})`;
    return [about ? `${about}: ${what}` : what];
  }
};

// Bytes:

export const utf8 = (text) => new TextEncoder().encode(text);
export const textOf = (bytes) => new TextDecoder("utf-8", { fatal: true }).decode(bytes);
export const base64 = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
export const base64url = (bytes) => base64(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
export const isEqual = (left, right) => left.length === right.length && left.every((byte, i) => byte === right[i]);
export const sha256 = async (...parts) =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", Uint8Array.from(parts.flatMap((part) => [...part]))));

/** Decodes text in the one spelling that `encode` writes: two texts for the same bytes would be two different proofs. */
export const decode = (text, encode, what) => {
  let bytes;
  try {
    bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
  } catch {
    throw new Finding(`${what} is niet te lezen`);
  }
  need(encode(bytes) === text, `${what} is niet te lezen`);
  return bytes;
};

export const parseJSON = (text, what) => {
  try {
    return JSON.parse(text);
  } catch {
    throw new Finding(`${what} is geen geldige JSON`);
  }
};

// Ed25519 (RFC 8032):

export const isSigned = async (key, signature, message) => {
  try {
    const imported = await crypto.subtle.importKey("raw", key, "Ed25519", false, ["verify"]);
    return await crypto.subtle.verify("Ed25519", imported, signature, message);
  } catch {
    return false;
  }
};

/** Whether this browser can check signatures: RFC 8032, 7.1, test 1 must hold, and must not hold for another message. */
export const canCheckSignatures = async () => {
  const key = decode("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo", base64url, "");
  const signature = decode(
    "5VZDAMNgrHKQhuLMgG6CioSHfx645dl02HPgZSJJAVVfuIIVkKM7rMYeOXAc-bRr0lv18FlbviRlUUFDjnoQCw", base64url, "");
  return (await isSigned(key, signature, utf8(""))) && !(await isSigned(key, signature, utf8(" ")));
};

/** RFC 7638 and RFC 8037: how events name the key that signed them. */
export const thumbprint = async (key) =>
  base64url(await sha256(utf8(`{"crv":"Ed25519","kty":"OKP","x":"${base64url(key)}"}`)));
