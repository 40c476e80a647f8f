"use strict";
const zh = (navigator.language || "").startsWith("zh"), say = (en, han) => zh ? han : en;
const $ = id => document.getElementById(id), make = (kind, place, name) => {
  const found = document.createElement(kind);
  if (name) found.className = name;
  place.append(found);
  return found;
};
const write = (id, text) => { $(id).textContent = text; };
const number = (v, digits = 2) => {
  const a = Math.abs(v), text = a >= 1e7 || a && a < 0.5 * Math.pow(10, -digits) ? a.toExponential(1) : a.toFixed(Math.min(digits, 9));
  return (v < 0 ? "−" : "") + text;
};
const measured = (v, of) => number(v, of.digits) + (of.unit ? " " + of.unit : "");
const mix = (a, b, t) => a.map((v, i) => v + (b[i] - v) * t), O = [245, 147, 34], Z = [232, 234, 235], P = [8, 119, 189];
const colour = v => "rgb(" + mix(Z, v < 0 ? O : P, Math.min(1, Math.abs(v) || 0)).map(Math.round) + ")";
const HUES = ["#0877bd", "#f59322", "#1a9850", "#a05ac8", "#d6604d", "#8c6d31", "#17a2b8", "#c2388a", "#6b7280", "#bcbd22"];
document.documentElement.lang = zh ? "zh-CN" : "en";
const FEATURES = {x1: (a, b) => a, x2: (a, b) => b, x1_squared: a => a * a, x2_squared: (a, b) => b * b,
  x1_x2: (a, b) => a * b, sin_x1: a => Math.sin(a), sin_x2: (a, b) => Math.sin(b)};
const plane = PAGE.kind === "plane";
// A person's numbers have units, and words have places; the network sees both as it was taught.
function seen(raw) {
  const all = [];
  PAGE.inputs.forEach((input, i) => {
    if (input.words) input.words.forEach((_, k) => all.push(+(k === raw[i])));
    else all.push((raw[i] - input.middle) / input.size);
  });
  return plane ? PAGE.features.map(f => FEATURES[f](all[0], all[1])) : all;
}
// What the outputs say: shares of the classes, a number from -1 to 1 for two, or the values.
function answer(raw) {
  const y = predict(seen(raw));
  if (PAGE.task === "regression") return y.map((v, i) => PAGE.targets[i].middle + PAGE.targets[i].size * v);
  if (y.length > 1 && !PAGE.classes.length) return y;
  if (y.length > 1) return PAGE.takes === "logits" ? Array.from(softmax(T([y.length], Float64Array.from(y))).d) : y;
  return [PAGE.takes === "logits" ? Math.tanh(y[0] / 2) : PAGE.takes === "probabilities" ? 2 * y[0] - 1 : y[0]];
}
let raw = PAGE.inputs.map(input => input.at), sliders = [];
write("title", PAGE.title);
write("about", say("A network of " + PAGE.numbers.toLocaleString("en") + " numbers, running here.", "由 " + PAGE.numbers.toLocaleString("en") + " 个数构成的网络，就在本页运行。"));
write("trained", say("Trained for " + PAGE.epochs + " epochs on " + PAGE.rows + " rows; validation loss " + PAGE.loss + ".", "用 " + PAGE.rows + " 行数据训练了 " + PAGE.epochs + " 轮；验证损失 " + PAGE.loss + "。"));
write("target", PAGE.targets.length > 1 ? "" : PAGE.targets[0].name);
write("offline", say("Nothing is sent anywhere: this page has no server and works offline.", "不会向任何地方发送数据：本页没有服务器，可离线使用。"));
const surest = y => y.indexOf(Math.max.apply(null, y));
function show() {
  const y = answer(raw), several = PAGE.task !== "regression" && y.length > 1, best = surest(y);
  const named = several || PAGE.task !== "regression" && PAGE.named;
  write("answer", named ? PAGE.classes[several ? best : +(y[0] > 0)] : PAGE.task !== "regression" ? number(y[0]) : y.length > 1 ? "" : measured(y[0], PAGE.targets[0]));
  const sure = several ? y[best] : Math.abs(y[0]);
  const degree = sure > 0.9 ? say("sure", "很确定") : sure > 0.4 ? say("fairly sure", "比较确定") : say("unsure", "不确定");
  write("word", PAGE.task === "regression" ? "" : several ? (100 * y[best]).toFixed(1) + " % · " + degree : named ? degree : (y[0] < 0 ? say("orange", "橙色") : say("blue", "蓝色")) + " · " + degree);
  $("answer").style.color = PAGE.task === "regression" ? "" : several ? "" : y[0] < 0 ? "var(--orange)" : "var(--accent)";
  if (several || y.length > 1) y.forEach((v, i) => {
    const bar = $("bars").children[i] || make("div", $("bars"));
    if (!bar.children.length) { make("span", bar).textContent = PAGE.classes[i] || PAGE.targets[i] && PAGE.targets[i].name || "y" + (i + 1); make("b", make("i", bar)); make("span", bar); }
    bar.className = several && i === best ? "top" : "";
    bar.children[1].firstChild.style.width = 100 * Math.max(0, Math.min(1, several ? v : 0)) + "%";
    bar.children[2].textContent = several ? (100 * v).toFixed(1) + " %" : measured(v, PAGE.targets[i]);
  });
  sliders.forEach((slider, i) => { slider.value = raw[i]; if (slider.nextSibling) slider.nextSibling.value = measured(raw[i], PAGE.inputs[i]); });
  if (plane) drawPlane();
}
if (plane || PAGE.kind === "values") PAGE.inputs.forEach((input, i) => {
  const label = make("label", $("inputs"));
  make("span", label).textContent = input.name;
  if (input.words) {
    const chosen = make("select", label);
    input.words.forEach((word, k) => { const option = make("option", chosen); option.textContent = word; option.value = k; });
    chosen.oninput = () => { raw[i] = +chosen.value; show(); };
    sliders.push(chosen);
    return;
  }
  const slider = make("input", label);
  make("output", label);
  slider.type = "range"; slider.min = input.low; slider.max = input.high; slider.step = Math.max(Math.pow(10, -input.digits), (input.high - input.low) / 1000) || 1;
  slider.oninput = () => { raw[i] = +slider.value; show(); };
  sliders.push(slider);
});
// The plane: the answer at K × K points, row by row between two pictures, so that the page is never busy.
const K = 100, canvas = $("canvas"), surface = document.createElement("canvas");
surface.width = surface.height = K;
const span = i => PAGE.inputs[i].high - PAGE.inputs[i].low, at = (i, share) => PAGE.inputs[i].low + span(i) * share;
function drawPlane() {
  const g = canvas.getContext("2d"), S = canvas.width, X = (raw[0] - at(0, 0)) / span(0) * S, Y = (1 - (raw[1] - at(1, 0)) / span(1)) * S;
  g.drawImage(surface, 0, 0, S, S);
  g.strokeStyle = "rgba(29,35,48,.55)"; g.lineWidth = 1.5;
  g.beginPath(); g.moveTo(X, 0); g.lineTo(X, S); g.moveTo(0, Y); g.lineTo(S, Y); g.stroke();
  const y = answer(raw);
  g.beginPath(); g.arc(X, Y, 17, 0, 7); g.fillStyle = y.length > 1 ? HUES[surest(y) % 10] : colour(y[0]); g.fill();
  g.lineWidth = 5; g.strokeStyle = "#fff"; g.stroke();
  g.beginPath(); g.arc(X, Y, 19.5, 0, 7); g.lineWidth = 2; g.strokeStyle = "#1d2330"; g.stroke();
}
function paintRows(row) {
  const g = surface.getContext("2d"), until = performance.now() + 10;
  for (; row < K && performance.now() < until; row++) for (let x = 0; x < K; x++) {
    const y = answer([at(0, (x + 0.5) / K), at(1, 1 - (row + 0.5) / K)]);
    g.globalAlpha = y.length > 1 ? Math.max(0.15, y[surest(y)]) : 1;
    g.fillStyle = y.length > 1 ? HUES[surest(y) % 10] : colour(y[0]);
    g.fillRect(x, row, 1, 1);
  }
  drawPlane();
  if (row < K) requestAnimationFrame(() => paintRows(row));
}
const place = e => { const r = canvas.getBoundingClientRect(); return [(e.clientX - r.left) / r.width, (e.clientY - r.top) / r.height]; };
if (plane) {
  canvas.tabIndex = 0;
  const go = e => { const [x, y] = place(e); raw = [at(0, x), at(1, 1 - y)]; show(); };
  canvas.onpointerdown = e => { canvas.setPointerCapture(e.pointerId); go(e); };
  canvas.onpointermove = e => { if (e.buttons) go(e); };
  canvas.onkeydown = e => {
    const step = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1]}[e.key];
    if (!step) return;
    e.preventDefault();
    raw = raw.map((v, i) => Math.min(at(i, 1), Math.max(at(i, 0), v + step[i] * span(i) / 100)));
    show();
  };
  requestAnimationFrame(() => paintRows(0));
} else if (PAGE.kind === "picture") {
  // A round line; cut out, centred, scaled to 32 × 32 and counted in cells of 4 × 4, as the data were.
  let strokes = [];
  const g = canvas.getContext("2d"), small = document.createElement("canvas"), N = PAGE.side;
  small.width = small.height = 4 * N;
  const lines = (c, f, width) => {
    c.lineCap = c.lineJoin = "round"; c.lineWidth = width;
    for (const stroke of strokes) { c.beginPath(); stroke.concat([stroke[0]].slice(stroke.length - 1)).forEach(q => c.lineTo.apply(c, f(q))); c.stroke(); }
  };
  const read = () => {
    g.clearRect(0, 0, 716, 716); g.strokeStyle = getComputedStyle(document.body).color; lines(g, q => q.map(v => v * 716), 62);
    const all = [].concat.apply([], strokes), c = small.getContext("2d", {willReadFrequently: true});
    c.clearRect(0, 0, 4 * N, 4 * N);
    if (all.length) {
      const lows = [0, 1].map(i => Math.min.apply(null, all.map(q => q[i]))), highs = [0, 1].map(i => Math.max.apply(null, all.map(q => q[i])));
      const scale = 4 * (N - 1) / (Math.max(highs[0] - lows[0], highs[1] - lows[1], 0.2) + 0.05);
      lines(c, q => q.map((v, i) => 2 * N + (v - (lows[i] + highs[i]) / 2) * scale), 4);
    }
    const pixels = c.getImageData(0, 0, 4 * N, 4 * N).data;
    raw = PAGE.inputs.map((_, k) => {
      let sum = 0;
      for (let i = 0; i < 16; i++) sum += pixels[4 * ((4 * Math.floor(k / N) + (i >> 2)) * 4 * N + 4 * (k % N) + (i & 3)) + 3] / 255;
      return sum / 16 * PAGE.inputs[k].high;
    });
    raw.forEach((v, k) => { ($("pixels").children[k] || make("i", $("pixels"))).style.background = colour(v / (PAGE.inputs[k].high || 1)); });
    show();
  };
  $("pixels").style.gridTemplateColumns = "repeat(" + N + ",1fr)";
  canvas.onpointerdown = e => { canvas.setPointerCapture(e.pointerId); strokes.push([place(e)]); read(); };
  canvas.onpointermove = e => { if (e.buttons && strokes.length) { strokes[strokes.length - 1].push(place(e)); read(); } };
  const clear = make("button", $("tools"));
  clear.textContent = say("Clear", "清除");
  clear.onclick = () => { strokes = []; read(); };
  onkeydown = e => { if ((e.ctrlKey || e.metaKey) && e.key === "z") { strokes.pop(); read(); } };
  matchMedia("(prefers-color-scheme:dark)").onchange = read;
  write("about", say("Draw with the pointer: " + PAGE.numbers.toLocaleString("en") + " numbers read it.", "用指针画一画：" + PAGE.numbers.toLocaleString("en") + " 个数会来辨认。"));
  read();
} else if (PAGE.kind === "sequence") {
  // A curve: the pointer draws it, the arrows go along it and lift it.
  const g = canvas.getContext("2d"), n = raw.length, W = canvas.width, H = canvas.height = W / 2;
  const low = Math.min.apply(null, PAGE.inputs.map(v => v.low)), high = Math.max.apply(null, PAGE.inputs.map(v => v.high));
  let step = 0, last = null;
  raw = raw.map((_, i) => (low + high) / 2 + (high - low) / 4 * Math.sin(i / n * 4 * Math.PI));
  const X = i => (i + 0.5) / n * W, Y = v => (high - v) / (high - low) * H;
  const draw = () => {
    const ink = getComputedStyle(document.body).color, level = Y(Math.min(high, Math.max(low, 0)));
    g.clearRect(0, 0, W, H); g.globalAlpha = 0.3; g.strokeStyle = ink; g.lineWidth = 1.5;
    g.beginPath(); g.moveTo(0, level); g.lineTo(W, level); g.stroke();
    g.globalAlpha = 1; g.strokeStyle = getComputedStyle($("title").parentNode).getPropertyValue("--accent"); g.lineWidth = 5; g.lineJoin = "round";
    g.beginPath(); raw.forEach((v, i) => g.lineTo(X(i), Y(v))); g.stroke();
    g.fillStyle = g.strokeStyle; g.beginPath(); g.arc(X(step), Y(raw[step]), 9, 0, 7); g.fill();
    show();
  };
  const inside = v => Math.min(high, Math.max(low, v));
  const go = e => {
    const [x, y] = place(e), at = Math.min(n - 1, Math.max(0, Math.floor(x * n))), v = inside(high - y * (high - low)), from = last || [at, v];
    const far = Math.abs(at - from[0]);
    for (let k = 0; k <= far; k++) raw[from[0] + Math.sign(at - from[0]) * k] = from[1] + (v - from[1]) * (far ? k / far : 1);
    step = at; last = [at, v]; draw();
  };
  canvas.style.aspectRatio = "2"; canvas.tabIndex = 0;
  canvas.onpointerdown = e => { canvas.setPointerCapture(e.pointerId); last = null; go(e); };
  canvas.onpointermove = e => { if (e.buttons) go(e); };
  canvas.onkeydown = e => {
    const by = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1]}[e.key];
    if (!by) return;
    e.preventDefault();
    step = (step + by[0] + n) % n;
    raw[step] = inside(raw[step] + by[1] * (high - low) / 40);
    draw();
  };
  matchMedia("(prefers-color-scheme:dark)").onchange = draw;
  write("about", say("Draw a curve with the pointer: " + PAGE.numbers.toLocaleString("en") + " numbers read it.", "用指针画一条曲线：" + PAGE.numbers.toLocaleString("en") + " 个数会来辨认。"));
  draw();
} else { canvas.parentNode.remove(); document.querySelector("main").className = "one"; }
show();
