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

// --- names, hidden at a touch: every place that shows one asks here --------------------------------------

const shownNames = [];
let hidden = false;

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

function cell(text) {
  const safe = /^[\s\u00a0\ufeff]*[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

// --- sections --------------------------------------------------------------------------------------------

function progress(parent) {
  make("h2", "How far each student came", parent);
  const lessons = view.lessons.map((lesson) => [lesson, view.tasks.map((t, n) => [t, n]).filter(([t]) => t.lesson === lesson)]);
  table(
    parent,
    "Tasks answered, of all tasks of a lesson",
    ["Student", ...view.lessons.map((lesson) => `Lesson ${lesson}`)],
    students.map((s, number) => [
      name(number),
      ...lessons.map(([, asked]) => `${asked.filter(([, n]) => s.states[n] === "a").length} of ${asked.length}`),
    ]),
  );
}

function taskSection(parent) {
  make("h2", "Task by task", parent);
  make("p", "Points are for tasks with a key, and for the use of evidence where a teacher reads. No mark follows from them.", parent);
  for (const lesson of view.lessons) {
    const asked = view.tasks.filter((t) => t.lesson === lesson && (t.states.answered ?? 0) + (t.states.part ?? 0) > 0);
    if (!asked.length) continue;
    const box = make("details", null, parent);
    make("summary", `Lesson ${lesson}: ${asked.length} tasks answered by somebody`, box);
    for (const task of asked) {
      make("h3", `${task.id} ${task.title}`, box);
      const answered = task.states.answered ?? 0;
      const line = make("p", `${answered} answered, ${task.states.part ?? 0} in part, ${task.states.open ?? 0} open. Points: `, box);
      line.append(task.mean === null ? "no key" : bar(task.mean));
      if (task.answers.length) {
        const most = Math.max(...task.answers.map(([, n]) => n));
        table(
          box,
          task.range ? "Ranges given, the most frequent first" : "Answers given, the most frequent first",
          ["Answer", "Students", "Share"],
          task.answers.map(([words, n]) => {
            const drawn = document.createElement("span");
            make("span", null, drawn, "bar").style.width = `${((n / most) * 8).toFixed(2)}em`;
            return [words, n, drawn];
          }),
        );
      }
      if (task.misread.length) {
        table(box, "What was told most often with answers that were not right yet", ["Told", "Times"], task.misread);
      }
    }
  }
}

function moveSection(parent) {
  make("h2", "Where the class stands, before and after", parent);
  for (const [question, stages] of view.moves) {
    const answers = [...new Set(stages.flatMap(([, found]) => Object.keys(found)))].sort();
    if (!answers.length) continue;
    make("h3", question, parent);
    table(
      parent,
      "Number of students with each answer and confidence",
      ["Answer (how sure)", ...stages.map(([words]) => words)],
      answers.map((answer) => [answer, ...stages.map(([, found]) => found[answer] ?? 0)]),
    );
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
      ["Question", ...grid.packs, "Together", "What to ask now"],
      grid.rows.map((row) => [row.question, ...row.found, row.together, row.ask]),
    );
    grid.rows.forEach((row, n) => (made.tBodies[0].rows[n].cells[grid.packs.length + 1].className = row.mark));
  }
}

function writingSection(parent) {
  const account = { id: "account", title: "My account" };
  const asked = [...view.tasks, account].filter((t) => students.some((s) => s.texts[t.id]));
  if (!asked.length) return;
  make("h2", "What students wrote", parent);
  if (students.length > view.mostWriters) make("p", `The first ${view.mostWriters} students are shown here.`, parent);
  const choose = make("p", null, parent, "screen");
  const [taskMenu, studentMenu] = ["Task", "Student"].map((words) => {
    const label = make("label", `${words}: `, choose);
    return make("select", null, label);
  });
  asked.forEach((t) => (make("option", `${t.id} ${t.title}`, taskMenu).value = t.id));
  const sides = make("div", null, parent, "two");
  const [left, right] = [make("div", null, sides), make("div", null, sides)];

  make("h3", "Rubric", right);
  for (const criterion of view.rubric) {
    make("p", null, right).append(make("strong", criterion.name), ` ${criterion.asks}`);
    const levels = make("ol", null, right);
    levels.reversed = true;
    criterion.levels.forEach((level) => make("li", level, levels));
  }
  const comment = make("label", "Your comment: ", right);
  const area = make("textarea", null, comment);
  area.rows = 4;
  make("p", "Comments you have kept, to use again:", right, "screen");
  const bank = make("div", null, right, "bank screen");
  const remember = make("button", "Keep this comment for others", make("p", null, right, "screen"));
  const said = make("p", "", right, "muted screen");
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
    for (const text of kept.bank) {
      const use = make("button", text, bank);
      use.onclick = () => write([area.value, text].filter(Boolean).join(" "));
    }
  };
  const show = () => {
    left.replaceChildren();
    const number = Number(studentMenu.value);
    const found = students[number]?.texts[taskMenu.value];
    area.value = kept.comments[key()] ?? "";
    if (!found) return;
    left.append(make("h3", null));
    left.lastChild.append(name(number), `, ${taskMenu.value}`);
    for (const [words, text] of found.parts) {
      make("p", null, left).append(make("strong", words));
      make("p", text, left, "wrote");
    }
    const told = make("details", null, left);
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
  area.oninput = () => write(area.value);
  remember.onclick = () => {
    if (area.value.trim() && !kept.bank.includes(area.value.trim())) kept.bank.push(area.value.trim());
    keep();
    fillBank();
  };
  fillBank();
  fillStudents();
  const save = make("a", "Download my comments (CSV)", make("p", null, parent, "screen"));
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
  else table(parent, "Each with its reason", ["File", "Why"], view.unread.map((u) => [u.name, u.reason]));
}

// --- the page --------------------------------------------------------------------------------------------

main.replaceChildren();
make("h1", "Class view", main);
const top_ = make("p", null, main, "bar-top screen");
const hide = make("label", null, top_);
const box = make("input", null, hide);
box.type = "checkbox";
hide.append(" Hide names");
box.onchange = () => {
  hidden = box.checked;
  shownNames.forEach((again) => again());
};
make("p", `${students.length} students. ${view.module}.`, main);
for (const section of [progress, taskSection, moveSection, gridSection, writingSection, unreadSection]) {
  section(make("section", null, main));
}
document.body.dataset.ready = "yes";
