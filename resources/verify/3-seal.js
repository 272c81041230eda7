// The seal: signed data in DER over the list of hashes, by one key on P-256 (RFC 5652, sections 5.1 to 5.4).

class DerError extends Error {}

const OID = {
  signedData: "2a864886f70d010702",
  data: "2a864886f70d010701",
  contentType: "2a864886f70d010903",
  messageDigest: "2a864886f70d010904",
  sha256: "608648016503040201",
  ecdsaWithSha256: "2a8648ce3d040302",
};

function derAt(bytes, at, end) {
  if (at + 2 > end || (bytes[at] & 31) === 31) throw new DerError("head");
  let start = at + 2, length = bytes[at + 1];
  if (length >= 128) {
    const count = length - 128;
    if (count < 1 || count > 4 || start + count > end) throw new DerError("length");
    length = 0;
    for (let i = 0; i < count; i += 1) length = length * 256 + bytes[start + i];
    start += count;
    if (length < 128 || (count > 1 && length < 256 ** (count - 1))) throw new DerError("length");
  }
  if (start + length > end) throw new DerError("length");
  return { tag: bytes[at], whole: bytes.subarray(at, start + length), inside: bytes.subarray(start, start + length) };
}

function children(value) {
  const found = [];
  for (let at = 0; at < value.inside.length;) {
    const one = derAt(value.inside, at, value.inside.length);
    found.push(one);
    at += one.whole.length;
  }
  return found;
}

function a(tag, value) {
  if (!value || value.tag !== tag) throw new DerError("tag");
  return value;
}

function oid(value) {
  return hexOf(a(0x06, value).inside);
}

function only(list) {
  if (list.length !== 1) throw new DerError("number");
  return list[0];
}

function parsedSeal(bytes) {
  const whole = derAt(bytes, 0, bytes.length);
  if (whole.whole.length !== bytes.length) throw new DerError("more");
  const [kind, wrapped] = children(a(0x30, whole));
  if (oid(kind) !== OID.signedData) throw new DerError("kind");
  const parts = children(a(0x30, only(children(a(0xa0, wrapped)))));
  const content = children(a(0x30, parts[2]));
  if (content.length !== 1 || oid(content[0]) !== OID.data) throw new DerError("content");
  const certificate = a(0x30, only(children(a(0xa0, parts[3]))));
  const signer = children(a(0x30, only(children(a(0x31, parts[parts.length - 1])))));
  if (oid(children(a(0x30, signer[2]))[0]) !== OID.sha256) throw new DerError("hash");
  if (oid(children(a(0x30, signer[4]))[0]) !== OID.ecdsaWithSha256) throw new DerError("signature");
  return { certificate: certificate.whole, key: keyIn(certificate), attributes: a(0xa0, signer[3]), signature: a(0x04, signer[5]).inside };
}

function keyIn(certificate) {
  const fields = children(a(0x30, children(certificate)[0]));
  return a(0x30, fields[fields[0].tag === 0xa0 ? 6 : 5]).whole;
}

function attribute(seal, kind) {
  const all = children(seal.attributes).filter((one) => oid(children(a(0x30, one))[0]) === kind);
  return only(children(a(0x31, children(only(all))[1])));
}

// The two numbers of the signature, 32 bytes each, as WebCrypto takes them.
function numbers(signature) {
  const found = new Uint8Array(64);
  const pair = children(a(0x30, derAt(signature, 0, signature.length)));
  if (pair.length !== 2) throw new DerError("signature");
  pair.forEach((one, index) => {
    const plain = a(0x02, one).inside[0] === 0 ? one.inside.subarray(1) : one.inside;
    if (plain.length > 32) throw new DerError("signature");
    found.set(plain, 32 * index + 32 - plain.length);
  });
  return found;
}

// Whether the seal is one over bytes with this SHA-256, and the fingerprint of its key.
async function sealOver(bytes, sha256) {
  const seal = parsedSeal(bytes);
  const named = hexOf(a(0x04, attribute(seal, OID.messageDigest)).inside);
  const kind = oid(attribute(seal, OID.contentType));
  const signed = seal.attributes.whole.slice();
  signed[0] = 0x31;
  const algorithm = { name: "ECDSA", namedCurve: "P-256" };
  const key = await crypto.subtle.importKey("spki", seal.key, algorithm, false, ["verify"]).catch(() => null);
  if (!key) throw new DerError("key");
  const holds = await crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, numbers(seal.signature), signed);
  return { holds: holds && named === sha256 && kind === OID.data, key: await sha256Of(seal.certificate) };
}
