// The checks, as the program makes them: each says yes, no, or that there is nothing to check.

const TOP = "privacy-evidence/";
const MANIFEST = "manifest-sha256.txt", TAGS = "tagmanifest-sha256.txt", SEAL = `${TAGS}.p7s`;
const REPORT = "report.pdf", CUSTODY = "data/custody.json", REDACTION = "data/redaction.json", BAGIT = "bagit.txt", INFO = "bag-info.txt";
const REQUIRED = [
  "VERIFY.txt", INFO, BAGIT, MANIFEST, REPORT, "ro-crate-metadata.json", TAGS,
  CUSTODY, "data/findings.json", "data/members.json", "data/originals.json",
];
const SAFE = /^(?=.{1,255}$)[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*(?:\/[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*){0,7}$/;
const TOKEN = /^tagmanifest-sha256\.txt(?:\.p7s|(?:\.[A-Za-z0-9_-]+)*\.tsr)$/;
const STAMP = /\.tsr$/;
const LARGEST = 64 << 20;

function outcome(name, problems, ...good) {
  return { name, ok: !problems.length, notes: problems.length ? problems : good };
}

function unasked(name, ...notes) {
  return { name, ok: null, notes };
}

const note = (key, values = {}) => ({ key, values });
const isPayload = (path) => path.startsWith("data/");

async function textOf(blob) {
  if (!blob || blob.size > LARGEST) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await blob.arrayBuffer());
  } catch (error) {
    return null;
  }
}

// The entries of a list of hashes and the numbers of its lines that are none.
async function hashList(blob, payload) {
  const text = await textOf(blob);
  if (text === null) return null;
  const hashes = new Map(), bad = [];
  const lines = text.split("\n");
  if (lines.pop() !== "") bad.push(lines.length + 1);
  lines.forEach((line, index) => {
    const found = /^([0-9a-f]{64}) {2}([!-~]+)$/.exec(line);
    const fits = found && SAFE.test(found[2]) && isPayload(found[2]) === payload && !hashes.has(found[2]);
    if (fits) hashes.set(found[2], found[1]);
    else bad.push(index + 1);
  });
  return { hashes, bad };
}

async function examine(files, zip, expected, passed) {
  const measures = new Map();
  for (const path of [...files.keys()].sort()) {
    measures.set(path, await measured(files.get(path), passed).catch(() => null));
  }
  const bag = {
    files,
    measures,
    payload: await hashList(files.get(MANIFEST), true),
    tags: await hashList(files.get(TAGS), false),
    fingerprint: measures.get(MANIFEST)?.sha256 ?? null,
  };
  const acts = await custodyActs(files.get(CUSTODY));
  return {
    fingerprint: bag.fingerprint,
    expected,
    checks: [
      containerCheck(zip, measures),
      payloadCheck(bag),
      manifestCheck(bag, expected),
      await bagCheck(bag),
      completenessCheck(bag),
      await sealCheck(bag, acts),
      timestampCheck(bag),
      await custodyCheck(bag, acts),
      await reportCheck(bag),
      ...(bag.files.has(REDACTION) ? [unasked("redaction", note("redaction.there"))] : []),
    ],
  };
}

function containerCheck(zip, measures) {
  if (!zip) return unasked("container", note("container.folder"));
  const problems = [];
  let before = null;
  const folded = new Map();
  for (const one of zip) {
    const path = one.name.slice(TOP.length);
    if (!one.name.startsWith(TOP) || !SAFE.test(path)) problems.push(note("container.name", { file: one.name }));
    if (before !== null && !(before < one.name)) problems.push(note("container.order", { file: one.name }));
    const alike = folded.get(one.name.toLowerCase());
    if (alike !== undefined) problems.push(note("container.alike", { file: one.name, other: alike }));
    if (!one.header) problems.push(note("container.header", { file: one.name }));
    const found = measures.get(path);
    if (!found || found.crc !== one.crc || found.size !== one.size) problems.push(note("container.content", { file: one.name }));
    folded.set(one.name.toLowerCase(), one.name);
    before = one.name;
  }
  return outcome("container", problems, note("container.good"));
}

function changed(bag, hashes) {
  const problems = [];
  for (const [path, hash] of hashes) {
    if (!bag.measures.has(path)) continue;
    const found = bag.measures.get(path);
    if (!found) problems.push(note("file.unreadable", { file: path }));
    else if (found.sha256 !== hash) problems.push(note("file.changed", { file: path }));
  }
  return problems;
}

function payloadCheck(bag) {
  if (!bag.payload) return unasked("payload", note("payload.no_manifest"));
  return outcome("payload", changed(bag, bag.payload.hashes), note("payload.good", { count: bag.payload.hashes.size }));
}

function manifestCheck(bag, expected) {
  const problems = [];
  if (expected && !/^[0-9a-f]{64}$/.test(expected)) problems.push(note("manifest.bad_expectation"));
  else if (expected && expected !== bag.fingerprint) problems.push(note("manifest.unexpected"));
  for (const [file, list] of [[MANIFEST, bag.payload], [TAGS, bag.tags]]) {
    if (list && list.bad.length) problems.push(note("manifest.bad_line", { file, line: list.bad[0] }));
  }
  if (bag.tags) {
    problems.push(...changed(bag, bag.tags.hashes));
    const uncovered = [...bag.files.keys()].filter((path) => !isPayload(path) && path !== TAGS && !TOKEN.test(path) && !bag.tags.hashes.has(path));
    problems.push(...uncovered.map((file) => note("manifest.uncovered", { file })));
  }
  return outcome("manifest", problems, note("manifest.good"));
}

async function bagCheck(bag) {
  const problems = [];
  const says = await textOf(bag.files.get(BAGIT));
  if (says !== null && says !== "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n") problems.push(note("bag.version", { file: BAGIT }));
  const info = await textOf(bag.files.get(INFO));
  const payload = [...bag.measures].filter(([path, found]) => found && isPayload(path)).map(([, found]) => found.size);
  const oxum = `${payload.reduce((sum, size) => sum + size, 0)}.${payload.length}`;
  const stated = info === null ? [] : [...info.matchAll(/^Payload-Oxum: ([0-9]{1,20}\.[0-9]{1,10})$/gm)].map((found) => found[1]);
  if (info !== null && (stated.length !== 1 || stated[0] !== oxum)) problems.push(note("bag.oxum", { file: INFO }));
  return outcome("bag", problems, note("bag.good"));
}

function completenessCheck(bag) {
  const listed = new Set([...(bag.payload?.hashes.keys() ?? []), ...(bag.tags?.hashes.keys() ?? [])]);
  const missing = [...new Set([...listed, ...REQUIRED])].filter((path) => !bag.files.has(path)).sort();
  const extra = [...bag.files.keys()].filter((path) => path !== TAGS && !TOKEN.test(path) && !listed.has(path)).sort();
  const problems = [
    ...missing.map((file) => note("file.missing", { file })),
    ...extra.map((file) => note("file.unlisted", { file })),
  ];
  return outcome("completeness", problems, note("completeness.good", { count: bag.files.size }));
}

async function sealCheck(bag, acts) {
  const stated = acts?.[acts.length - 1]?.details?.seal;
  const named = typeof stated === "string" ? stated.replace(/[\s:-]/g, "").toLowerCase() : null;
  if (!bag.files.has(SEAL)) {
    return named ? outcome("seal", [note("seal.missing", { file: SEAL })]) : unasked("seal", note("seal.none"));
  }
  if (!(globalThis.crypto && crypto.subtle)) return unasked("seal", note("seal.no_crypto"));
  try {
    const found = await sealOver(await bytesOf(bag.files.get(SEAL)), bag.measures.get(TAGS)?.sha256);
    if (!found.holds) return outcome("seal", [note("seal.other", { file: SEAL, other: TAGS })]);
    if (named !== found.key) return outcome("seal", [note("seal.other_key", { key: found.key })]);
    return outcome("seal", [], note("seal.good", { key: found.key }));
  } catch (error) {
    if (error instanceof DerError) return outcome("seal", [note("seal.unreadable", { file: SEAL })]);
    throw error;
  }
}

function timestampCheck(bag) {
  const found = [...bag.files.keys()].filter((path) => STAMP.test(path) && TOKEN.test(path)).sort();
  if (!found.length) return unasked("timestamp", note("timestamp.none"));
  return unasked("timestamp", ...found.map((file) => note("timestamp.there", { file })));
}

async function custodyActs(blob) {
  const text = await textOf(blob);
  if (text === null) return null;
  try {
    const found = JSON.parse(text);
    const fits = found.schema === "inspector/custody/1" && Array.isArray(found.acts);
    return fits && found.acts.every((act) => act && typeof act === "object" && !Array.isArray(act)) ? found.acts : null;
  } catch (error) {
    return null;
  }
}

// JSON with its keys by code point, as the chain of the custody log is computed.
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const points = (text) => [...text].map((char) => char.codePointAt(0));
  const order = (one, other) => {
    const [x, y] = [points(one), points(other)];
    const at = x.findIndex((point, index) => point !== y[index]);
    return at < 0 ? x.length - y.length : x[at] - (y[at] ?? -1);
  };
  return `{${Object.keys(value).sort(order).map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
}

async function custodyCheck(bag, acts) {
  if (!bag.files.has(CUSTODY)) return unasked("custody", note("custody.none"));
  if (!acts) return outcome("custody", [note("custody.unreadable", { file: CUSTODY })]);
  let before = "0".repeat(64);
  for (const [index, act] of acts.entries()) {
    if (act.prev !== before) return outcome("custody", [note("custody.broken", { number: index + 1 })]);
    before = await sha256Of(new TextEncoder().encode(canonical(act)));
  }
  const wrong = acts.findIndex((act, index) => act.n !== index + 1);
  if (wrong >= 0) return outcome("custody", [note("custody.number", { number: wrong + 1 })]);
  // The last act of a log is always the making of the bundle that it lies in.
  if (acts.at(-1)?.kind !== "exported") return outcome("custody", [note("custody.cut")]);
  return outcome("custody", [], note("custody.good", { count: acts.length }));
}

async function reportCheck(bag) {
  const blob = bag.files.get(REPORT);
  if (!blob || !bag.measures.get(REPORT)) return unasked("report", note("report.none"));
  const named = new Set();
  let rest = "";
  for (let at = 0; at < blob.size; at += PIECE) {
    const text = rest + new TextDecoder("latin1").decode(await blob.slice(at, at + PIECE).arrayBuffer());
    for (const found of text.matchAll(/fingerprint:([0-9a-f]{64})(?![0-9a-f])/g)) named.add(found[1]);
    rest = text.slice(-77);
  }
  const fits = named.size === 1 && named.has(bag.fingerprint);
  return outcome("report", fits ? [] : [note("report.other")], note("report.good"), note("report.signature"));
}
