// Reloads the page when the site was built again, and shows findings over it.
// Only the local server adds this file to pages; all its texts come from there.
const base = "/_elinde/";

const element = (name, className, text) => {
  const e = document.createElement(name);
  e.className = className;
  if (text) e.textContent = text;
  return e;
};

let shown = null;

function show({ title, close, findings }) {
  shown?.remove();
  shown = null;
  if (findings.length === 0) return;
  shown = element("section", "elinde-live");
  shown.setAttribute("role", "status");
  const button = element("button", "elinde-live-close", close);
  button.type = "button";
  button.addEventListener("click", () => shown?.remove());
  shown.append(element("strong", "elinde-live-title", title), button);
  const list = element("ol", "elinde-live-list");
  for (const { severity, where, text, hint } of findings) {
    const item = element("li", `elinde-live-item elinde-live-${severity}`);
    item.append(element("code", "elinde-live-where", where), " ", element("span", "", text));
    if (hint) item.append(" ", element("em", "", hint));
    list.append(item);
  }
  shown.append(list);
  document.body.append(shown);
}

async function look() {
  const answer = await fetch(`${base}findings.json?lang=${encodeURIComponent(document.documentElement.lang)}`);
  if (answer.ok) show(await answer.json());
}

const events = new EventSource(`${base}events`);
let opened = false;
events.addEventListener("reload", () => location.reload());
events.addEventListener("findings", look);
// A connection that comes back means a server that was started again.
events.addEventListener("open", () => {
  if (opened) location.reload();
  opened = true;
});
look();
