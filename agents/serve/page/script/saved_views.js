// Views that a reader keeps: a name and an address each, in this browser alone.

import { announce, h } from "./dom.js";
import { keep, kept } from "./kept.js";
import { t } from "./language.js";

const MAX_VIEWS = 50;
const MAX_NAME_LETTERS = 80;

/** Return the saved views, {name, address} each; what somebody else wrote there is left out. */
function readViews() {
  try {
    const found = JSON.parse(kept("views") ?? "[]");
    return found.filter((one) => typeof one?.name === "string" && /^#\//.test(one?.address)).slice(0, MAX_VIEWS);
  } catch {
    return [];
  }
}

function write(views) {
  keep("views", JSON.stringify(views.slice(0, MAX_VIEWS)));
}

/** Return the menu of saved views, with a form that saves the one in sight. */
export function savedViews() {
  const list = h("ul", { class: "saved-list" });
  const input = h("input", { type: "text", name: "name", maxlength: MAX_NAME_LETTERS, required: true, autocomplete: "off" });
  const draw = () => {
    const views = readViews();
    list.replaceChildren(...(views.length ? views.map((view) => h("li", {},
      h("a", { href: view.address }, h("bdi", {}, view.name)),
      h("button", {
        type: "button", class: "button plain", "aria-label": t("delete_view", view.name),
        onclick: () => {
          write(readViews().filter((other) => other.name !== view.name));
          draw();
        },
      }, "×"))) : [h("li", { class: "quiet" }, t("no_saved"))]));
  };
  const form = h("form", {
    class: "save-form",
    onsubmit: (event) => {
      event.preventDefault();
      const name = input.value.trim();
      if (!name) return;
      write([{ name, address: location.hash || "#/now" }, ...readViews().filter((other) => other.name !== name)]);
      input.value = "";
      draw();
      announce(t("saved", name));
    },
  }, h("label", {}, h("span", {}, t("save_name")), input), h("button", { type: "submit", class: "button" }, t("save")));
  draw();
  const menu = h("details", { class: "menu" }, h("summary", { class: "button plain" }, t("saved_views")),
    h("div", { class: "menu-body" }, list, form));
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  return menu;
}
