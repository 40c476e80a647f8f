"use strict";
// One example at a time, in double precision. A value is {s: shape, d: Float64Array}; weights are float32 in base64.
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
function floats(text) {
  const bytes = new Uint8Array(Math.floor(text.replace(/=/g, "").length * 3 / 4));
  let held = 0, bits = 0, at = 0;
  for (let i = 0; i < text.length && text[i] !== "="; i++) {
    held = (held << 6 | LETTERS.indexOf(text[i])) & 0xffffff;
    if ((bits += 6) >= 8) bytes[at++] = held >> (bits -= 8) & 255;
  }
  return new Float32Array(bytes.buffer);
}
const sizeOf = s => s.reduce((a, b) => a * b, 1);
const T = (s, d) => ({s: s, d: d || new Float64Array(sizeOf(s))});
const map = (t, f) => T(t.s, t.d.map(f));

function erf(x) {
  const a = Math.abs(x);
  if (a < 2.5) {
    let t = a, s = a;
    for (let n = 1; n < 80; n++) { t *= -a * a / n; s += t / (2 * n + 1); }
    return Math.sign(x) * 2 / Math.sqrt(Math.PI) * s;
  }
  let f = 0;
  for (let n = 60; n > 0; n--) f = n / 2 / (a + f);
  return Math.sign(x) * (1 - Math.exp(-a * a) / Math.sqrt(Math.PI) / (a + f));
}
const sigmoid = x => x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
const softplus = x => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
const relu = x => Math.max(x, 0), step = x => x > 0 ? 1 : 0;
const ACTIVATIONS = {
  step: step, sigmoid: sigmoid, tanh: Math.tanh, relu: relu, softplus: softplus,
  leaky_relu: x => x >= 0 ? x : 0.2 * x, elu: x => x > 0 ? x : Math.expm1(x),
  selu: x => 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x)),
  gelu: x => 0.5 * x * (1 + erf(x / Math.SQRT2)), silu: x => x * sigmoid(x), linear: x => x,
};
function softmax(t) {
  const n = t.s[t.s.length - 1], o = T(t.s);
  for (let r = 0; r < t.d.length; r += n) {
    let m = -Infinity, z = 0;
    for (let i = 0; i < n; i++) m = Math.max(m, t.d[r + i]);
    for (let i = 0; i < n; i++) z += o.d[r + i] = Math.exp(t.d[r + i] - m);
    for (let i = 0; i < n; i++) o.d[r + i] /= z;
  }
  return o;
}
const act = (t, name) => name === "softmax" ? softmax(t) : name === "linear" ? t : map(t, ACTIVATIONS[name]);

function dense(t, w, b, units) {
  const n = t.s[t.s.length - 1], rows = t.d.length / n, o = T(t.s.slice(0, -1).concat([units]));
  for (let r = 0; r < rows; r++) for (let j = 0; j < units; j++) {
    let z = b ? b[j] : 0;
    for (let i = 0; i < n; i++) z += t.d[r * n + i] * w[i * units + j];
    o.d[r * units + j] = z;
  }
  return o;
}
// How many windows of k fit into n, and how much lies outside before the first.
function windows(n, k, stride, padding) {
  if (padding === "valid") return [Math.floor((n - k) / stride) + 1, 0];
  const count = Math.ceil(n / stride);
  return [count, Math.floor(Math.max((count - 1) * stride + k - n, 0) / 2)];
}
// Call `each(output place, picture place, kernel place)` for all that lies inside the picture.
function slide(t, k, stride, padding, each) {
  const [H, W] = t.s, [h, top] = windows(H, k, stride, padding), [w, left] = windows(W, k, stride, padding);
  for (let y = 0; y < h; y++) for (let x = 0; x < w; x++) for (let i = 0; i < k; i++) for (let j = 0; j < k; j++) {
    const v = y * stride + i - top, u = x * stride + j - left;
    if (v >= 0 && v < H && u >= 0 && u < W) each(y * w + x, v * W + u, i * k + j);
  }
  return [h, w];
}
function conv(t, p, w, b) {
  const C = t.s[2], F = p.filters, [h] = windows(t.s[0], p.size, p.strides, p.padding);
  const [wide] = windows(t.s[1], p.size, p.strides, p.padding), o = T([h, wide, F]);
  if (b) for (let i = 0; i < o.d.length; i++) o.d[i] = b[i % F];
  slide(t, p.size, p.strides, p.padding, (to, from, k) => {
    for (let c = 0; c < C; c++) {
      const v = t.d[from * C + c];
      for (let f = 0; f < F; f++) o.d[to * F + f] += v * w[(k * C + c) * F + f];
    }
  });
  return o;
}
function pool(t, p, largest) {
  const C = t.s[2], found = [], counts = [];
  const [h, w] = slide(t, p.size, p.size, p.padding, (to, from) => {
    counts[to] = (counts[to] || 0) + 1;
    for (let c = 0; c < C; c++) {
      const v = t.d[from * C + c], before = found[to * C + c];
      found[to * C + c] = before === undefined ? v : largest ? Math.max(before, v) : before + v;
    }
  });
  return T([h, w, C], Float64Array.from(found, (v, i) => largest ? v : v / counts[Math.floor(i / C)]));
}
function recurrent(t, p, w, gates) {
  const [steps, n] = t.s, u = p.units, G = gates * u, all = T([steps, u]), [k, r, b] = w;
  let h = new Float64Array(u), c = new Float64Array(u);
  for (let s = 0; s < steps; s++) {
    const x = new Float64Array(G), own = new Float64Array(G), next = new Float64Array(u);
    for (let j = 0; j < G; j++) {
      x[j] = b[j];
      for (let i = 0; i < n; i++) x[j] += t.d[s * n + i] * k[i * G + j];
      own[j] = gates === 3 ? b[G + j] : 0;
      for (let i = 0; i < u; i++) own[j] += h[i] * r[i * G + j];
    }
    const sum = (gate, j) => x[gate * u + j] + own[gate * u + j];
    for (let j = 0; j < u; j++) {
      if (gates === 1) next[j] = ACTIVATIONS[p.activation](sum(0, j));
      else if (gates === 4) {
        c[j] = sigmoid(sum(1, j)) * c[j] + sigmoid(sum(0, j)) * Math.tanh(sum(2, j));
        next[j] = sigmoid(sum(3, j)) * Math.tanh(c[j]);
      } else {
        const z = sigmoid(sum(0, j)), q = Math.tanh(x[2 * u + j] + sigmoid(sum(1, j)) * own[2 * u + j]);
        next[j] = z * h[j] + (1 - z) * q;
      }
    }
    h = next;
    all.d.set(h, s * u);
  }
  return p.sequences ? all : T([u], h);
}
// Lengths of 1 stretch.
function merge(ts, f) {
  const s = ts[0].s.map((_, a) => Math.max.apply(null, ts.map(t => t.s[a]))), o = T(s);
  const at = (t, i) => {
    let place = 0, wide = 1;
    for (let a = s.length - 1; a >= 0; a--) {
      const q = i % s[a];
      i = (i - q) / s[a];
      if (t.s[a] > 1) place += q * wide;
      wide *= t.s[a];
    }
    return t.d[place];
  };
  for (let i = 0; i < o.d.length; i++) o.d[i] = f(ts.map(t => at(t, i)));
  return o;
}
function concatenate(ts) {
  const n = ts.map(t => t.s[t.s.length - 1]), w = n.reduce((a, b) => a + b), rows = ts[0].d.length / n[0];
  const o = T(ts[0].s.slice(0, -1).concat([w]));
  for (let r = 0, at = 0; r < rows; r++) ts.forEach((t, i) => {
    o.d.set(t.d.subarray(r * n[i], (r + 1) * n[i]), at);
    at += n[i];
  });
  return o;
}
// Each row along the last axis by itself.
function eachRow(t, change) {
  const n = t.s[t.s.length - 1], o = T(t.s);
  for (let r = 0; r < t.d.length; r += n) o.d.set(change(t.d.subarray(r, r + n)), r);
  return o;
}
const mean = row => row.reduce((a, b) => a + b, 0) / row.length;
// What a person typed, written from its syntax tree.
const FORMULAS = {};
const KINDS = {
  Dense: (x, p, w) => act(dense(x[0], w[0], w[1], p.units), p.activation),
  Conv2D: (x, p, w) => act(conv(x[0], p, w[0], w[1]), p.activation),
  MaxPooling2D: (x, p) => pool(x[0], p, true), AveragePooling2D: (x, p) => pool(x[0], p, false),
  GlobalAveragePooling2D: x => {
    const C = x[0].s[2], n = x[0].d.length / C, o = T([C]);
    x[0].d.forEach((v, i) => { o.d[i % C] += v / n; });
    return o;
  },
  Embedding: (x, p, w) => {
    const n = p.width, o = T(x[0].s.concat([n]));
    x[0].d.forEach((v, i) => {
      const k = Math.min(Math.max(Math.trunc(v), 0), p.count - 1);
      o.d.set(w[0].subarray(k * n, (k + 1) * n), i * n);
    });
    return o;
  },
  SimpleRNN: (x, p, w) => recurrent(x[0], p, w, 1), GRU: (x, p, w) => recurrent(x[0], p, w, 3),
  LSTM: (x, p, w) => recurrent(x[0], p, w, 4),
  activation: (x, p) => act(x[0], p.activation), LeakyReLU: (x, p) => map(x[0], v => v >= 0 ? v : p.slope * v),
  PReLU: (x, p, w) => map(x[0], (v, i) => v >= 0 ? v : w[0][i] * v),
  ELU: (x, p) => map(x[0], v => v > 0 ? v : p.alpha * Math.expm1(v)),
  BatchNormalization: (x, p, w) => eachRow(x[0], row => row.map(
    (v, i) => (v - w[2][i]) / Math.sqrt(w[3][i] + p.epsilon) * w[0][i] + w[1][i])),
  LayerNormalization: (x, p, w) => eachRow(x[0], row => {
    const m = mean(row), spread = Math.sqrt(mean(row.map(v => (v - m) * (v - m))) + p.epsilon);
    return row.map((v, i) => (v - m) / spread * w[0][i] + w[1][i]);
  }),
  UnitNormalization: x => eachRow(x[0], row => {
    const length = Math.sqrt(Math.max(row.reduce((a, v) => a + v * v, 0), 1e-24));
    return row.map(v => v / length);
  }),
  Normalization: (x, p) => eachRow(x[0], row => row.map((v, i) =>
    (v - p.mean[i % p.mean.length]) / Math.max(Math.sqrt(p.variance[i % p.variance.length]), 1e-7))),
  Rescaling: (x, p) => map(x[0], v => v * p.scale + p.offset), same: x => x[0],
  Flatten: x => T([x[0].d.length], x[0].d), Reshape: (x, p) => T(p.target, x[0].d),
  Add: x => merge(x, v => v.reduce((a, b) => a + b)), Subtract: x => merge(x, v => v[0] - v[1]),
  Multiply: x => merge(x, v => v.reduce((a, b) => a * b)), Average: x => merge(x, mean),
  Maximum: x => merge(x, v => Math.max.apply(null, v)), Concatenate: concatenate,
  Formula: (x, p, w, id) => map(x[0], FORMULAS[id]),
};
NETWORK.layers.forEach(layer => { layer.w = layer.w.map(floats); });
// What every layer makes of one row of inputs, by its id.
function values(row) {
  const v = {data: T([row.length], Float64Array.from(row))};
  NETWORK.layers.forEach(l => { v[l.id] = KINDS[l.kind](l.from.map(f => v[f]), l.p, l.w, l.id); });
  return v;
}
const predict = row => Array.from(values(row).output.d);
