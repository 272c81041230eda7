"use strict";
// SHA-256 and CRC-32 of files of any size, a piece at a time. Small files go through WebCrypto where the
// browser offers it here; large ones, and browsers without it, through the same function written out below
// (FIPS 180-4, section 6.2).

const PIECE = 8 << 20;
const AT_ONCE = 64 << 20;

const ROUND = new Uint32Array(64);
const FIRST = new Uint32Array(8);
(() => {
  // The first 32 bits of the fractional parts of cube and square roots of the first primes.
  const primes = [];
  for (let number = 2; primes.length < 64; number += 1) {
    if (primes.every((prime) => number % prime)) primes.push(number);
  }
  const bits = (value) => Math.floor((value - Math.floor(value)) * 2 ** 32);
  primes.forEach((prime, index) => { ROUND[index] = bits(Math.cbrt(prime)); });
  primes.slice(0, 8).forEach((prime, index) => { FIRST[index] = bits(Math.sqrt(prime)); });
})();

const CRC = new Uint32Array(256).map((_, number) => {
  let value = number;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crcOn(crc, bytes) {
  let value = ~crc;
  for (let at = 0; at < bytes.length; at += 1) value = CRC[(value ^ bytes[at]) & 255] ^ (value >>> 8);
  return ~value >>> 0;
}

class Sha256 {
  constructor() {
    this.state = FIRST.slice();
    this.rest = new Uint8Array(64);
    this.held = 0;
    this.size = 0;
    this.words = new Uint32Array(64);
  }

  take(bytes) {
    this.size += bytes.length;
    let at = 0;
    if (this.held) {
      at = Math.min(64 - this.held, bytes.length);
      this.rest.set(bytes.subarray(0, at), this.held);
      this.held += at;
      if (this.held < 64) return;
      this.block(this.rest, 0);
      this.held = 0;
    }
    for (; at + 64 <= bytes.length; at += 64) this.block(bytes, at);
    this.rest.set(bytes.subarray(at));
    this.held = bytes.length - at;
  }

  block(bytes, at) {
    const w = this.words;
    for (let i = 0; i < 16; i += 1) {
      const p = at + 4 * i;
      w[i] = (bytes[p] << 24) | (bytes[p + 1] << 16) | (bytes[p + 2] << 8) | bytes[p + 3];
    }
    const turn = (x, n) => (x >>> n) | (x << (32 - n));
    for (let i = 16; i < 64; i += 1) {
      const x = w[i - 15], y = w[i - 2];
      const low = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3), high = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10);
      w[i] = w[i - 16] + low + w[i - 7] + high;
    }
    let [a, b, c, d, e, f, g, h] = this.state;
    for (let i = 0; i < 64; i += 1) {
      const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + ROUND[i] + w[i]) | 0;
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + two) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((value, index) => { this.state[index] += value; });
  }

  hex() {
    const size = this.size;
    const pad = new Uint8Array(((this.held < 56 ? 56 : 120) - this.held) + 8);
    pad[0] = 0x80;
    const view = new DataView(pad.buffer);
    view.setUint32(pad.length - 8, Math.floor(size / 2 ** 29));
    view.setUint32(pad.length - 4, (size * 8) >>> 0);
    this.take(pad);
    return [...this.state].map((word) => word.toString(16).padStart(8, "0")).join("");
  }
}

function hexOf(buffer) {
  return [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function bytesOf(blob) {
  return new Uint8Array(await blob.arrayBuffer());
}

async function sha256Of(bytes) {
  if (globalThis.crypto && crypto.subtle) return hexOf(await crypto.subtle.digest("SHA-256", bytes));
  const own = new Sha256();
  own.take(bytes);
  return own.hex();
}

// Rejects where the blob cannot be read any more, such as when it changed meanwhile.
async function measured(blob, passed, atOnce = AT_ONCE) {
  if (blob.size <= atOnce) {
    const bytes = await bytesOf(blob);
    passed(bytes.length);
    return { sha256: await sha256Of(bytes), crc: crcOn(0, bytes), size: bytes.length };
  }
  const own = new Sha256();
  let crc = 0;
  for (let at = 0; at < blob.size; at += PIECE) {
    const bytes = await bytesOf(blob.slice(at, at + PIECE));
    own.take(bytes);
    crc = crcOn(crc, bytes);
    passed(bytes.length);
  }
  return { sha256: own.hex(), crc, size: own.size };
}
