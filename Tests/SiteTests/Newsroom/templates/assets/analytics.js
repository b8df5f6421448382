"use strict";
document.documentElement.dataset.counted = document.currentScript.dataset.page;
