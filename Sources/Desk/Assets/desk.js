// SPDX-License-Identifier: Apache-2.0
// Everything here works on the page as the server wrote it; without it the desk works too, apart from live updates.
// Nothing is ever written as HTML: Trusted Types forbid it.
const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const indonesian = document.documentElement.lang === "id";
const two = (value) => String(value).padStart(2, "0");
const grouped = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, indonesian ? "." : ",");

// Clock of the post, by the server's time.
const clock = $("[data-clock]");
const drift = clock ? Number(clock.dataset.now) - Date.now() : 0;
const serverNow = () => Date.now() + drift;
function wall(milliseconds, seconds) {
  const local = new Date(milliseconds + Number(clock?.dataset.clock ?? 420) * 60000);
  const mark = indonesian ? "." : ":";
  const parts = [two(local.getUTCHours()), two(local.getUTCMinutes())];
  if (seconds) parts.push(two(local.getUTCSeconds()));
  return parts.join(mark) + " " + (clock?.dataset.zone ?? "WIB");
}
function tick() {
  if (clock) clock.textContent = wall(serverNow(), true);
  const minute = Math.floor(serverNow() / 60000);
  for (const row of $$("tr[data-utc]")) {
    const left = Number(row.dataset.utc) - minute;
    const size = Math.abs(left);
    const text = (left > 0 ? "−" : "+") + Math.floor(size / 60) + (indonesian ? "." : ":") + two(size % 60);
    const cell = $("[data-countdown]", row);
    if (cell && cell.textContent !== text) cell.textContent = text;
    row.classList.toggle("past", left < -60);
  }
}
tick();
setInterval(tick, 1000);

// Filters over rows already on the page.
for (const input of $$("[data-filter]")) {
  const table = document.getElementById(input.dataset.filter);
  input.addEventListener("input", () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const row of $$("tbody tr", table)) {
      const text = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
    }
  });
}

// Live board: numbers change in place and are marked; rows come, go and move only when the reader asks.
const board = $("table[data-live-url]");
if (board && "EventSource" in window) {
  const state = $("#keadaan");
  const pill = $("#pembaruan");
  const stale = $("#macet");
  const pending = new Map();
  let gone = new Set();
  let order = null;
  let lastBeat = serverNow();
  let downSince = null;
  let ended = false;

  const warn = (text) => { stale.hidden = false; $("[data-say]", stale).textContent = text; };
  const say = (text, isOn) => {
    $("[data-live]", state).textContent = text;
    state.classList.toggle("on", isOn);
    state.classList.toggle("off", !isOn);
  };
  const row = (id) => board.tBodies[0].querySelector(`tr[data-id="${CSS.escape(id)}"]`);
  const cells = ["designation", "carrier", "route", "routeNames", "time", "travellers", "boarded", "waiting", "confirmed", "facesText", "statusText", "rank", "symbol"];
  function fill(element, line, band, marks) {
    for (const name of cells) {
      const cell = $(`[data-cell="${name}"]`, element);
      if (!cell) continue;
      let text = String(line[name]);
      if (typeof line[name] === "number") text = grouped(line[name]);
      if ((name === "boarded" || name === "confirmed") && line[name] === 0) text = "–";
      if (name === "rank" && line.rank === 0) text = "";
      if (cell.textContent === text) continue;
      cell.textContent = text;
      if (marks) cell.classList.add("changed");
    }
    const word = $('[data-cell="band"]', element);
    if (word) word.textContent = band;
    const rank = $(".rank", element);
    if (rank) rank.className = "rank " + line.bandClass;
    $("[data-fill]", element)?.setAttribute("width", String(line.rank));
    const waiting = $('[data-cell="waiting"]', element);
    if (waiting) {
      waiting.classList.toggle("zero", line.waiting === 0);
      waiting.classList.toggle("waiting", line.waiting > 0);
    }
    element.dataset.id = line.id;
    element.dataset.rank = line.rank;
    element.className = "status-" + line.status + (element.classList.contains("at") ? " at" : "");
    if (line.utcMinutes !== null) element.dataset.utc = line.utcMinutes;
    $("[data-open]", element)?.setAttribute("href", "/perjalanan/" + line.id);
    const tag = $(".tag", element);
    if (tag) tag.className = "tag status-" + line.status + (tag.classList.contains("changed") ? " changed" : "");
  }
  function figures() {
    const sum = (name) => $$(`tbody [data-cell="${name}"]`, board).reduce((all, cell) => all + (Number(cell.textContent.replace(/\D/g, "")) || 0), 0);
    const set = (key, value) => { const cell = $(`[data-figure="${key}"]`); if (cell) cell.textContent = grouped(value); };
    set("voyages", board.tBodies[0].rows.length);
    for (const name of ["travellers", "waiting", "confirmed"]) set(name, sum(name));
  }
  function moved() {
    if (!order) return false;
    const now = [...board.tBodies[0].rows].map((element) => element.dataset.id).filter((id) => !gone.has(id));
    const wanted = order.filter((id) => now.includes(id));
    return now.join() !== wanted.join();
  }
  function showPill() {
    const count = pending.size + gone.size + (pending.size + gone.size === 0 && moved() ? 1 : 0);
    pill.hidden = count === 0;
    pill.textContent = count === 1 ? pill.dataset.one : pill.dataset.many.replace("#", String(count));
  }
  function apply() {
    const body = board.tBodies[0];
    const template = $("#baris");
    for (const [id, item] of pending) {
      const fresh = row(id) ?? template.content.firstElementChild.cloneNode(true);
      fill(fresh, item.line, item.band, false);
      fresh.classList.add("new");
      body.append(fresh);
    }
    for (const id of gone) row(id)?.remove();
    if (order) for (const id of order) { const element = row(id); if (element) body.append(element); }
    pending.clear();
    gone = new Set();
    $("#kosong").hidden = body.rows.length > 0;
    showPill();
    figures();
    tick();
  }
  pill.addEventListener("click", apply);
  document.addEventListener("desk:apply", apply);

  // The server says when the session is over; where it was restarted, the line itself is refused.
  function over() {
    ended = true;
    source.close();
    say(board.dataset.ended, false);
    warn(board.dataset.ended);
    $("#masuk-lagi").hidden = false;
  }
  let source = null;
  function connect() {
    source = new EventSource(board.dataset.liveUrl);
    listen();
  }
  async function refused() {
    broken(board.dataset.lineDown);
    try {
      const answer = await fetch(board.dataset.liveUrl, { redirect: "manual", headers: { accept: "text/event-stream" } });
      answer.body?.cancel();
      if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) return over();
    } catch { /* The server is away: tried again below. */ }
    setTimeout(() => { if (!ended) connect(); }, 5000);
  }
  function listen() {
    source.addEventListener("board", (event) => {
      const message = JSON.parse(event.data);
      for (const item of message.changed) {
        const known = row(item.line.id);
        if (known) fill(known, item.line, item.band, true);
        else pending.set(item.line.id, item);
      }
      for (const id of message.removed) {
        pending.delete(id);
        const known = row(id);
        if (known) { gone.add(id); known.classList.add("gone"); }
      }
      order = message.order;
      for (const id of order) { if (gone.delete(id)) row(id)?.classList.remove("gone"); }
      figures();
      showPill();
      tick();
      alive(message.at);
    });
    source.addEventListener("beat", (event) => {
      const message = JSON.parse(event.data);
      const alarm = $("#alarm");
      if (alarm && message.alarms !== undefined) {
        alarm.hidden = message.alarms === 0;
        $("[data-alarms]", alarm).textContent = grouped(message.alarms);
      }
      if (message.storeAway) broken(board.dataset.stale);
      else alive(message.at);
    });
    source.addEventListener("ended", over);
    source.addEventListener("error", () => {
      if (ended) return;
      if (source.readyState === EventSource.CLOSED) refused();
      else broken(board.dataset.lineDown);
    });
  }
  connect();
  function alive(at) {
    lastBeat = serverNow();
    if (downSince !== null) { downSince = null; stale.hidden = true; }
    say(board.dataset.asOf + " " + wall(at, true), true);
  }
  function broken(text) {
    downSince ??= lastBeat;
    const sentence = text + " " + board.dataset.since + " " + wall(downSince, true);
    say(sentence, false);
    warn(sentence);
  }
  setInterval(() => { if (!ended && serverNow() - lastBeat > 25000) broken(board.dataset.lineDown); }, 2000);
  addEventListener("pagehide", () => source.close());
}

// Card readers at the post: the line says that a card was read; what it says comes by a request of its own, is recorded,
// and leaves the screen after its minute.
const card = $("#kartu");
if (card) {
  const facts = $("[data-facts]", card);
  const said = $("[data-card-said]");
  let until = Number(card.dataset.until ?? 0);
  function show(reading) {
    facts.replaceChildren();
    card.hidden = !reading;
    until = reading?.until ?? 0;
    $("[data-handle]", card).value = reading?.handle ?? "";
    said.textContent = reading ? said.dataset.cardSaid : "";
    for (const fact of reading?.facts ?? []) {
      const pair = document.createElement("div");
      for (const [tag, text] of [["dt", fact.label], ["dd", fact.value]]) {
        const part = document.createElement(tag);
        part.textContent = text;
        pair.append(part);
      }
      facts.append(pair);
    }
  }
  async function ask() {
    let answer;
    try { answer = await (await fetch(card.dataset.reading)).json(); } catch { return; }
    for (const reader of answer.readers ?? []) {
      const state = $(`[data-reader="${CSS.escape(reader.name)}"]`);
      if (!state) continue;
      state.textContent = reader.state;
      state.className = reader.isReady ? "tag ok" : "tag warn";
      $(`[data-fault="${CSS.escape(reader.name)}"]`).textContent = reader.fault;
    }
    const isNew = answer.reading && answer.reading.handle !== $("[data-handle]", card).value;
    if (isNew || !answer.reading) show(answer.reading);
    if (isNew && !document.activeElement?.value) $("button", card).focus();
  }
  setInterval(() => { if (until && serverNow() >= until) show(null); }, 500);
  if ("EventSource" in window) {
    const line = new EventSource(card.dataset.live);
    line.addEventListener("reading", ask);
    line.addEventListener("state", ask);
    line.addEventListener("ended", () => { line.close(); show(null); });
    addEventListener("pagehide", () => { line.close(); show(null); });
  }
}

// Keyboard map. Single letters can be switched off (WCAG 2.1.4).
let isAfterG = false;
let at = -1;
const rows = () => $$("[data-row]").filter((element) => !element.hidden && element.offsetParent !== null);
function select(index) {
  const all = rows();
  if (all.length === 0) return;
  at = Math.max(0, Math.min(all.length - 1, index));
  for (const element of all) element.classList.remove("at");
  all[at].classList.add("at");
  all[at].scrollIntoView({ block: "nearest" });
  $("[data-open]", all[at])?.focus({ preventScroll: true });
}
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const help = $("#bantuan");
  const isTyping = event.target.matches("input:not([type=radio]):not([type=checkbox]), textarea, select");
  if (event.key === "Escape") {
    if (isTyping) event.target.blur();
    else if (!help?.open) $(".crumbs a")?.click();
    return;
  }
  if (isTyping) return;
  if (event.key === "ArrowDown" && rows().length && at >= 0) { event.preventDefault(); return select(at + 1); }
  if (event.key === "ArrowUp" && rows().length && at >= 0) { event.preventDefault(); return select(at - 1); }
  if (document.body.dataset.keys === "off") return;
  if (isAfterG) {
    isAfterG = false;
    $(`nav a[data-go="${CSS.escape(event.key)}"]`)?.click();
    return;
  }
  switch (event.key) {
    case "g": isAfterG = true; setTimeout(() => { isAfterG = false; }, 1200); break;
    case "?": if (help) { help.open ? help.close() : help.showModal(); } break;
    case "/": event.preventDefault(); ($("input[type=search]") ?? $('nav a[data-go="c"]'))?.[$("input[type=search]") ? "focus" : "click"](); break;
    case "j": select(at + 1); break;
    case "k": select(at - 1); break;
    case "r": document.dispatchEvent(new Event("desk:apply")); break;
    case "y": case "n": case "u": {
      const form = $("form[data-decision]");
      const choice = form && $(`input[data-key="${event.key}"]`, form);
      if (choice) { choice.checked = true; event.preventDefault(); $("input[name=alasan]", form).focus(); }
      break;
    }
  }
});

// Goods: one more empty row as soon as the last one is used.
for (const set of $$("[data-rows]")) {
  set.addEventListener("change", () => {
    const all = $$(".goods-row", set);
    const last = all[all.length - 1];
    if (all.length >= 12 || !$("select", last).value) return;
    const fresh = last.cloneNode(true);
    for (const input of $$("input, select", fresh)) input.value = "";
    set.append(fresh);
  });
}
for (const link of $$("[data-back]")) link.addEventListener("click", (event) => { if (history.length > 1) { event.preventDefault(); history.back(); } });

// A message tried: a person's parts light up together, a part that is gone to opens.
function light() {
  const target = location.hash ? document.getElementById(location.hash.slice(1)) : null;
  const of = target?.dataset.of;
  for (const element of $$("[data-of]")) element.classList.toggle("lit", Boolean(of) && element.dataset.of === of);
  if (target?.matches("details.piece")) target.open = true;
}
if ($("[data-of]")) { addEventListener("hashchange", light); light(); }
for (const form of $$("form[data-drop]")) {
  const input = document.getElementById(form.dataset.drop);
  const over = (event) => { event.preventDefault(); form.classList.add("dropping"); };
  form.addEventListener("dragover", over);
  form.addEventListener("dragleave", () => form.classList.remove("dropping"));
  form.addEventListener("drop", (event) => {
    form.classList.remove("dropping");
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    input.files = event.dataTransfer.files;
  });
}

// The quarantine being read again: the line and the bar move until it is done.
const replay = $("[data-replay]");
if (replay) {
  const bar = $("progress", replay);
  const again = async () => {
    try {
      const answer = await fetch(replay.dataset.replay, { redirect: "manual" });
      if (!answer.ok) return;
      const state = await answer.json();
      $("[data-replay-said]", replay).textContent = state.text;
      bar.max = Math.max(1, state.total);
      bar.value = state.looked;
      if (state.isDone) {
        bar.remove();
        replay.classList.add("ok");
        return;
      }
    } catch { /* The server is away: asked again below. */ }
    setTimeout(again, 2000);
  };
  setTimeout(again, 1000);
}
