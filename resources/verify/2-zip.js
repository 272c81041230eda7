// The zip of a bundle, read as strictly as it is written: stored members, one right after the other, named
// twice in the same way. Every byte that is no member's own is compared with the one it must be (PKWARE's
// APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12, 4.3.14 to 4.3.16, 4.5.3).

const FULL = 0xffffffff;
const MOST_DIRECTORY = 256 << 20;

class ZipError extends Error {}

function laid(parts) {
  const bytes = new Uint8Array(parts.reduce((sum, [length]) => sum + length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [length, value] of parts) {
    if (value instanceof Uint8Array) bytes.set(value, at);
    else if (length === 2) view.setUint16(at, value, true);
    else if (length === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += length;
  }
  return bytes;
}

function localHeader(one) {
  const wide = one.size >= FULL, size = Math.min(one.size, FULL);
  const extra = wide ? [[2, 1], [2, 16], [8, one.size], [8, one.size]] : [];
  return laid([
    [4, 0x04034b50], [2, wide ? 45 : 20], [2, 0], [2, 0], [2, 0], [2, 33], [4, one.crc], [4, size], [4, size],
    [2, one.raw.length], [2, wide ? 20 : 0], [one.raw.length, one.raw], ...extra,
  ]);
}

function directoryEntry(one) {
  const far = [...(one.size >= FULL ? [one.size, one.size] : []), ...(one.offset >= FULL ? [one.offset] : [])];
  const extra = far.length ? [[2, 1], [2, 8 * far.length], ...far.map((value) => [8, value])] : [];
  const needed = far.length ? 45 : 20, size = Math.min(one.size, FULL);
  return laid([
    [4, 0x02014b50], [2, 0x300 | needed], [2, needed], [2, 0], [2, 0], [2, 0], [2, 33], [4, one.crc],
    [4, size], [4, size], [2, one.raw.length], [2, far.length ? 4 + 8 * far.length : 0], [2, 0], [2, 0], [2, 0],
    [4, 0o100644 * 65536], [4, Math.min(one.offset, FULL)], [one.raw.length, one.raw], ...extra,
  ]);
}

function endRecords(count, length, start) {
  const wide = count >= 0xffff || length >= FULL || start >= FULL;
  const far = [
    [4, 0x06064b50], [8, 44], [2, 0x32d], [2, 45], [4, 0], [4, 0], [8, count], [8, count], [8, length], [8, start],
    [4, 0x07064b50], [4, 0], [8, start + length], [4, 1],
  ];
  const most = Math.min(count, 0xffff);
  return laid([
    ...(wide ? far : []), [4, 0x06054b50], [2, 0], [2, 0], [2, most], [2, most], [4, Math.min(length, FULL)],
    [4, Math.min(start, FULL)], [2, 0],
  ]);
}

function same(one, other) {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

async function zipEnd(blob) {
  const tail = new DataView((await bytesOf(blob.slice(Math.max(0, blob.size - 98)))).buffer);
  const at = tail.byteLength - 22;
  if (at < 0 || tail.getUint32(at, true) !== 0x06054b50 || tail.getUint16(at + 20, true)) throw new ZipError("end");
  const count = tail.getUint16(at + 10, true), size = tail.getUint32(at + 12, true), start = tail.getUint32(at + 16, true);
  if (count !== 0xffff && size !== FULL && start !== FULL) return { count, size, start, until: blob.size - 22 };
  const far = at - 76;
  if (far < 0 || tail.getUint32(far, true) !== 0x06064b50) throw new ZipError("end");
  const wide = (offset) => Number(tail.getBigUint64(far + offset, true));
  return { count: wide(32), size: wide(40), start: wide(48), until: blob.size - 98 };
}

// Members by path inside the top folder, and whether every byte between them is as it must be.
async function zipMembers(blob) {
  const end = await zipEnd(blob);
  if (end.start + end.size !== end.until || end.size > MOST_DIRECTORY) throw new ZipError("directory");
  const bytes = await bytesOf(blob.slice(end.start, end.until));
  const view = new DataView(bytes.buffer);
  const entries = [];
  let at = 0, next = 0;
  for (let number = 0; number < end.count; number += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw new ZipError("directory");
    if (view.getUint16(at + 8, true) & 1) throw new ZipError("locked");
    const one = entryAt(view, bytes, at);
    if (one.offset !== next) throw new ZipError("gap");
    const expected = directoryEntry(one);
    if (!same(expected, bytes.subarray(at, at + expected.length))) throw new ZipError("repacked");
    const header = localHeader(one);
    one.blob = blob.slice(next + header.length, next + header.length + one.size);
    one.header = same(header, await bytesOf(blob.slice(next, next + header.length)));
    next += header.length + one.size;
    at += expected.length;
    entries.push(one);
  }
  if (at !== bytes.length || next !== end.start) throw new ZipError("gap");
  const last = await bytesOf(blob.slice(end.until));
  const whole = endRecords(entries.length, end.size, end.start);
  if (!same(whole.subarray(whole.length - last.length), last)) throw new ZipError("end");
  return entries;
}

function entryAt(view, bytes, at) {
  const length = view.getUint16(at + 28, true), extra = view.getUint16(at + 30, true);
  const raw = bytes.subarray(at + 46, at + 46 + length);
  let far = at + 46 + length + 4;
  const wide = (value) => {
    if (value !== FULL) return value;
    if (far + 8 > at + 46 + length + extra || far + 8 > bytes.length) throw new ZipError("directory");
    far += 8;
    return Number(view.getBigUint64(far - 8, true));
  };
  const size = wide(view.getUint32(at + 24, true));
  if (wide(view.getUint32(at + 20, true)) !== size) throw new ZipError("repacked");
  const offset = wide(view.getUint32(at + 42, true));
  return { raw, name: new TextDecoder("utf-8", { ignoreBOM: true }).decode(raw), crc: view.getUint32(at + 16, true), size, offset };
}
