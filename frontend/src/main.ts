/** Where the room's page begins. */

import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/whole_window.css";
import "./styles/parts.css";
import { mount } from "svelte";
import App from "./App.svelte";
import { readPage } from "./room/page";
import { Room } from "./room/room.svelte";
import { staysTrue } from "./shell/translated";

const target = document.getElementById("room");
if (target) {
  target.replaceChildren();
  staysTrue(document.body);
  const room = new Room(readPage());
  if (room.page.view === "wall")
    void import("./wall/Wall.svelte").then(({ default: Wall }) =>
      mount(Wall, { target, props: { room } }),
    );
  else mount(App, { target, props: { room } });
}
