"use strict";
// Everything that students wrote is set as text, never as HTML.
const students = JSON.parse(document.getElementById("students").textContent);
const view = JSON.parse(document.getElementById("class").textContent);
const main = document.getElementById("view");

function make(tag, text, parent, className) {
  const node = document.createElement(tag);
  if (text !== undefined && text !== null) node.textContent = text;
  if (className) node.className = className;
  if (parent) parent.append(node);
  return node;
}

function table(parent, caption, head, rows) {
  const made = make("table", null, parent);
  make("caption", caption, made, "muted");
  const top = make("tr", null, make("thead", null, made));
  head.forEach((name) => (make("th", name, top).scope = "col"));
  const body = make("tbody", null, made);
  for (const cells of rows) {
    const line = make("tr", null, body);
    cells.forEach((cell, n) => {
      const node = make(n ? "td" : "th", null, line, typeof cell === "number" ? "count" : "");
      if (!n) node.scope = "row";
      if (cell instanceof Node) node.append(cell);
      else node.textContent = cell ?? "";
    });
  }
  return made;
}

function bar(share) {
  const cell = document.createElement("span");
  make("span", null, cell, "bar").style.width = `${(share * 8).toFixed(2)}em`;
  make("span", ` ${Math.round(share * 100)} %`, cell);
  return cell;
}

// --- names, hidden until a touch shows them: every place that shows one asks here --------------------------

const shownNames = [];
let hidden = true;

function nameOf(number) {
  return hidden ? `Student ${number + 1}` : students[number].name;
}

function name(number, tag = "span") {
  const node = make(tag, nameOf(number));
  shownNames.push(() => (node.textContent = nameOf(number)));
  return node;
}

// --- what the teacher writes stays in this browser -------------------------------------------------------

const STORE = "zhanaozen-class-view";
const kept = Object.assign({ comments: {}, bank: [] }, read());

function read() {
  try {
    return JSON.parse(localStorage.getItem(STORE)) ?? {};
  } catch {
    return {};
  }
}

function keep() {
  try {
    localStorage.setItem(STORE, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

function erase() {
  if (!confirm("Erase all comments, also those kept for others, from this browser?")) return;
  localStorage.removeItem(STORE);
  location.reload();
}

function cell(text) {
  const safe = /^[\s\u00a0\ufeff]*[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

// --- sections --------------------------------------------------------------------------------------------

function progress(parent) {
  make("h2", "How far each student came", parent);
  const begun = view.lessons.filter((lesson) => view.tasks.some((t) => t.lesson === lesson && tried(t)));
  const lessons = begun.map((lesson) => view.tasks.map((t, n) => [t, n]).filter(([t]) => t.lesson === lesson));
  const made = table(
    parent,
    "Tasks answered, of all tasks of a lesson. A task left open may be a choice.",
    ["Student", ...begun.map((lesson) => `Lesson ${lesson}`)],
    students.map((s, number) => [
      name(number),
      ...lessons.map((asked) => `${asked.filter(([, n]) => s.states[n] === "a").length} of ${asked.length}`),
    ]),
  );
  made.classList.add("tight");
}

function tried(task) {
  return (task.states.answered ?? 0) + (task.states.part ?? 0) > 0;
}

function points(task) {
  return task.mean === null ? "no points" : bar(task.mean);
}

function beginHere(parent) {
  const many = Math.max(2, students.length / 3);
  const hard = view.tasks
    .filter((t) => !t.read && t.mean !== null && t.mean < 0.7 && t.states.answered >= many)
    .sort((a, b) => a.mean - b.mean)
    .slice(0, 5);
  if (!hard.length) return;
  table(
    parent,
    "Worth another look in class: tasks that many answered and few got right",
    ["Task", "Answered", "Points", "Told most often"],
    hard.map((t) => [`${t.id} ${t.title}`, t.states.answered, points(t), t.misread[0]?.[0]]),
  );
}

function taskSection(parent) {
  make("h2", "Task by task", parent);
  make("p", "Points are for tasks with a key, and for the use of evidence where a teacher reads. They are no mark. Open what you want to see; it prints as it is open.", parent);
  beginHere(parent);
  for (const lesson of view.lessons) {
    const asked = view.tasks.filter((t) => t.lesson === lesson && tried(t));
    if (!asked.length) continue;
    const box = make("details", null, parent);
    make("summary", `Lesson ${lesson}: ${asked.length} tasks answered by somebody`, box);
    asked.forEach((task) => taskDetails(task, box));
  }
}

function taskDetails(task, parent) {
  const box = make("details", null, parent, "task");
  const { answered = 0, part = 0, open = 0 } = task.states;
  const line = make("summary", `${task.id} ${task.title} · ${answered} answered, ${part} in part, ${open} open. `, box);
  line.append(points(task));
  if (task.answers.length) {
    const most = Math.max(...task.answers.map(([, n]) => n));
    const known = task.key.length > 0;
    table(
      box,
      task.range ? "Ranges given, the most frequent first" : "Answers given, the most frequent first",
      ["Answer", "Students", "Share", ...(known ? ["By the key"] : [])],
      task.answers.map(([words, n]) => {
        const drawn = document.createElement("span");
        make("span", null, drawn, "bar").style.width = `${((n / most) * 8).toFixed(2)}em`;
        return [words, n, drawn, ...(known ? [task.key.includes(words) ? "right" : ""] : [])];
      }),
    );
  }
  if (task.misread.length) {
    table(box, "What was told most often with answers that were not right yet", ["Told", "Times"], task.misread);
  }
}

function moveSection(parent) {
  if (!view.moves.length) return;
  make("h2", "Where the class stands, before and after", parent);
  make("p", "Look for changes in how sure the class is, not for a winner.", parent);
  for (const asked of view.moves) {
    make("h3", asked.question, parent);
    const sides = make("div", null, parent, "two");
    table(make("div", null, sides), "Students with each answer", ["Answer", ...asked.stages], asked.answers);
    table(make("div", null, sides), "Students who are so sure", ["How sure", ...asked.stages], asked.sure);
  }
}

function gridSection(parent) {
  if (!view.grid.length) return;
  make("h2", "The jigsaw grid of the class", parent);
  for (const grid of view.grid) {
    make("h3", `Lesson ${grid.lesson}`, parent);
    const made = table(
      parent,
      "What each group found in its pack",
      ["Question", ...grid.packs, "Together"],
      grid.rows.map((row) => [row.question, ...row.found, row.together]),
    );
    grid.rows.forEach((row, n) => (made.tBodies[0].rows[n].cells[grid.packs.length + 1].className = row.mark));
    make("p", "What to ask now:", parent);
    const list = make("ul", null, parent);
    const asks = new Map(grid.rows.map((row) => [row.mark, row]));
    for (const [mark, row] of asks) {
      const line = make("li", null, list);
      make("span", row.together, line, `mark ${mark}`);
      line.append(` ${row.ask}`);
    }
  }
}

function writingSection(parent) {
  const account = { id: "account", title: "My account" };
  const asked = [...view.tasks, account].filter((t) => students.some((s) => s.texts[t.id]));
  if (!asked.length) return;
  make("h2", "What students wrote", parent);
  if (students.length > view.mostWriters) make("p", `The first ${view.mostWriters} students are shown here.`, parent);
  const choose = make("p", null, parent, "choose screen");
  const [taskMenu, studentMenu] = ["Task", "Student"].map((words) => {
    const label = make("label", `${words}: `, choose);
    return make("select", null, label);
  });
  asked.forEach((t) => (make("option", `${t.id} ${t.title}`, taskMenu).value = t.id));
  const sides = make("div", null, parent, "two");
  const [left, right] = [make("div", null, sides), make("div", null, sides)];
  const next = make("button", "Next student", choose);
  const wrote = make("div", null, left);

  make("h3", "Rubric", right);
  for (const criterion of view.rubric) {
    make("p", null, right).append(make("strong", criterion.name), ` ${criterion.asks}`);
    const levels = make("ol", null, right);
    levels.reversed = true;
    criterion.levels.forEach((level) => make("li", level, levels));
  }
  const comment = make("label", "Your comment: ", left);
  const area = make("textarea", null, comment);
  area.rows = 4;
  const remember = make("button", "Keep this comment for others", make("p", null, left, "screen"));
  const bankHead = make("p", "Comments you have kept, to use again:", left, "screen");
  const bank = make("div", null, left, "bank screen");
  const said = make("p", "", left, "muted screen");
  said.setAttribute("role", "status");

  const key = () => `${taskMenu.value}|${students[studentMenu.value]?.name}`;
  const write = (text) => {
    area.value = text;
    if (text) kept.comments[key()] = text;
    else delete kept.comments[key()];
    said.textContent = keep() ? "Kept in this browser." : "This browser keeps nothing: download the comments before you close.";
  };
  const fillBank = () => {
    bank.replaceChildren();
    bankHead.hidden = !kept.bank.length;
    for (const text of kept.bank) {
      const use = make("button", text, bank);
      use.onclick = () => write([area.value, text].filter(Boolean).join(" "));
    }
  };
  const show = () => {
    wrote.replaceChildren();
    const number = Number(studentMenu.value);
    const found = students[number]?.texts[taskMenu.value];
    area.value = kept.comments[key()] ?? "";
    if (!found) return;
    const head = make("h3", null, wrote);
    head.append(nameOf(number), `, ${taskMenu.value}`);
    for (const [words, text] of found.parts) {
      make("p", null, wrote).append(make("strong", words));
      make("p", text, wrote, "wrote");
    }
    const told = make("details", null, wrote);
    make("summary", "What the check said", told);
    found.feedback.forEach((line) => make("p", line, told));
  };
  const fillStudents = () => {
    const before = studentMenu.value;
    studentMenu.replaceChildren();
    students.forEach((s, number) => {
      if (!s.texts[taskMenu.value]) return;
      make("option", nameOf(number), studentMenu).value = number;
    });
    studentMenu.value = before;
    if (studentMenu.selectedIndex < 0) studentMenu.selectedIndex = 0;
    show();
  };
  shownNames.push(fillStudents);
  taskMenu.onchange = fillStudents;
  studentMenu.onchange = show;
  next.onclick = () => {
    studentMenu.selectedIndex = (studentMenu.selectedIndex + 1) % studentMenu.options.length;
    show();
  };
  area.oninput = () => write(area.value);
  remember.onclick = () => {
    if (area.value.trim() && !kept.bank.includes(area.value.trim())) kept.bank.push(area.value.trim());
    keep();
    fillBank();
  };
  fillBank();
  fillStudents();
  const ends = make("p", null, parent, "choose screen");
  const save = make("a", "Download my comments, with names (CSV)", ends);
  make("button", "Erase my comments from this browser", ends).onclick = erase;
  save.href = "#";
  save.onclick = () => {
    const lines = Object.entries(kept.comments).map(([id, text]) => {
      const [task, ...who] = id.split("|");
      return [who.join("|"), task, text].map(cell).join(",");
    });
    const csv = ["student,task,comment", ...lines].join("\r\n");
    save.download = "comments.csv";
    save.href = URL.createObjectURL(new Blob([csv], { type: "text/csv" }));
  };
}

function unreadSection(parent) {
  make("h2", "Files that were not marked", parent);
  if (!view.unread.length) make("p", "None: every file was marked.", parent);
  else {
    const list = make("div", null, parent);
    const fill = () => {
      list.replaceChildren();
      if (hidden) make("p", `${view.unread.length}. File names can be names of students: untick “Hide names” to see them, each with its reason.`, list);
      else table(list, "Each with its reason", ["File", "Why"], view.unread.map((u) => [u.name, u.reason]));
    };
    shownNames.push(fill);
    fill();
  }
}

// --- the page --------------------------------------------------------------------------------------------

main.replaceChildren();
make("h1", "Class view", main);
const bar_ = make("nav", null, main, "bar-top screen");
bar_.setAttribute("aria-label", "Parts of this page");
const hide = make("label", null, bar_);
const box = make("input", null, hide);
box.type = "checkbox";
box.checked = hidden;
box.autocomplete = "off";
hide.append(" Hide names");
box.onchange = () => {
  hidden = box.checked;
  shownNames.forEach((again) => again());
};
make("p", `${students.length} students. ${view.module}.`, main);
const parts = { Progress: progress, Tasks: taskSection, "Before and after": moveSection, Jigsaw: gridSection, Writing: writingSection, "Not marked": unreadSection };
for (const [words, fill] of Object.entries(parts)) {
  const section = make("section", null, main);
  section.id = words.toLowerCase().replaceAll(" ", "-");
  fill(section);
  if (section.hasChildNodes()) make("a", words, bar_).href = `#${section.id}`;
}
document.body.dataset.ready = "yes";
