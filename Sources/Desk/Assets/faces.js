// SPDX-License-Identifier: Apache-2.0
// Stations and reviewers. Pictures of a camera are posted one at a time and kept nowhere; nothing is written as HTML.
const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

// A station: the camera of this browser, a frame at a time, the next when the last is answered.
const station = $("#stasiun");
if (station) {
  const video = $("#kamera"), title = $("#judul-kamera"), problem = $("#galat");
  const start = $("#nyala"), stop = $("#padam"), banner = $("#spanduk");
  const canvas = document.createElement("canvas");
  const most = 1280;
  let stream = null, frames = 0, people = 0;
  const say = (text) => { problem.textContent = text; problem.hidden = !text; };
  function show(isOn) {
    title.textContent = isOn ? station.dataset.on : station.dataset.off;
    banner.hidden = !isOn;
    video.hidden = !isOn;
    start.hidden = isOn;
    stop.hidden = !isOn;
  }
  function end() {
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = null;
    video.srcObject = null;
    show(false);
  }
  async function send(mine) {
    if (stream !== mine) return;
    const wait = (time) => setTimeout(() => send(mine), time);
    if (!video.videoWidth) return wait(100);
    const scale = Math.min(1, most / Math.max(video.videoWidth, video.videoHeight));
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    canvas.getContext("2d").drawImage(video, 0, 0, canvas.width, canvas.height);
    const picture = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.9));
    const began = performance.now();
    let answer;
    try {
      answer = await fetch(station.dataset.frame, {
        method: "POST", body: picture, redirect: "manual",
        headers: { "content-type": "image/jpeg", "x-csrf-token": station.dataset.token },
      });
    } catch {
      say(station.dataset.lost);
      return wait(2000);
    }
    if (answer.status === 429) return wait(300);
    if (!answer.ok) {
      say(station.dataset.lost + " (" + ((await answer.json().catch(() => ({}))).code ?? answer.status) + ")");
      return [401, 403, 404].includes(answer.status) ? end() : wait(3000);
    }
    const seen = await answer.json();
    say("");
    frames += 1;
    people += seen.searched;
    $("#bingkai").textContent = String(frames);
    $("#wajah").textContent = String(seen.faces);
    $("#orang").textContent = String(people);
    // At most five frames a second.
    wait(Math.max(0, 200 - (performance.now() - began)));
  }
  start.addEventListener("click", async () => {
    say("");
    if (!navigator.mediaDevices?.getUserMedia) return say(station.dataset.insecure);
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { width: { ideal: 1280 }, height: { ideal: 720 } }, audio: false });
    } catch (error) {
      const why = { NotAllowedError: station.dataset.refused, NotReadableError: station.dataset.busy, SecurityError: station.dataset.insecure };
      return say(why[error.name] ?? station.dataset.noCamera);
    }
    for (const track of stream.getTracks()) track.addEventListener("ended", end);
    video.srcObject = stream;
    await video.play().catch(() => {});
    show(true);
    send(stream);
  });
  stop.addEventListener("click", end);
  addEventListener("pagehide", end);

  async function news() {
    let items;
    try { items = await (await fetch(station.dataset.news)).json(); } catch { return; }
    for (const item of items) {
      if ($(`[data-face="${CSS.escape(item.id)}"]`)) continue;
      const card = $("#pola").content.firstElementChild.cloneNode(true);
      card.dataset.face = item.id;
      const base = station.dataset.act + item.id;
      for (const image of $$("img", card)) {
        if (image.dataset.part === "wajah" ? item.hasProbe : item.hasPortrait) image.src = base + "/" + image.dataset.part;
        else image.closest("figure").hidden = true;
      }
      for (const fact of item.facts) {
        const pair = document.createElement("div");
        for (const [tag, text] of [["dt", fact.label], ["dd", fact.value]]) {
          const part = document.createElement(tag);
          part.textContent = text;
          pair.append(part);
        }
        $("[data-facts]", card).append(pair);
      }
      const journey = $("[data-journey]", card);
      journey.hidden = !item.path;
      if (item.path) journey.href = item.path;
      $("form", card).action = base;
      $("#daftar").prepend(card);
      $("#belum").hidden = true;
    }
  }
  if ("EventSource" in window) {
    const line = new EventSource(station.dataset.live);
    line.addEventListener("confirmed", news);
    line.addEventListener("ended", () => { line.close(); end(); });
    addEventListener("pagehide", () => line.close());
  }
}

// A reviewer on duty: the line says how many wait and how many are on duty.
const duty = $("#jaga");
if (duty && "EventSource" in window) {
  const state = $("[data-duty]", duty);
  const line = new EventSource(duty.dataset.live);
  const say = (isOn) => {
    state.textContent = isOn ? duty.dataset.on : duty.dataset.off;
    state.classList.toggle("on", isOn);
    state.classList.toggle("off", !isOn);
  };
  line.addEventListener("reviews", (event) => {
    const news = JSON.parse(event.data);
    $("#petugas-jaga").textContent = String(news.duty);
    $("#kurang").hidden = news.duty >= 2;
    const take = $("#ambil");
    const isNew = take.hidden && news.waiting > 0;
    take.hidden = news.waiting === 0;
    $("#sepi").hidden = news.waiting > 0;
    if (isNew) $("button", take).focus();
    say(true);
  });
  line.addEventListener("beat", () => say(true));
  line.addEventListener("error", () => say(false));
  line.addEventListener("ended", () => { line.close(); say(false); });
  addEventListener("pagehide", () => line.close());
}

const looking = $("[data-on-duty]");
if (looking && "EventSource" in window) {
  const line = new EventSource(looking.dataset.onDuty);
  line.addEventListener("ended", () => line.close());
  addEventListener("pagehide", () => line.close());
}

// One review: the time that is left, one zoom for all pictures, the keys.
const left = $("#sisa");
if (left) {
  const clock = $("[data-clock]");
  const drift = clock ? Number(clock.dataset.now) - Date.now() : 0;
  const bar = $("progress", left), seconds = $("[data-seconds]", left);
  const timer = setInterval(() => {
    const rest = Number(left.dataset.until) - (Date.now() + drift);
    bar.value = Math.max(0, rest);
    seconds.textContent = String(Math.max(0, Math.ceil(rest / 1000)));
    if (rest > 0) return;
    clearInterval(timer);
    left.textContent = left.dataset.over;
    for (const image of $$("[data-view]")) image.remove();
    $("#jawab")?.remove();
  }, 200);
}
const views = $$("[data-view]");
if (views.length) {
  let zoom = 0, x = 50, y = 45;
  const steps = ["1", "1-5", "2", "3", "4"];
  const draw = () => {
    for (const view of views) {
      view.className = "zoom-" + steps[zoom];
      view.style.setProperty("transform-origin", x + "% " + y + "%");
    }
  };
  const turn = (by) => { zoom = Math.max(0, Math.min(steps.length - 1, zoom + by)); draw(); };
  const move = (dx, dy) => { x = Math.max(0, Math.min(100, x + dx)); y = Math.max(0, Math.min(100, y + dy)); draw(); };
  for (const button of $$("[data-zoom]")) button.addEventListener("click", () => turn(button.dataset.zoom === "in" ? 1 : -1));
  for (const view of views) {
    view.addEventListener("pointermove", (event) => {
      if (zoom === 0 || !event.buttons) return;
      const box = view.parentElement.getBoundingClientRect();
      move(-100 * event.movementX / box.width, -100 * event.movementY / box.height);
    });
    view.addEventListener("dragstart", (event) => event.preventDefault());
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.body.dataset.keys === "off") return;
    if (event.target.matches("input:not([type=radio]), textarea, select")) return;
    if (event.key === "+" || event.key === "=") return turn(1);
    if (event.key === "-") return turn(-1);
    if (/^[1-9]$/.test(event.key)) {
      const choice = $(`input[name=calon][value="${event.key}"]`);
      if (choice) { choice.checked = true; $("input[value=same]").checked = true; $("#alasan").focus(); event.preventDefault(); }
      return;
    }
    const ways = { ArrowLeft: [-5, 0], ArrowRight: [5, 0], ArrowUp: [0, -5], ArrowDown: [0, 5] };
    if (zoom > 0 && ways[event.key] && !event.target.matches("input")) { event.preventDefault(); move(...ways[event.key]); }
  });
}

// A visitor's own face: the camera fills the form's picture; nothing leaves before the form is sent.
const own = $("#wajah-saya");
if (own) {
  const video = $("#cermin"), start = $("#kamera-saya"), shoot = $("#jepret"), problem = $("#galat-saya"), taken = $("#terambil");
  let stream = null;
  const say = (text) => { problem.textContent = text; problem.hidden = !text; };
  const end = () => {
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = null;
    video.srcObject = null;
    video.hidden = true;
    shoot.hidden = true;
  };
  start.addEventListener("click", async () => {
    say("");
    if (!navigator.mediaDevices?.getUserMedia) return say(own.dataset.insecure);
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { width: { ideal: 1280 }, height: { ideal: 720 } }, audio: false });
    } catch (error) {
      const why = { NotAllowedError: own.dataset.refused, NotReadableError: own.dataset.busy, SecurityError: own.dataset.insecure };
      return say(why[error.name] ?? own.dataset.noCamera);
    }
    video.srcObject = stream;
    video.hidden = false;
    shoot.hidden = false;
    await video.play().catch(() => {});
  });
  shoot.addEventListener("click", async () => {
    if (!video.videoWidth) return;
    const canvas = document.createElement("canvas");
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    canvas.getContext("2d").drawImage(video, 0, 0);
    const picture = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.92));
    const files = new DataTransfer();
    files.items.add(new File([picture], "wajah.jpg", { type: "image/jpeg" }));
    $("#f-gambar").files = files.files;
    taken.textContent = own.dataset.taken;
    taken.hidden = false;
    end();
  });
  addEventListener("pagehide", end);
}
