import { open } from "./part/open.js"; open(document.querySelector("header"));
