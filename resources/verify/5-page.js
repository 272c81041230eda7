// What the page takes in and what it shows. Everything shown goes in as text, never as markup.

const WORDS = JSON.parse(document.getElementById("words").textContent);
const byId = (id) => document.getElementById(id);
let lang = (navigator.language || "en").toLowerCase().startsWith("de") ? "de" : "en";
let shown = null;
let busy = false;

function say(key, values = {}) {
  return WORDS[lang][key].replace(/\{(\w+)\}/g, (_, name) => visible(String(values[name] ?? "")));
}

// What is invisible or turns the line around appears as in [U+202E].
function visible(text) {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (char) => `[U+${char.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}]`);
}

function put(parent, tag, text, name) {
  const element = document.createElement(tag);
  if (text !== undefined) element.textContent = text;
  if (name) element.className = name;
  parent.append(element);
  return element;
}

function speak(next) {
  lang = next;
  document.documentElement.lang = lang;
  document.title = say("title");
  for (const element of document.querySelectorAll("[data-say]")) element.textContent = say(element.dataset.say);
  for (const button of document.querySelectorAll("[data-lang]")) button.setAttribute("aria-pressed", String(button.dataset.lang === lang));
  draw();
}

function draw() {
  const place = byId("result");
  place.replaceChildren();
  if (!shown) return;
  const bad = shown.checks ? shown.checks.filter((one) => one.ok === false).length : 1;
  const head = put(place, "h2", say(verdict(shown, bad)), bad ? "verdict bad" : "verdict");
  head.tabIndex = -1;
  if (shown.problem) {
    put(place, "p", say(shown.problem));
    return;
  }
  if (bad === 0) put(place, "p", say(meaning(shown)));
  if (shown.fingerprint) {
    put(place, "p", say("fingerprint"), "aside");
    put(place, "p", shown.fingerprint.match(/.{4}/g).join(" "), "hash");
  }
  const list = put(place, "dl");
  for (const check of shown.checks) {
    const term = put(list, "dt");
    put(term, "span", say(check.ok === null ? "mark.none" : check.ok ? "mark.yes" : "mark.no"), `mark ${check.ok === false ? "no" : check.ok ? "yes" : "none"}`);
    put(term, "span", say(`check.${check.name}`));
    for (const one of check.notes) put(list, "dd", say(one.key, one.values));
  }
}

function sealed(found) {
  return found.checks.some((check) => check.name === "seal" && check.ok);
}

function meaning(found) {
  if (found.expected) return sealed(found) ? "verdict.expected" : "verdict.expected_unsealed";
  return sealed(found) ? "verdict.sealed" : "verdict.unsealed";
}

function verdict(found, bad) {
  if (found.problem) return "verdict.not_checked";
  return bad ? "verdict.failed" : "verdict.intact";
}

async function check(take) {
  if (busy) return;
  busy = true;
  shown = null;
  draw();
  const progress = byId("progress");
  progress.hidden = false;
  try {
    const { files, zip, problem } = await take();
    const total = [...files.values()].reduce((sum, file) => sum + file.size, 0);
    let done = 0;
    const passed = (size) => {
      done += size;
      progress.value = total ? done / total : 1;
    };
    const expected = byId("expected").value.replace(/[\s:-]/g, "").toLowerCase();
    shown = problem ? { problem } : await examine(files, zip, expected || null, passed);
  } catch (error) {
    if (!(error instanceof ZipError) && !(error instanceof DOMException)) throw error;
    shown = { problem: error instanceof ZipError ? `zip.${error.message}` : "unreadable" };
  } finally {
    busy = false;
    progress.hidden = true;
    progress.value = 0;
  }
  draw();
  byId("result").querySelector("h2")?.focus();
}

async function fromZip(file) {
  const zip = await zipMembers(file);
  const inside = zip.filter((one) => one.name.startsWith(TOP) && SAFE.test(one.name.slice(TOP.length)));
  return { files: new Map(inside.map((one) => [one.name.slice(TOP.length), one.blob])), zip };
}

// Files by path below the folder that holds bagit.txt; anything above it is left out.
function fromFolder(found) {
  const top = found.map(([path]) => path).filter((path) => path === BAGIT || path.endsWith(`/${BAGIT}`));
  top.sort((one, other) => one.length - other.length);
  if (!top.length) return { files: new Map(), zip: null, problem: "no_bag" };
  const root = top[0].slice(0, -BAGIT.length);
  return { files: new Map(found.filter(([path]) => path.startsWith(root)).map(([path, file]) => [path.slice(root.length), file])), zip: null };
}

function chosen(files) {
  const list = [...files];
  if (list.length === 1 && !list[0].webkitRelativePath) return fromZip(list[0]);
  return Promise.resolve(fromFolder(list.map((file) => [file.webkitRelativePath || file.name, file])));
}

async function walked(entry, path, found) {
  if (entry.isFile) {
    found.push([path, await new Promise((resolve, reject) => { entry.file(resolve, reject); })]);
    return;
  }
  const reader = entry.createReader();
  for (;;) {
    const some = await new Promise((resolve, reject) => { reader.readEntries(resolve, reject); });
    if (!some.length) return;
    for (const one of some) await walked(one, path ? `${path}/${one.name}` : one.name, found);
  }
}

async function dropped(entries, files) {
  if (entries.length !== 1 || entries[0].isFile) return chosen(files);
  const found = [];
  await walked(entries[0], "", found);
  return fromFolder(found);
}

for (const button of document.querySelectorAll("[data-lang]")) button.addEventListener("click", () => speak(button.dataset.lang));
for (const [button, input] of [["choose-zip", "zip"], ["choose-folder", "folder"]]) {
  byId(button).addEventListener("click", () => byId(input).click());
  byId(input).addEventListener("change", () => {
    const files = [...byId(input).files];
    byId(input).value = "";
    if (files.length) check(() => chosen(files));
  });
}
const target = byId("drop");
for (const kind of ["dragenter", "dragover"]) {
  document.addEventListener(kind, (event) => {
    event.preventDefault();
    target.classList.add("over");
  });
}
document.addEventListener("dragleave", () => target.classList.remove("over"));
document.addEventListener("drop", (event) => {
  event.preventDefault();
  target.classList.remove("over");
  const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  const files = [...event.dataTransfer.files];
  if (files.length || entries.length) check(() => dropped(entries, files));
});
speak(lang);
