"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const SCHEMA = "claimcheck.ledger/1";
  const KEYS = ["claim", "type", "text", "value", "sentence", "occurrence", "by", "on", "source", "sha256", "note"];
  const one = (selector, at = document) => at.querySelector(selector);
  const all = (selector, at = document) => [...at.querySelectorAll(selector)];
  const say = (key, fields = {}) => data.words[key].replace(/\{(\w+)\}/g, (whole, name) => fields[name] ?? whole);
  const note = (text) => {
    one(".note").textContent = text;
    clearTimeout(note.timer);
    note.timer = setTimeout(() => { one(".note").textContent = ""; }, 8000);
  };

  // What the browser keeps: for each article its claims when it was seen last, and what was changed here, by the
  // fingerprint of the claim. A tick of the ledger that came with the page stays in force until it is changed, so a
  // newer ledger is never hidden by an older page.
  const kept = {
    keys() {
      try { return Object.keys(localStorage).sort(); } catch { return []; }
    },
    read(key) {
      try { return JSON.parse(localStorage.getItem(key)) ?? {}; } catch { return {}; }
    },
    write(key, value) {
      try { localStorage.setItem(key, JSON.stringify(value)); } catch { note(say("not kept")); }
    },
  };
  const ME = "claimcheck.initials";

  // Where the ticks of an article are kept. Browsers share one store among all files, and all pasted texts have one
  // name, so a path alone names no article: an earlier draft of this one has its path and half of the claims of the
  // shorter of both. Where there is none, the place is a new one.
  const place = (known) => {
    const own = `${SCHEMA} ${known.draft} ${known.path}`;
    const claims = new Set(known.claims.map((each) => each.claim));
    let [best, most] = [own, 0];
    for (const key of kept.keys()) {
      if (!key.startsWith(`${SCHEMA} `) || key.slice(own.length - known.path.length) !== known.path) continue;
      const before = kept.read(key).claims ?? [];
      const common = before.filter((each) => claims.has(each)).length;
      if (common > most && 2 * common >= Math.min(before.length, claims.size)) [best, most] = [key, common];
    }
    return best;
  };

  const today = () => {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  };

  // A day of a ledger as the reader's language writes it.
  const dayOf = (on) => {
    const [year, month, day] = on.split("-").map(Number);
    const parts = { year, month: data.day.months[month - 1] ?? month, day };
    return data.day.format.replace(/\{(\w+)\}/g, (whole, name) => parts[name]);
  };

  const complete = (entry) => Boolean(entry.by && entry.source);

  // The document that supports a claim, which whoever ticks it without another source has seen beside it.
  const stated = (row) => row.dataset.status === "supported" ? (one(".quotes .where", row)?.textContent ?? "").replace(/:\d+:\d+$/, "") : "";

  class Sheet {
    constructor(known) {
      this.known = known;
      this.at = document.getElementById(known.id);
      this.key = place(known);
      this.read();
      this.ticks = new Map(known.ticks.map((tick) => [tick.claim, tick]));
      this.rows = new Map(known.claims.map((claim) => [claim.claim, document.getElementById(claim.id)]));
      this.claims = new Map(known.claims.map((claim) => [claim.claim, claim]));
      for (const [claim, row] of this.rows) row.claim = claim;
      this.filters = new Set();
      if (this.changes.size) this.keep();  // the next draft will be more like this one than like the one before
      this.show();
    }

    read() { this.changes = new Map(Object.entries(kept.read(this.key).changes ?? {})); }

    // What is known of a claim: {done, by, on, source, …}; `done` is false for a source noted before its claim is ticked.
    entry(claim) {
      const changed = this.changes.get(claim);
      if (changed) return changed;
      const tick = this.ticks.get(claim);
      return tick ? { ...tick, done: !tick.lapse } : { done: false, by: "", on: "", source: "" };
    }

    change(claim, fields) {
      const before = this.entry(claim);
      const after = { ...before, ...this.identity(claim), ...fields };
      if (after.source !== before.source) delete after.sha256;
      delete after.lapse;
      this.changes.set(claim, after);
      this.keep();
      this.show();
    }

    keep() { kept.write(this.key, { claims: [...this.claims.keys()], changes: Object.fromEntries(this.changes) }); }

    show() {
      let done = 0;
      for (const [claim, row] of this.rows) {
        const entry = this.entry(claim);
        done += entry.done;
        row.classList.toggle("done", entry.done);
        row.classList.toggle("noted", Boolean(entry.source || entry.by));
        one(".tick", row).checked = entry.done;
        for (const [name, value] of [[".source", entry.source], [".name", entry.by]]) {
          const field = one(`.by ${name}`, row);
          if (field !== document.activeElement) field.value = value;
          field.setAttribute("aria-invalid", entry.done && !value);
        }
        one(".on", row).textContent = entry.done ? dayOf(entry.on) : "";
        for (const mark of this.marks(row)) mark.classList.toggle("ticked", entry.done);
      }
      this.showProgress(done);
      this.showGone();
      this.filter();
    }

    showProgress(done) {
      one("progress", this.at).value = done;
      const text = say("ticked", { done, all: this.rows.size });
      one(".done", this.at).textContent = text;
      const sum = one(`.done-of[data-of="${this.at.id}"]`);
      if (sum) sum.textContent = text;
    }

    // Ticks of claims that the article no longer has in these words: kept, since the words may come back.
    showGone() {
      const gone = this.all().filter((entry) => !this.rows.has(entry.claim));
      const section = one(".gone", this.at);
      section.hidden = gone.length === 0;
      one("ul", section).replaceChildren(...gone.map((entry) => {
        const item = document.createElement("li");
        item.textContent = say("lapsed", { ...entry, on: dayOf(entry.on) });
        return item;
      }));
    }

    marks(row) { return all(`[data-claim="${row.id.split("c").pop()}"]`, this.at); }

    // Every tick there is, of claims of this draft and of others.
    all() {
      const claims = new Set([...this.ticks.keys(), ...this.changes.keys()]);
      const entries = [...claims].sort().map((claim) => this.entry(claim));
      return entries.filter((entry) => entry.done || (entry.lapse && !this.changes.has(entry.claim)));
    }

    // What a ledger may hold: of a claim that the article does not have only what a ledger held before.
    own() { return this.all().filter((entry) => this.rows.has(entry.claim) || this.ticks.has(entry.claim) || entry.held); }

    // How many are ticked but say not by whom or with what source: a ledger has no such ticks.
    wanting() { return this.own().filter((entry) => !complete(entry)).length; }

    identity(claim) {
      const { id, ...identity } = this.claims.get(claim) ?? {};
      return identity;
    }

    exported() {
      const lines = this.own().filter(complete).map((entry) => {
        const pairs = KEYS.filter((key) => entry[key]).map((key) => `${JSON.stringify(key)}: ${JSON.stringify(entry[key])}`);
        return `{${pairs.join(",\n ")}}`;
      });
      return `{"schema": "${SCHEMA}",\n "ticks": [\n${lines.length ? `${lines.join("\n,\n")}\n` : ""}]}\n`;
    }

    // Takes the ticks of a ledger in: of two for one claim the later day counts, on one day the other's.
    take(ticks) {
      let taken = 0;
      for (const tick of ticks) {
        const own = this.entry(tick.claim);
        if (own.done && own.on > tick.on) continue;
        this.changes.set(tick.claim, { ...tick, done: true, held: true });
        taken += 1;
      }
      this.keep();
      this.show();
      return taken;
    }

    wanted(element) {
      const row = element.claim ? element : null;
      if (this.filters.has("unticked") && row && this.entry(row.claim).done) return false;
      const statuses = [...this.filters].filter((name) => name !== "unticked");
      return statuses.length === 0 || statuses.includes(element.dataset.status);
    }

    filter() {
      for (const item of all(".row, .card", this.at)) item.hidden = !this.wanted(item);
      for (const mark of all("[data-claim]", this.at)) {
        mark.classList.toggle("faint", this.filters.size > 0 && document.getElementById(`${this.at.id}c${mark.dataset.claim}`).hidden);
      }
      for (const chip of all(".chip", this.at)) chip.setAttribute("aria-pressed", this.filters.has(chip.dataset.filter));
    }

    tick(row, on) {
      const entry = this.entry(row.claim);
      const by = entry.by || one(".me", this.at).value.trim();
      const source = entry.source || (on ? stated(row) : "");
      this.change(row.claim, { done: on, by, source, on: on ? today() : "" });
      if (on && !by) note(say("no name"));
    }
  }

  // A ledger as text, read strictly: what is no ledger changes nothing.
  const ledger = (text) => {
    const plain = JSON.parse(text);
    if (plain?.schema !== SCHEMA || !Array.isArray(plain.ticks)) throw new Error(say("no ledger"));
    const words = ["claim", "type", "text", "value", "sentence", "by", "source"];
    return plain.ticks.map((tick) => {
      const right = words.every((key) => typeof tick?.[key] === "string") && Number.isInteger(tick.occurrence)
        && /^[0-9a-f]{16}$/.test(tick.claim) && /^\d{4}-\d\d-\d\d$/.test(tick.on)
        && ["sha256", "note"].every((key) => tick[key] === undefined || typeof tick[key] === "string");
      if (!right) throw new Error(say("no ledger"));
      return Object.fromEntries(KEYS.filter((key) => tick[key] !== undefined).map((key) => [key, tick[key]]));
    });
  };

  document.documentElement.classList.add("js");
  const sheets = data.articles.map((known) => new Sheet(known));
  let sheet = sheets[0];
  let current = null;
  const sheetOf = (element) => sheets.find((each) => each.at.contains(element)) ?? sheet;

  const turnTo = (next) => {
    if (!next) return;
    sheet = next;
    for (const each of sheets) each.at.hidden = each !== sheet;
    for (const link of all(".articles a")) {
      if (link.hash === `#${sheet.at.id}`) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };

  // Where a link of the page leads: the article is shown, a card opened, a row or mark made the current one.
  const goTo = (id, focus = true) => {
    const target = document.getElementById(id);
    if (!target) return;
    turnTo(sheets.find((each) => each.at.contains(target)));
    if (target.matches(".row, .card")) choose(target, focus);
    else if (target.dataset.claim) choose(document.getElementById(`${sheet.at.id}c${target.dataset.claim}`), false);
    target.scrollIntoView({ block: target.matches(".sheet") ? "start" : "center" });
  };

  const choose = (item, focus) => {
    for (const each of all(".current, .on-now")) each.classList.remove("current", "on-now");
    current = item;
    item.hidden = false;
    item.classList.add("current");
    if (item.matches(".card")) item.open = true;
    const number = item.id.split("c").pop();
    if (item.claim) for (const mark of all("[data-claims]", sheet.at)) mark.classList.toggle("on-now", mark.dataset.claims.split(" ").includes(number));
    if (focus) (one(".tick, summary", item) ?? item).focus({ preventScroll: true });
  };

  const step = (by, selector = ".row, .card") => {
    const items = all(selector, sheet.at).filter((item) => !item.hidden);
    if (!items.length) return;
    const at = items.indexOf(current);
    const next = items[at < 0 ? (by > 0 ? 0 : items.length - 1) : (at + by + items.length) % items.length];
    goTo(next.id);
  };

  const listing = () => {
    const on = document.body.classList.toggle("listing");
    for (const button of all("[data-do=list]")) button.setAttribute("aria-pressed", on);
  };

  const save = () => {
    const text = sheet.exported();
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = sheet.known.file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    const wanting = sheet.wanting();
    note(say("exported", { file: sheet.known.file, count: JSON.parse(text).ticks.length }) + (wanting ? ` ${say("incomplete", { count: wanting })}` : ""));
  };

  const actions = {
    export: save,
    import: () => one("#file").click(),
    list: listing,
    print: () => window.print(),
    help: () => one("#help").showModal(),
    close: () => one("#help").close(),
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (button) { turnTo(sheetOf(button)); actions[button.dataset.do](); return; }
    const chip = event.target.closest(".chip");
    if (chip) {
      const on = sheetOf(chip).filters;
      if (!on.delete(chip.dataset.filter)) on.add(chip.dataset.filter);
      sheetOf(chip).filter();
      return;
    }
    const link = event.target.closest('a[href^="#"]');
    if (link && !link.matches(".skip")) {
      event.preventDefault();
      history.pushState(null, "", link.hash);
      goTo(link.hash.slice(1));
      return;
    }
    const mark = event.target.closest("span[data-claim]");
    if (mark) goTo(`${sheet.at.id}c${mark.dataset.claim}`);
    const row = event.target.closest(".row");
    if (row) choose(row, false);
  });

  document.addEventListener("change", (event) => {
    const field = event.target;
    const row = field.closest(".row");
    if (field.matches(".tick")) sheetOf(row).tick(row, field.checked);
    else if (field.matches(".me")) {
      kept.write(ME, field.value.trim());
      for (const each of all(".me")) each.value = field.value.trim();
    }
  });

  document.addEventListener("input", (event) => {
    const row = event.target.closest(".row");
    if (!row) return;
    if (event.target.matches(".source")) sheetOf(row).change(row.claim, { source: event.target.value.trim() });
    if (event.target.matches(".name")) sheetOf(row).change(row.claim, { by: event.target.value.trim() });
  });

  one("#file").addEventListener("change", async (event) => {
    for (const file of event.target.files) {
      const home = sheets.find((each) => each.known.file === file.name && sheets.filter((one) => one.known.file === file.name).length === 1) ?? sheet;
      try {
        const ticks = ledger(await file.text());
        const taken = home.take(ticks);
        note(say("imported", { file: file.name, taken, count: ticks.length }));
      } catch (error) {
        note(say("not imported", { file: file.name, why: error.message }));
      }
    }
    event.target.value = "";
  });

  const keys = {
    j: () => step(1),
    k: () => step(-1),
    f: () => step(1, ".card"),
    x: () => current?.claim && sheet.tick(current, !sheet.entry(current.claim).done),
    s: () => current?.claim && one(".by .source", current).focus(),
    t: () => current?.claim && one(`[data-claim="${current.id.split("c").pop()}"]`, sheet.at)?.scrollIntoView({ block: "center" }),
    l: listing,
    "?": actions.help,
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.matches("input:not([type=checkbox])");
    if (event.key === "Escape" && typing) event.target.blur();
    if (!sheet || typing || one("#help").open || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });

  // Another window with the same article: what is ticked there is ticked here.
  window.addEventListener("storage", (event) => {
    const changed = sheets.find((each) => each.key === event.key);
    if (changed) { changed.read(); changed.show(); }
  });
  window.addEventListener("popstate", () => goTo(location.hash.slice(1), false));

  try { for (const each of all(".me")) each.value = JSON.parse(localStorage.getItem(ME)) ?? ""; } catch { note(say("not kept")); }
  turnTo(sheet);
  if (location.hash.length > 1) goTo(location.hash.slice(1), false);
})();
