// How two texts differ: sentences first, then the words of sentences that were changed. Bounded, whatever the texts are.

const MAX_CELLS = 250_000;
const MIN_SHARE_KEPT = 0.3;

/** Return a text's sentences, each with the sign that ends it. */
function sentences(text) {
  return text.split(/(?<=[.!?؟…])\s+|\n+/).map((one) => one.trim()).filter(Boolean);
}

/** Return the words of a text as they are compared: signs and marks of vowels make no difference. */
export function plain(word) {
  return word.replace(/[\p{P}\p{S}\p{M}\u0640]/gu, "").replace(/[أإآٱ]/g, "ا").replace(/ى/g, "ي").replace(/ة/g, "ه");
}

/** Return the runs that lead from one list to the other: {kind: same | gone | new, of: […]}. */
export function runs(before, after, key = (one) => one) {
  const found = [];
  const push = (kind, one) => {
    const last = found[found.length - 1];
    if (last?.kind === kind) last.of.push(one);
    else found.push({ kind, of: [one] });
  };
  const a = before.map(key);
  const b = after.map(key);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  for (let i = 0; i < head; i += 1) push("same", after[i]);
  middle(a, b, head, tail, (kind, i, j) => push(kind, kind === "gone" ? before[i] : after[j]));
  for (let i = tail; i > 0; i -= 1) push("same", after[after.length - i]);
  return found;
}

function middle(a, b, head, tail, push) {
  const rows = a.length - head - tail;
  const columns = b.length - head - tail;
  if (rows * columns > MAX_CELLS) { // too much to compare: all of it is another text
    for (let i = 0; i < rows; i += 1) push("gone", head + i, 0);
    for (let j = 0; j < columns; j += 1) push("new", 0, head + j);
    return;
  }
  const width = columns + 1;
  const longest = new Uint32Array((rows + 1) * width); // of the rest, from row i and column j on
  for (let i = rows - 1; i >= 0; i -= 1) {
    for (let j = columns - 1; j >= 0; j -= 1) {
      longest[i * width + j] = a[head + i] === b[head + j]
        ? longest[(i + 1) * width + j + 1] + 1
        : Math.max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
    }
  }
  let i = 0;
  let j = 0;
  while (i < rows || j < columns) {
    if (i < rows && j < columns && a[head + i] === b[head + j]) {
      push("same", head + i, head + j);
      i += 1;
      j += 1;
    } else if (i < rows && (j === columns || longest[(i + 1) * width + j] >= longest[i * width + j + 1])) {
      push("gone", head + i, 0);
      i += 1;
    } else {
      push("new", 0, head + j);
      j += 1;
    }
  }
}

// The words of sentences that say the same in part; where hardly a word stayed, one sentence went and another came.
function changed(before, after) {
  const found = runs(before, after, plain);
  const kept = found.filter((run) => run.kind === "same").reduce((sum, run) => sum + run.of.length, 0);
  const shown = kept >= MIN_SHARE_KEPT * Math.min(before.length, after.length) ? found : [{ kind: "gone", of: before }, { kind: "new", of: after }];
  return shown.map(({ kind, of }) => ({ kind, text: of.join(" ") }));
}

/** Return the differences of two texts as runs of words, and the share of the first one's words that stayed. */
export function differences(before, after) {
  const found = [];
  const bySentence = runs(sentences(before), sentences(after), plain);
  for (let index = 0; index < bySentence.length; index += 1) {
    const run = bySentence[index];
    const next = bySentence[index + 1];
    if (run.kind === "gone" && next?.kind === "new") {
      found.push(...changed(words(run.of), words(next.of)));
      index += 1;
    } else {
      found.push({ kind: run.kind, text: run.of.join(" ") });
    }
  }
  const length = (kinds) => found.filter((run) => kinds.includes(run.kind)).reduce((sum, run) => sum + words([run.text]).length, 0);
  return { runs: found, kept: length(["same"]) / Math.max(1, length(["same", "gone"])) };
}

function words(parts) {
  return parts.join(" ").split(/\s+/).filter(Boolean);
}
